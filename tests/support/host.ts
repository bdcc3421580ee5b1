import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWorker } from '../../src/build/offline.ts';
import { fileHandler } from '../../src/build/serve.ts';
import type { Site } from './sites.ts';

/** A host with an edition of its own, which sees every request and can do what bad hosts and bad nets do. */
export interface Host {
  /** The site's address, with its base path. */
  address: string;
  /** The folder that is served: from the first use a copy of what was built, which a test may change. */
  readonly folder: string;
  /** Paths below the base that were asked for, in order. */
  asked: string[];
  /** What becomes of a request: answered with an error, cut off, with other bytes, or a network's sign-in page that may be kept an hour; answered as usual unless told. */
  mishap: (path: string) => 'error' | 'cut' | 'other' | 'portal' | undefined;
  /** Replaces words on a built page and writes the worker's lists anew, as a build does after an edit. */
  publish(page: string, from: string, to: string): Promise<void>;
  close(): Promise<void>;
}

/** Serves a copy of a built site. */
export async function hostOf({ folder: built, base, files }: Site): Promise<Host> {
  const courseText = files.find(({ path }) => path === 'content/course.yml')?.text ?? '';
  const home = mkdtempSync(join(tmpdir(), 'dastak-host-'));
  const copy = join(home, 'site');
  let handle = fileHandler({ folder: built, base });
  const host: Host = {
    address: '',
    get folder() {
      if (!existsSync(copy)) {
        cpSync(built, copy, { recursive: true });
        handle = fileHandler({ folder: copy, base });
      }
      return copy;
    },
    asked: [],
    mishap: () => undefined,
    async publish(page, from, to) {
      const file = join(host.folder, page);
      const text = readFileSync(file, 'utf8');
      if (!text.includes(from)) throw new Error(`${page} does not say: ${from}`);
      writeFileSync(file, text.replaceAll(from, to));
      await writeWorker(host.folder, base, courseText);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      rmSync(home, { recursive: true, force: true });
    },
  };
  const server = createServer(async (request, response) => {
    const path = (request.url ?? '').slice(base.length);
    host.asked.push(path);
    switch (host.mishap(path)) {
      case 'cut':
        request.socket.destroy();
        return;
      case 'error':
        response.writeHead(500).end();
        return;
      case 'portal':
        response
          .writeHead(200, { 'content-type': 'text/html', 'cache-control': 'max-age=3600' })
          .end('<!doctype html><title>portal</title><h1>Sign in</h1>');
        return;
      case 'other':
        addToBody(response, '<!-- host -->');
    }
    (await handle)(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  host.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`;
  return host;
}

/** Puts a text behind what is answered, so that a page is another one than was built. */
function addToBody(response: ServerResponse, text: string): void {
  const writeHead = response.writeHead.bind(response);
  const end = response.end.bind(response);
  Object.assign(response, {
    writeHead: (status: number, headers: Record<string, unknown>) =>
      writeHead(status, {
        ...headers,
        'Content-Length': Number(headers['Content-Length'] ?? 0) + text.length,
      }),
    end: () => end(text),
  });
}
