import { expect, test } from '@playwright/test';
import { caching } from '../../src/build/caching.ts';
import { headersFile, htaccessFile, nginxFile } from '../../src/build/host-files.ts';
import { policy, securityHeaders } from '../../src/build/policy.ts';
import { relative } from '../../src/build/relative.ts';
import { headersFor } from '../support/headers.ts';

const languages = ['hi', 'en'];

test('A headers file gives every path its security headers, and each header once', () => {
  for (const base of ['/', '/dastak/']) {
    const file = headersFile(base, languages);
    for (const path of [
      '',
      'hi/notice/',
      'en/',
      'sw.js',
      'offline/',
      '_astro/core.abc.js',
      '404.html',
    ]) {
      expect(headersFor(file, base + path)).toMatchObject(securityHeaders);
    }
    expect(headersFor(file, `${base}hi/notice/`)['Cache-Control']).toBe(caching.other);
    expect(headersFor(file, `${base}sw.js`)['Cache-Control']).toBe(caching.other);
    expect(headersFor(file, `${base}_astro/core.abc.js`)['Cache-Control']).toBe(caching.hashed);
    for (const path of ['hi/', '_astro/a.js', 'sw.js']) {
      const matching = file
        .split('\n\n')
        .filter((block) => headersFor(block, base + path)['Cache-Control'] !== undefined);
      expect(matching, path).toHaveLength(1);
    }
  }
});

test('The files for nginx and Apache carry the same policy', () => {
  for (const text of [nginxFile('/dastak/'), htaccessFile('/dastak/')]) {
    expect(text).toContain(`"${policy}"`);
    expect(text).toContain(caching.hashed);
    expect(text).toContain(caching.other);
    expect(text).toContain('/dastak/404.html');
  }
});

test('Addresses on a pen drive are relative and name the file', () => {
  const there = new Set(['index.html', 'hi/index.html', 'hi/ask/check/index.html', 'icon.svg']);
  const from = (page: string, address: string, base = '/') => relative(page, address, base, there);
  expect(from('hi/ask/check/index.html', '/hi/')).toBe('../../index.html');
  expect(from('hi/index.html', '/hi/ask/check/#two')).toBe('ask/check/index.html#two');
  expect(from('hi/index.html', '/')).toBe('../index.html');
  expect(from('index.html', '/dastak/icon.svg', '/dastak/')).toBe('icon.svg');
  expect(from('index.html', '/nowhere/')).toBeUndefined();
  expect(from('index.html', '//elsewhere.example/')).toBeUndefined();
});
