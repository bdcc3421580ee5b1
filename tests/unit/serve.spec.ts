import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import fc from 'fast-check';
import { pagePolicy, policy } from '../../src/build/policy.ts';
import { partsBelow, type Served, serve } from '../../src/build/serve.ts';

const test = base.extend<object, { served: Served }>({
  served: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its pattern.
    async ({}, use) => {
      const home = mkdtempSync(join(tmpdir(), 'dastak-serve-'));
      const folder = join(home, 'dist');
      mkdirSync(join(folder, 'hi'), { recursive: true });
      mkdirSync(join(folder, '_astro'));
      writeFileSync(join(home, 'secret.txt'), 'outside');
      writeFileSync(join(folder, '.hidden'), 'hidden');
      writeFileSync(join(folder, 'index.html'), '<title>home</title>');
      writeFileSync(join(folder, '404.html'), '<title>no such page</title>');
      writeFileSync(join(folder, 'hi', 'index.html'), '<title>हिंदी</title>');
      writeFileSync(join(folder, '_astro', 'a.1b2c.css'), 'p{}');
      writeFileSync(join(folder, 'sw.js'), '1');
      symlinkSync(join(home, 'secret.txt'), join(folder, 'link.txt'));
      const served = await serve({ folder, base: '/dastak/' });
      await use(served);
      await served.close();
      rmSync(home, { recursive: true });
    },
    { scope: 'worker' },
  ],
});

/** Sends a request target exactly as written; fetch would tidy it first. */
function raw(served: Served, path: string, method = 'GET') {
  return new Promise<{ status: number; place: string | undefined; body: string }>(
    (resolve, reject) => {
      request({ host: '127.0.0.1', port: served.port, path, method }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (part) => {
          body += part;
        });
        const { statusCode = 0, headers } = response;
        response.on('end', () => resolve({ status: statusCode, place: headers.location, body }));
      })
        .on('error', reject)
        .end();
    },
  );
}

test('A folder is answered with its page, in UTF-8 and never from an old copy', async ({
  served,
}) => {
  const response = await fetch(`${served.address}hi/`);
  expect(response.status).toBe(200);
  expect(await response.text()).toBe('<title>हिंदी</title>');
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('no-cache, no-transform');
});

test('Hashed files are kept for a year, the worker is asked for each time', async ({ served }) => {
  const style = await fetch(`${served.address}_astro/a.1b2c.css`);
  expect(style.headers.get('content-type')).toBe('text/css; charset=utf-8');
  expect(style.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  const worker = await fetch(`${served.address}sw.js`);
  expect(worker.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(worker.headers.get('cache-control')).toBe('no-cache, no-transform');
});

test('Every answer carries the policy and the other security headers', async ({ served }) => {
  for (const path of ['', 'hi/', 'nowhere/', '_astro/a.1b2c.css']) {
    const { headers } = await fetch(served.address + path);
    expect(headers.get('content-security-policy')).toBe(policy);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('permissions-policy')).toBe(
      'microphone=(self), camera=(self), geolocation=()',
    );
  }
});

test('The policy allows nothing that is not named, and no inline code', () => {
  expect(policy).toMatch(/^default-src 'none'; /);
  expect(policy).not.toContain('unsafe');
  expect(policy).toBe(`${pagePolicy}; frame-ancestors 'self'`);
});

test('An unknown page is answered with the 404 page', async ({ served }) => {
  const response = await fetch(`${served.address}hi/nowhere/`);
  expect(response.status).toBe(404);
  expect(await response.text()).toBe('<title>no such page</title>');
});

test('Addresses without their slash are led to the right one, and keep their query', async ({
  served,
}) => {
  expect(await raw(served, '/dastak/hi?a=1')).toMatchObject({
    status: 301,
    place: '/dastak/hi/?a=1',
  });
  expect(await raw(served, '/dastak/sw.js/')).toMatchObject({
    status: 301,
    place: '/dastak/sw.js',
  });
  expect(await raw(served, '/dastak')).toMatchObject({ status: 302, place: '/dastak/' });
  expect(await raw(served, '/')).toMatchObject({ status: 302, place: '/dastak/' });
});

test('Nothing outside the base, outside the folder or hidden in it is given away', async ({
  served,
}) => {
  const paths = [
    '/hi/',
    '/dastak/../secret.txt',
    '/dastak/%2e%2e/secret.txt',
    '/dastak/..%2fsecret.txt',
    '/dastak/hi/..%2f..%2fsecret.txt',
    '/dastak/..%5csecret.txt',
    '/dastak/link.txt',
    '/dastak/.hidden',
    '/dastak//secret.txt',
    '/dastak/%00',
    '/dastak/%E0%A4',
    '//evil.example/',
  ];
  for (const path of paths) {
    expect({ path, ...(await raw(served, path)) }).toEqual({
      path,
      status: 404,
      place: undefined,
      body: '<title>no such page</title>',
    });
  }
});

test('Whatever is asked, no part of the path can leave the folder', () => {
  const piece = fc.constantFrom('..', '.', '/', '%2e', '%2F', '%5c', '\\', '%00', 'hi', ':', '%');
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      for (const part of partsBelow('/', `/${pieces.join('')}`) ?? []) {
        assert.doesNotMatch(part, /^\.|[/\\\0:]|^$/);
      }
    }),
  );
});

test('Only reading is allowed', async ({ served }) => {
  expect(await raw(served, '/dastak/', 'POST')).toMatchObject({ status: 405, body: '' });
  expect(await raw(served, '/dastak/', 'HEAD')).toMatchObject({ status: 200, body: '' });
});

test('A taken port gives way to the next free one', async ({ served }) => {
  const second = await serve({ folder: '.', port: served.port });
  expect(second.port).toBeGreaterThan(served.port);
  await second.close();
});

test('A visitor who hangs up while the files are taken away does not end the server', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dastak-serve-'));
  const page = join(folder, 'index.html');
  const served = await serve({ folder });
  for (let round = 0; round < 150; round += 1) {
    writeFileSync(page, 'a'.repeat(100_000));
    const visits = Array.from({ length: 8 }, () =>
      request(served.address).on('error', () => undefined),
    );
    for (const visit of visits) visit.end();
    await new Promise((done) => setTimeout(done, round % 3));
    for (const visit of visits) visit.destroy();
    rmSync(page);
  }
  writeFileSync(page, 'still here');
  expect(await (await fetch(served.address)).text()).toBe('still here');
  await served.close();
  rmSync(folder, { recursive: true });
});
