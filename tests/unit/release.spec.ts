import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { contentHash, releaseOf } from '../../src/build/release.ts';
import { addressOf, bytesOf, filesOf, learnersParts, partsFrom } from '../../src/domain/release.ts';
import { hashOf } from '../../src/offline/verified.ts';

const release = {
  parts: [
    { id: '', files: { 'hi/': 'a' }, bytes: 2 },
    { id: ':shared', files: { 'a.js': 's' }, bytes: 1 },
    { id: ':help', files: { 'hi/help/': 'b' }, bytes: 2 },
    { id: 'begin', files: { 'hi/begin/': 'c' }, bytes: 7 },
    { id: 'ask', files: { 'hi/ask/': 'd', 'hi/practice/knock/': 'e' }, bytes: 9 },
  ],
};

test('parts are fetched in order: help, what several need, the open module, other pages, other modules', () => {
  const order = (at: string) => partsFrom(release, at).map(({ id }) => id);
  expect(order('hi/practice/knock/')).toEqual([':help', ':shared', 'ask', '', 'begin']);
  expect(order('hi/help/')).toEqual([':help', ':shared', '', 'begin', 'ask']);
  expect(order('nowhere/')).toEqual([':help', ':shared', '', 'begin', 'ask']);
  expect(bytesOf(release.parts)).toBe(21);
});

test('pages of coordinators are fetched where one of them is opened, and count for nobody else', () => {
  const desk = { id: ':desk', files: { 'hi/register/': 'f' }, bytes: 5 };
  const all = { parts: [...release.parts, desk] };
  const order = (at: string) => partsFrom(all, at).map(({ id }) => id);
  expect(order('hi/ask/')).not.toContain(':desk');
  expect(order('hi/register/')).toEqual([':help', ':shared', ':desk', '', 'begin', 'ask']);
  expect(learnersParts(all)).toEqual(release.parts);
});

test('an address is found with and without its slash and its file, and never another one', () => {
  const files = filesOf(release);
  expect(addressOf(files, 'hi/ask')).toBe('hi/ask/');
  expect(addressOf(files, 'hi/ask/')).toBe('hi/ask/');
  expect(addressOf(files, 'hi/ask/index.html')).toBe('hi/ask/');
  for (const path of ['hi/as', 'hi/ask/x', 'HI/ask/', '', 'hi//ask/', 'index.html']) {
    expect(addressOf(files, path), path).toBeUndefined();
  }
});

test('the build and the worker make the same content hash', async () => {
  for (const text of ['', 'दस्तक', 'x'.repeat(5000)]) {
    const { buffer } = Uint8Array.from(Buffer.from(text));
    expect(await hashOf(buffer)).toBe(contentHash(text));
    expect(contentHash(text)).toMatch(/^[\w-]{12}$/);
  }
});

test('each file is in one part, with what it needs, and a conversation in the module that leads to it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dastak-release-'));
  const page = (body: string) =>
    `<link rel="stylesheet" href="/d/_astro/a.css"><script type="module" src="/d/_astro/a.js"></script>${body}`;
  const built: Record<string, string> = {
    'index.html': 'chooser',
    'offline/index.html': page(''),
    'hi/index.html': page('<a href="/d/hi/ask/">ask</a>'),
    'hi/help/index.html': page('<img src="/d/icon.svg">'),
    'hi/register/index.html': page('<script type="module" src="/d/_astro/desk.js"></script>'),
    'hi/verify/index.html': page('<script type="module" src="/d/_astro/desk.js"></script>'),
    'hi/ask/index.html': page('<a href="/d/hi/practice/knock/#x">knock</a>'),
    'hi/ask/check/index.html': page('<a href="/d/hi/help/">help</a>'),
    'hi/practice/knock/index.html': page('<script type="module" src="/d/_astro/play.js"></script>'),
    'hi/ask/words/index.html': page('<script type="module" src="/d/_astro/cards.js"></script>'),
    'hi/begin/index.html': page('<a href="/d/hi/practice/knock/">knock</a>'),
    'hi/begin/why/index.html': page('<script type="module" src="/d/_astro/cards.js"></script>'),
    'en/index.html': page(''),
    '_astro/a.css': 'p{background:url(/d/_astro/a.svg)}',
    '_astro/a.svg': '<svg/>',
    '_astro/a.js': 'import"./b.js";onload=()=>import("./late.js")',
    '_astro/b.js': '',
    '_astro/late.js': '1',
    '_astro/play.js': '2',
    '_astro/cards.js': '3',
    '_astro/desk.js': '4',
    'icon.svg': '<svg></svg>',
    'status/1.jwt': '5',
  };
  for (const [name, content] of Object.entries(built)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const general = ['index.html', 'offline/index.html'];
  const { parts } = await releaseOf(folder, '/d/', 'hi', ['ask', 'begin', 'gone'], general);
  rmSync(folder, { recursive: true });
  expect(parts.map(({ id, files }) => [id, Object.keys(files).sort()])).toEqual([
    [
      ':help',
      [
        '',
        '_astro/a.css',
        '_astro/a.js',
        '_astro/a.svg',
        '_astro/b.js',
        '_astro/late.js',
        'hi/help/',
        'icon.svg',
        'offline/',
      ],
    ],
    [':shared', ['_astro/cards.js']],
    ['', ['hi/']],
    ['ask', ['_astro/play.js', 'hi/ask/', 'hi/ask/check/', 'hi/ask/words/', 'hi/practice/knock/']],
    ['begin', ['hi/begin/', 'hi/begin/why/']],
    [':desk', ['_astro/desk.js', 'hi/register/', 'hi/verify/', 'status/1.jwt']],
  ]);
  expect(parts[2]?.files['hi/']).toBe(contentHash(built['hi/index.html'] ?? ''));
});
