import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { caching } from '../../src/build/caching.ts';
import { securityHeaders } from '../../src/build/policy.ts';
import { serve } from '../../src/build/serve.ts';
import { packageHost } from '../../src/cli/package.ts';
import { told, whole } from '../support/flight.ts';
import { headersFor } from '../support/headers.ts';
import { fixtureSite } from '../support/sites.ts';
import { expect, test as siteTest } from '../support/test.ts';
import { isHere, startWebServer, webServers } from '../support/web-servers.ts';

const { folder: built, base } = fixtureSite;

/** One packaged host for all tests, since compressing takes long; in a release before there was one script more. */
const test = siteTest.extend<object, { packaged: { folder: string; kept: number } }>({
  packaged: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its pattern.
    async ({}, use) => {
      const home = mkdtempSync(join(tmpdir(), 'dastak-package-'));
      const before = join(home, 'before');
      mkdirSync(join(before, '_astro'), { recursive: true });
      writeFileSync(join(before, '_astro', 'core.oldname1.js'), 'old()');
      writeFileSync(join(before, 'index.html'), 'old');
      const folder = join(home, 'host');
      await use({ folder, kept: packageHost(folder, before, built) });
      rmSync(home, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
});
// One worker, so that it is packaged once.
test.describe.configure({ mode: 'default' });

const hashed = readdirSync(join(built, '_astro')).map((name) => `_astro/${name}`);
const core = hashed.filter((name) => /core\.[^/]+\.js$/.test(name));

test.use({
  serviceWorkers: 'allow',
  expected: /third-party request: http:\/\/127\.0\.0\.1:|fetching the script|ERR_|404/,
});

const missing = (name: keyof typeof webServers) =>
  `${name} is not on this machine, so what is shipped for it was not tested; on Debian: apt-get install ${webServers[name]}`;

/** Asks a host for files of each kind and compares the headers with those of the policy. */
async function expectHeaders(address: string): Promise<void> {
  const paths = ['', 'hi/', 'en/notice/check/', 'sw.js', 'offline/', 'nowhere/', 'en/app.json'];
  for (const path of [...paths, ...core]) {
    const { headers, status } = await fetch(address + path);
    expect(status, path).toBe(path === 'nowhere/' ? 404 : 200);
    for (const [name, value] of Object.entries(securityHeaders)) {
      expect(headers.get(name), `${name} of ${path}`).toBe(value);
    }
    const cache = headers.get('cache-control');
    if (core.includes(path)) expect(cache, path).toBe(caching.hashed);
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

/** Asks a real web server for what a phone on a dear line needs of it. */
async function expectThrift(address: string): Promise<void> {
  const { pathname } = new URL(address);
  const ask = (path: string, headers: Record<string, string> = {}) =>
    fetch(address + path, { headers, redirect: 'manual' });
  for (const path of hashed) {
    const { headers, status } = await ask(path);
    expect(status, path).toBe(200);
    expect(headers.get('cache-control'), path).toBe(caching.hashed);
  }
  // A file that is missing today may come with the next upload.
  const gone = await ask('_astro/gone.Ab3dEf6h.js');
  expect(gone.status).toBe(404);
  expect(gone.headers.get('cache-control')).toBe(caching.other);
  for (const path of ['hi/', 'sw.js', ...core]) {
    const zipped = await ask(path, { 'accept-encoding': 'gzip' });
    expect(zipped.headers.get('content-encoding'), path).toBe('gzip');
    expect(zipped.headers.get('vary'), path).toMatch(/accept-encoding/i);
    const name = (header: string) => zipped.headers.get(header);
    const [tag, date] = [name('etag'), name('last-modified')];
    const again = await ask(path, {
      'accept-encoding': 'gzip',
      ...(tag && { 'if-none-match': tag }),
      ...(date && { 'if-modified-since': date }),
    });
    expect(again.status, `${path} asked for again`).toBe(304);
  }
  const listing = await ask('_astro/');
  expect([403, 404]).toContain(listing.status);
  expect(await listing.text()).not.toContain('core.');
  for (const path of ['_headers', 'nginx.conf', '.htaccess']) {
    expect([403, 404], path).toContain((await ask(path)).status);
  }
  // The server in front has ended https and says so; from there no redirect may lead to plain http.
  const before = { 'x-forwarded-proto': 'https', host: 'hostel.example' };
  for (const path of ['hi/notice?from=chat', 'hi', ...(pathname === '/' ? [] : [''])]) {
    const [folder = '', query] = path.split('?');
    const asked = `${pathname}${folder}`.replace(/\/$/, '');
    const { status, location } = await redirectOf(
      new URL(asked + (query ? `?${query}` : ''), address),
      before,
    );
    expect(status, path).toBe(301);
    expect(location.replace(/^https:\/\/hostel\.example\//, '/'), path).toBe(
      `${asked}/${query ? `?${query}` : ''}`,
    );
  }
}

/** Status and target of a redirect; fetch would not send the header `host`. */
function redirectOf(
  address: URL,
  headers: Record<string, string>,
): Promise<{ status: number | undefined; location: string }> {
  return new Promise((done, fail) => {
    get(address, { headers, agent: false }, (response) => {
      response.resume();
      done({ status: response.statusCode, location: response.headers.location ?? '' });
    }).on('error', fail);
  });
}

for (const name of ['nginx', 'apache2'] as const) {
  for (const below of ['/', '/dastak/']) {
    test(`${name} sends the policy below ${below}, compresses, keeps hashed files and lists nothing`, async ({
      packaged,
    }) => {
      test.skip(!isHere(name), missing(name));
      const server = await startWebServer(name, below, packaged.folder);
      try {
        await expectHeaders(server.address);
        await expectThrift(server.address);
      } finally {
        await server.close();
      }
    });
  }

  test(`On ${name} the course comes to the phone and opens when the server has gone`, async ({
    page,
    packaged,
  }) => {
    test.skip(!isHere(name), missing(name));
    const server = await startWebServer(name, base, packaged.folder);
    try {
      await page.goto(`${server.address}en/`);
      await expect(told(page, 'en')).toHaveText(whole.en, { timeout: 60_000 });
    } finally {
      await server.close();
    }
    await page.goto(`${server.address}en/notice/signs/`);
    await expect(page.locator('.card-steps')).toBeVisible();
  });
}

test('A packaged host keeps the hashed files of the edition before, and its compressed files unpack to the same', ({
  packaged: { folder, kept },
}) => {
  expect(kept).toBe(1);
  const bytes = (file: string) => readFileSync(join(folder, file));
  expect(bytes('_astro/core.oldname1.js').toString()).toBe('old()');
  const page = bytes('index.html');
  expect(page.toString()).not.toBe('old');
  expect(brotliDecompressSync(bytes('index.html.br'))).toEqual(page);
  expect(gunzipSync(bytes('index.html.gz'))).toEqual(page);
});
