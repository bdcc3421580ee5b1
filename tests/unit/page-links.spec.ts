import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { linkPages } from '../../src/build/page-links.ts';

const WIDE = '<link rel="stylesheet" href="/_astro/wide.css" media="screen and (min-width: 64em)">';
const SHEETS =
  '<link rel="stylesheet" href="/_astro/a.css"><link rel="stylesheet" href="/_astro/b.css">';

/** A built folder with these scripts and one page that has the last of them. */
async function linked(scripts: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'dastak-links-'));
  mkdirSync(join(folder, '_astro'));
  const all = { 'wide.css': '', 'a.css': 'p{margin:0}', 'b.css': 'q{margin:0}', ...scripts };
  for (const [name, text] of Object.entries(all)) writeFileSync(join(folder, '_astro', name), text);
  const [entry] = Object.keys(scripts).slice(-1);
  const page = join(folder, 'index.html');
  writeFileSync(
    page,
    `<html><head>${WIDE}<link rel="icon" href="/i.svg">${SHEETS}</head><body><p></p>${
      entry ? `<script type="module" src="/_astro/${entry}"></script>` : ''
    }</body></html>`,
  );
  await linkPages(folder, '/');
  const [head = '', body = ''] = readFileSync(page, 'utf8').split('</head>');
  const links = [...head.matchAll(/<(?:link|script)\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !tag.includes('icon'));
  rmSync(folder, { recursive: true });
  return { links, body };
}

test('The head names the sheet, the gate, the script and its imports, and what is for wide screens last', async () => {
  const { links, body } = await linked({
    'core.js': 'export const a=1;',
    'part.js': 'import"./core.js";export const b=2;',
    'entry.js': 'import{b}from"./part.js";customElements.define("x-y",b);',
  });
  expect(links).toEqual([
    expect.stringMatching(/^<link rel="stylesheet" href="[^"]+">$/),
    expect.stringMatching(/^<script defer src=/),
    '<script type="module" src="/_astro/entry.js">',
    '<link rel="modulepreload" href="/_astro/part.js">',
    '<link rel="modulepreload" href="/_astro/core.js">',
    WIDE,
  ]);
  expect(body).not.toContain('<script');
});

test('A page without script keeps its sheets', async () => {
  const { links } = await linked({});
  expect(links).toHaveLength(2);
  expect(links[1]).toBe(WIDE);
});
