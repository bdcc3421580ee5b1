import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWorker } from '../../src/build/offline.ts';
import { serve } from '../../src/build/serve.ts';
import type { Site } from './sites.ts';

/** A host with an edition of its own, which sees every request and can do what bad hosts and bad nets do. */
export interface Host {
  /** The site's address, with its base path. */
  address: string;
  /** The folder that is served: a copy of what was built. */
  folder: string;
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
  const folder = join(home, 'site');
  cpSync(built, folder, { recursive: true });
  const inner = await serve({ folder, base });
  const host: Host = {
    address: '',
    folder,
    asked: [],
    mishap: () => undefined,
    async publish(page, from, to) {
      const file = join(folder, page);
      const text = readFileSync(file, 'utf8');
      if (!text.includes(from)) throw new Error(`${page} does not say: ${from}`);
      writeFileSync(file, text.replaceAll(from, to));
      await writeWorker(folder, base, courseText);
    },
    async close() {
      outer.closeAllConnections();
      await new Promise((done) => outer.close(done));
      await inner.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
  const outer = createServer(async (request, response) => {
    const path = (request.url ?? '').slice(base.length);
    host.asked.push(path);
    const mishap = host.mishap(path);
    if (mishap === 'cut') {
      request.socket.destroy();
      return;
    }
    if (mishap === 'error') {
      response.writeHead(500).end();
      return;
    }
    if (mishap === 'portal') {
      const headers = { 'content-type': 'text/html', 'cache-control': 'max-age=3600' };
      response.writeHead(200, headers).end('<!doctype html><title>portal</title><h1>Sign in</h1>');
      return;
    }
    const asked = new URL(request.url ?? '', inner.address);
    const answer = await fetch(asked, { redirect: 'manual' }).catch(() => undefined);
    if (!answer) {
      request.socket.destroy();
      return;
    }
    const headers = Object.fromEntries(answer.headers);
    const bytes = Buffer.from(await answer.arrayBuffer());
    // What the host has put in makes the page another one than was built.
    const body = mishap === 'other' ? Buffer.concat([bytes, Buffer.from('<!-- host -->')]) : bytes;
    response.writeHead(answer.status, { ...headers, 'content-length': body.length }).end(body);
  });
  await new Promise<void>((done) => outer.listen(0, '127.0.0.1', done));
  host.address = `http://127.0.0.1:${(outer.address() as AddressInfo).port}${base}`;
  return host;
}
