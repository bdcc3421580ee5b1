import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import type { Webkit } from '../../src/cli/webkit.ts';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const TRANSIENT = new Set([
  'no such element',
  'stale element reference',
  'element not interactable',
  'element click intercepted',
]);
const PATIENCE_MILLISECONDS = 20_000;

/** A browser window driven by the WebDriver protocol; selectors are CSS. */
export interface Window {
  open(address: string): Promise<void>;
  reload(): Promise<void>;
  address(): Promise<string>;
  /** Waits until an element can be clicked, then clicks the first. */
  click(selector: string): Promise<void>;
  /** Runs the body of a function in the page and returns its value. */
  evaluate<T>(body: string): Promise<T>;
  /** Waits until the body of a function, run in the page, returns something true, and returns that. */
  until<T>(body: string): Promise<T>;
  close(): Promise<void>;
}

/** A refusal by the browser; `kind` is an error code of the WebDriver protocol. */
class WebDriverError extends Error {
  readonly kind: string;

  constructor(kind: string, message: string) {
    super(`WebDriver: ${kind}. ${message}`);
    this.kind = kind;
  }
}

/**
 * Opens a window of WebKitGTK on a screen in memory.
 * @throws when a program does not answer, with what the driver said
 */
export async function openWebkit(webkit: Webkit): Promise<Window> {
  const screen = spawn(webkit.screen, ['-displayfd', '1', '-screen', '0', '1280x1024x24'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [display] = (await once(createInterface(screen.stdout), 'line')) as [string];
  const port = await freePort();
  const driver = spawn(webkit.driver, [`--port=${port}`, '--host=127.0.0.1'], {
    env: { ...process.env, DISPLAY: `:${display.trim()}`, WAYLAND_DISPLAY: '' },
    stdio: 'ignore',
  });
  const end = () => Promise.all([driver, screen].map(stop));
  try {
    const ask = await session(`http://127.0.0.1:${port}`, webkit.browser);
    return windowOf(ask, end);
  } catch (error) {
    await end();
    throw error;
  }
}

type Ask = <T>(method: string, path: string, body?: unknown) => Promise<T>;

async function session(driver: string, binary: string): Promise<Ask> {
  await eventually(async () => (await fetch(`${driver}/status`).catch(() => undefined))?.ok);
  const alwaysMatch = {
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary, args: ['--automation'] },
  };
  const { sessionId } = await send<{ sessionId: string }>('POST', `${driver}/session`, {
    capabilities: { alwaysMatch },
  });
  return (method, path, body) => send(method, `${driver}/session/${sessionId}${path}`, body);
}

function windowOf(ask: Ask, end: () => Promise<unknown>): Window {
  const evaluate = <T>(script: string) => ask<T>('POST', '/execute/sync', { script, args: [] });
  const until = <T>(script: string) => eventually(() => evaluate<T>(script), script);
  return {
    open: (url) => ask('POST', '/url', { url }),
    reload: () => ask('POST', '/refresh', {}),
    address: () => ask('GET', '/url'),
    evaluate,
    until,
    async click(selector) {
      const query = { using: 'css selector', value: selector };
      let refusal = '';
      await eventually(
        async () => {
          try {
            const found = await ask<Record<string, string>>('POST', '/element', query);
            // The driver would scroll it just into view, which is under the bar at the bottom.
            await evaluate(
              `document.querySelector(${JSON.stringify(selector)}).scrollIntoView({ block: 'center', behavior: 'instant' })`,
            );
            await ask('POST', `/element/${found[ELEMENT]}/click`, {});
            return true;
          } catch (error) {
            // While a page comes up, an element may be missing, moving or covered; asking again tells.
            if (!(error instanceof WebDriverError && TRANSIENT.has(error.kind))) throw error;
            refusal = error.message;
            return false;
          }
        },
        () => `a click on ${selector}; at last ${refusal}`,
      );
    },
    async close() {
      await ask('DELETE', '').catch(() => undefined);
      await end();
    },
  };
}

async function send<T>(method: string, url: string, body?: unknown): Promise<T> {
  const response = await fetch(url, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
  if (!response.ok) throw new WebDriverError(value.error ?? 'unknown error', value.message ?? url);
  return value;
}

async function eventually<T>(
  look: () => Promise<T>,
  what: string | (() => string) = 'the WebDriver server',
): Promise<NonNullable<T>> {
  const end = Date.now() + PATIENCE_MILLISECONDS;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > end)
      throw new Error(
        `Waited ${PATIENCE_MILLISECONDS / 1000} s in vain for: ${typeof what === 'string' ? what : what()}`,
      );
    await pause(100);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill();
  await ended;
}
