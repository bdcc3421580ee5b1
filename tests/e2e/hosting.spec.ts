import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { caching } from '../../src/build/caching.ts';
import { headersFor } from '../../src/build/host-files.ts';
import { securityHeaders } from '../../src/build/policy.ts';
import { serve } from '../../src/build/serve.ts';
import { packageHost } from '../../src/cli/package.ts';
import { told, whole } from '../support/flight.ts';
import { fixtureSite } from '../support/sites.ts';
import { expect, test } from '../support/test.ts';

const { folder: built, base } = fixtureSite;

test.use({
  serviceWorkers: 'allow',
  expected: /third-party request: http:\/\/127\.0\.0\.1:|fetching the script|ERR_|404/,
});

const hasNginx = spawnSync('nginx', ['-v']).status === 0;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** Starts nginx on a folder with the snippet that the build has written into it. */
async function nginxOn(
  home: string,
  folder: string,
): Promise<{ port: number; child: ChildProcess }> {
  const port = await freePort();
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${join(home, name)};`)
    .join(' ');
  writeFileSync(
    join(home, 'main.conf'),
    `daemon off; master_process off; pid ${join(home, 'pid')}; error_log ${join(home, 'error.log')};
    events {}
    http { include /etc/nginx/mime.types; access_log off; ${places}
      server { listen 127.0.0.1:${port}; root ${home}/root; include ${join(folder, 'nginx.conf')}; } }`,
  );
  const child = spawn('nginx', ['-p', home, '-c', join(home, 'main.conf')], { stdio: 'inherit' });
  for (let tries = 0; tries < 50; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}${base}`).catch(() => undefined);
    if (answer) break;
    await new Promise((done) => setTimeout(done, 100));
  }
  return { port, child };
}

const hashed = /_astro\/core\.[^"]+\.js/.exec(
  readFileSync(join(built, 'sw.js'), 'utf8') + readFileSync(join(built, 'index.html'), 'utf8'),
)?.[0];

/** Asks a host for files of each kind and compares the headers with those of the policy. */
async function expectHeaders(address: string): Promise<void> {
  const paths = ['', 'hi/', 'en/notice/check/', 'sw.js', 'offline/', 'nowhere/', 'en/app.json'];
  for (const path of [...paths, ...(hashed ? [hashed] : [])]) {
    const { headers, status } = await fetch(address + path);
    expect(status, path).toBe(path === 'nowhere/' ? 404 : 200);
    for (const [name, value] of Object.entries(securityHeaders)) {
      expect(headers.get(name), `${name} of ${path}`).toBe(value);
    }
    const cache = headers.get('cache-control');
    if (path === hashed) expect(cache, path).toBe(caching.hashed);
    else if (!/nowhere|app\.json/.test(path)) expect(cache, path).toBe(caching.other);
  }
}

test('With the headers file that is shipped a host sends the policy, and the course works under it', async ({
  page,
}) => {
  const file = readFileSync(join(built, '_headers'), 'utf8');
  const host = await serve({
    folder: built,
    base,
    headers: (path) => headersFor(file, path),
  });
  try {
    await expectHeaders(host.address);
    await page.goto(`${host.address}en/`);
    await expect(told(page, 'en')).toHaveText(whole.en, { timeout: 60_000 });
  } finally {
    await host.close();
  }
});

test('nginx with the snippet that is shipped sends the policy, compressed files, and works offline', async ({
  page,
}) => {
  test.skip(
    !hasNginx,
    'nginx is not on this machine, so its snippet was not tested; on Debian: apt-get install nginx-light',
  );
  const home = mkdtempSync(join(tmpdir(), 'dastak-nginx-'));
  const folder = join(home, 'root', base).replace(/\/$/, '');
  mkdirSync(dirname(folder), { recursive: true });
  packageHost(folder, undefined, built);
  const { port, child } = await nginxOn(home, folder);
  const ended = new Promise((done) => child.once('close', done));
  try {
    const address = `http://127.0.0.1:${port}${base}`;
    await expectHeaders(address);
    const zipped = await fetch(`${address}hi/`, { headers: { 'accept-encoding': 'gzip' } });
    expect(zipped.headers.get('content-encoding')).toBe('gzip');
    expect((await fetch(`${address}nginx.conf`)).status).toBe(404);
    const moved = await fetch(`${address}hi/notice`, { redirect: 'manual' });
    expect(moved.headers.get('location')).toBe(`${base}hi/notice/`);
    await page.goto(`${address}en/`);
    await expect(told(page, 'en')).toHaveText(whole.en, { timeout: 60_000 });
    child.kill();
    await ended;
    await page.goto(`${address}en/notice/signs/`);
    await expect(page.locator('.card-steps')).toBeVisible();
  } finally {
    child.kill();
    await ended;
    rmSync(home, { recursive: true, force: true });
  }
});

test('A packaged host keeps the hashed files of the edition before, and its compressed files unpack to the same', () => {
  const home = mkdtempSync(join(tmpdir(), 'dastak-package-'));
  try {
    mkdirSync(join(home, 'previous', '_astro'), { recursive: true });
    writeFileSync(join(home, 'previous', '_astro', 'core.oldname1.js'), 'old()');
    writeFileSync(join(home, 'previous', 'index.html'), 'old');
    const to = join(home, 'host');
    expect(packageHost(to, join(home, 'previous'), built)).toBe(1);
    expect(readFileSync(join(to, '_astro', 'core.oldname1.js'), 'utf8')).toBe('old()');
    const page = readFileSync(join(to, 'index.html'));
    expect(page.toString()).not.toBe('old');
    expect(brotliDecompressSync(readFileSync(join(to, 'index.html.br')))).toEqual(page);
    expect(gunzipSync(readFileSync(join(to, 'index.html.gz')))).toEqual(page);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});
