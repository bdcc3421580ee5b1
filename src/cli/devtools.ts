// Drives a Chromium of any age through its own protocol; Playwright asks for commands that old ones do not know.
import { type ChildProcess, spawn } from 'node:child_process';
import type { Driven } from './first-steps.ts';

/** A browser that was started here. */
export interface OldBrowser extends Driven {
  /** What it says of itself, such as `HeadlessChrome/80.0.3987.0`. */
  version: string;
  /** Problems that its pages have raised so far. */
  problems: string[];
  /** Cuts its pages and workers off from the net, or lets them back. */
  setOffline(isOffline: boolean): Promise<void>;
  close(): void;
}

interface Answer {
  id?: number;
  method?: string;
  params?: Record<string, unknown>;
  result?: Record<string, unknown>;
  error?: { message: string };
}

const START_MILLISECONDS = 20_000;

/**
 * Starts a Chromium without a window and opens a page in it.
 * @param path its program
 * @param profile the folder that it keeps its data in
 * @param environment what its program needs beside the usual
 */
export async function startChromium(
  path: string,
  profile: string,
  environment: NodeJS.ProcessEnv,
): Promise<OldBrowser> {
  const child = spawn(
    path,
    [
      ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
      ...['--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
    ],
    { env: { ...process.env, ...environment }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  try {
    const { host } = new URL(await addressOf(child));
    const { Browser } = await (await fetch(`http://${host}/json/version`)).json();
    const browser = await connect(await firstPage(host));
    return { ...browser, version: Browser, close: () => child.kill('SIGKILL') };
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

/** The address of the page that a browser opens by itself, soon after it has come up. */
async function firstPage(host: string): Promise<string> {
  for (const end = Date.now() + START_MILLISECONDS; Date.now() < end; ) {
    const targets: { type: string; webSocketDebuggerUrl: string }[] = await (
      await fetch(`http://${host}/json/list`)
    ).json();
    const page = targets.find(({ type }) => type === 'page');
    if (page) return page.webSocketDebuggerUrl;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('The browser opened no page.');
}

/** The address of the browser's protocol, which it writes when it has come up. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(
      () => reject(new Error(`The browser did not start: ${said.slice(-300)}`)),
      START_MILLISECONDS,
    );
    child.stderr?.on('data', (text) => {
      said += text;
      const [, address] = /DevTools listening on (ws:\S+)/.exec(said) ?? [];
      if (!address) return;
      clearTimeout(timer);
      resolve(address);
    });
    child.on('error', reject);
  });
}

async function connect(address: string): Promise<Omit<OldBrowser, 'version' | 'close'>> {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = reject;
  });
  const waiting = new Map<number, (answer: Answer) => void>();
  const problems: string[] = [];
  let loaded = () => {};
  let last = 0;
  socket.onmessage = ({ data }) => {
    const answer: Answer = JSON.parse(`${data}`);
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
    if (answer.method === 'Page.loadEventFired') loaded();
    if (answer.method === 'Runtime.exceptionThrown') {
      const { text, exception } = Object(answer.params?.['exceptionDetails']);
      problems.push(`${text} ${exception?.description ?? ''}`.trim());
    }
  };
  const send = async (method: string, params: object = {}) => {
    last += 1;
    const id = last;
    const answer = new Promise<Answer>((resolve) => waiting.set(id, resolve));
    socket.send(JSON.stringify({ id, method, params }));
    const { result, error } = await answer;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result ?? {};
  };
  await send('Page.enable');
  await send('Runtime.enable');
  await send('Network.enable');
  return {
    problems,
    async goto(to) {
      const done = new Promise<void>((resolve) => {
        loaded = resolve;
      });
      const { errorText } = await send('Page.navigate', { url: to });
      if (errorText) throw new Error(`${to}: ${errorText}`);
      await done;
    },
    async evaluate(expression) {
      const { result, exceptionDetails } = await send('Runtime.evaluate', {
        expression,
        returnByValue: true,
      });
      if (exceptionDetails) {
        const { text, exception } = Object(exceptionDetails);
        throw new Error(`${exception?.description ?? text} in ${expression}`);
      }
      return Object(result).value;
    },
    async setOffline(offline) {
      await send('Network.emulateNetworkConditions', {
        ...{ offline, latency: 0, downloadThroughput: -1, uploadThroughput: -1 },
      });
    },
  };
}
