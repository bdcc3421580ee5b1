import { existsSync } from 'node:fs';
import { open, realpath, stat } from 'node:fs/promises';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { caching, isHashed } from './caching.ts';
import { securityHeaders } from './policy.ts';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.ics': 'text/calendar; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
  '.zip': 'application/zip',
};

/** What is served, and where. */
export interface ServeOptions {
  /** The built folder, such as `dist`. */
  folder: string;
  /** The path below which the site lives; `/` unless told. */
  base?: string;
  /** The address listened on; `127.0.0.1` unless told. */
  host?: string;
  /** Headers by the path of a request, in place of those that a host should send. */
  headers?: (path: string) => Readonly<Record<string, string>>;
  /** The first port to try; 0, the default, takes any free one. */
  port?: number;
}

/** A server that is listening. */
export interface Served {
  /** The site's address with its base path, such as `http://127.0.0.1:4321/dastak/`. */
  address: string;
  port: number;
  /** Stops listening and ends what is open. */
  close(): Promise<void>;
}

/**
 * Serves a built folder, with the headers that a host should send, and compressed files where they lie beside the others.
 * @returns the listening server; where `port` is taken, one of the 49 after it
 * @throws when no port in reach is free, or the host is not an address of this machine
 */
export async function serve(options: ServeOptions): Promise<Served> {
  const { base = '/', host = '127.0.0.1', port = 0 } = options;
  const server = createServer(await fileHandler(options));
  const taken = await listen(server, host, port);
  return {
    address: `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${taken}${base}`,
    port: taken,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** What answers the requests of a server with the files of a built folder. */
export async function fileHandler({
  folder,
  base = '/',
  headers,
}: Pick<ServeOptions, 'folder' | 'base' | 'headers'>): Promise<RequestListener> {
  const root = await realpath(folder);
  return (request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '';
    for (const [name, value] of Object.entries(headers?.(path) ?? securityHeaders))
      response.setHeader(name, value);
    answer(root, base, request, response).catch(() => response.destroy());
  };
}

/**
 * The parts of a request's path below the base.
 * @param target the request target as it came, with or without a query
 * @returns the decoded parts, `[]` for the base itself; undefined for what lies outside the base and for
 * anything that could leave the folder: dots, empty or hidden names, backslashes, broken escapes
 */
export function partsBelow(base: string, target: string): string[] | undefined {
  const path = target.split(/[?#]/, 1)[0] ?? '';
  if (!path.startsWith(base)) return undefined;
  const rest = path.slice(base.length).replace(/\/$/, '');
  if (rest === '') return [];
  try {
    const parts = rest.split('/').map(decodeURIComponent);
    return parts.every((part) => part !== '' && !part.startsWith('.') && !/[/\\\0:]/.test(part))
      ? parts
      : undefined;
  } catch {
    return undefined;
  }
}

async function answer(
  root: string,
  base: string,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const target = request.url ?? '/';
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const path = target.split('?', 1)[0] ?? '';
  if (base !== '/' && (path === '/' || `${path}/` === base)) {
    response.writeHead(302, { Location: base }).end();
    return;
  }
  const parts = partsBelow(base, target);
  const found = parts && (await find(root, parts));
  if (!parts || !found) {
    await send(404, (await find(root, ['404.html']))?.file, request, response);
    return;
  }
  if (found.isFolder !== path.endsWith('/')) {
    const place = base + parts.map((part) => `${encodeURIComponent(part)}/`).join('');
    const right = found.isFolder ? place : place.slice(0, -1);
    response.writeHead(301, { Location: right + target.slice(path.length) }).end();
    return;
  }
  await send(200, found.file, request, response);
}

async function find(root: string, parts: string[]) {
  const place = join(root, ...parts);
  const isFolder = (await stat(place).catch(() => undefined))?.isDirectory() ?? false;
  const file = await realpath(isFolder ? join(place, 'index.html') : place).catch(() => undefined);
  // A link inside the folder may point out of it; what it points to is not ours to show.
  return file?.startsWith(root + sep) ? { file, isFolder } : undefined;
}

async function send(
  status: number,
  file: string | undefined,
  request: IncomingMessage,
  response: ServerResponse,
) {
  if (!file) {
    response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
    return;
  }
  const takes = String(request.headers['accept-encoding'] ?? '');
  const isPacked = /\bbr\b/.test(takes) && existsSync(`${file}.br`);
  const sent = isPacked ? `${file}.br` : file;
  // Opened before it is piped: what fails is then caught here, also after the visitor has hung up.
  await using handle = await open(sent);
  response.writeHead(status, {
    'Content-Type': TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream',
    'Content-Length': (await handle.stat()).size,
    ...(isPacked && { 'Content-Encoding': 'br' }),
    ...(!response.hasHeader('Cache-Control') && {
      'Cache-Control': isHashed(file.replaceAll(sep, '/')) ? caching.hashed : caching.other,
    }),
  });
  if (request.method === 'HEAD') response.end();
  else await pipeline(handle.createReadStream(), response);
}

async function listen(server: Server, host: string, port: number): Promise<number> {
  const last = port === 0 ? 0 : port + 49;
  for (let next = port; ; next += 1) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(next, host, () => {
          server.off('error', reject);
          resolve();
        });
      });
      return (server.address() as AddressInfo).port;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || next >= last) throw error;
    }
  }
}
