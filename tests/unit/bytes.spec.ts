import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { filesBelow, pagesBelow } from '../../src/build/built-files.ts';
import { tagsOf } from '../../src/build/tags.ts';
import { folderBytes, pageBytes } from '../../src/cli/bytes.ts';

const FILES: Record<string, string> = {
  'index.html': '<title>chooser</title>',
  'hi/begin/index.html': `<!doctype html><html lang="hi"><link rel="stylesheet" href="/dastak/_astro/a.css">
    <script type="module" src="../../_astro/a.js"></script><p>नमस्ते</p></html>`,
  '_astro/a.css': '@font-face { src: url(./a.woff2) }',
  '_astro/a.woff2': 'font',
  '_astro/a.js': 'import{x}from"./b.js";x()',
  '_astro/b.js': 'export const x=()=>import("./c.js")',
  '_astro/c.js': 'import"./a.js";export default 1',
  '_astro/unused.js': 'nobody()',
};
let folder = '';

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dastak-bytes-'));
  for (const [name, content] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
});
test.afterAll(() => rmSync(folder, { recursive: true }));

test('A page weighs what it fetches: styles, scripts, and what those import at once', async () => {
  const bytes = await pageBytes(folder, 'hi/begin/index.html', '/dastak/');
  expect(bytes.files.toSorted()).toEqual([
    '_astro/a.css',
    '_astro/a.js',
    '_astro/b.js',
    'hi/begin/index.html',
  ]);
  const raw = (name: string) => Buffer.byteLength(FILES[name] ?? '');
  expect(bytes.html.raw).toBe(raw('hi/begin/index.html'));
  expect(bytes.html.brotli).toBe(brotliCompressSync(FILES['hi/begin/index.html'] ?? '').length);
  expect(bytes.js.raw).toBe(raw('_astro/a.js') + raw('_astro/b.js'));
  expect(bytes.fonts.raw).toBe(4);
  expect(bytes.total.brotli).toBe(bytes.html.brotli + bytes.css.brotli + bytes.js.brotli);
});

test('A page that names a file which was not built cannot be weighed', async () => {
  await expect(pageBytes(folder, 'hi/begin/index.html', '/')).rejects.toThrow('ENOENT');
});

test('A folder weighs all its files, and its pages are found in order', async () => {
  expect(filesBelow(folder)).toEqual(Object.keys(FILES).toSorted());
  expect(pagesBelow(folder)).toEqual(['hi/begin/index.html', 'index.html']);
  const all = Object.values(FILES).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  expect((await folderBytes(folder)).raw).toBe(all);
});

test('Where nothing was built, it says what to do', () => {
  expect(() => pagesBelow('nowhere')).toThrow(
    'nowhere is not there. Run `npm run build` first, because only what was built can be read.',
  );
});

test('Tags are read with their attributes, whatever the quotes, and code is not mistaken for tags', () => {
  const html = `<!-- <b> --><A HREF='/x?a=1&amp;b=2' disabled data-n=3 title="a > b &#x27;">two</a>
    <script>if (a <b) "<i onclick=x>"</script><script src="/s.js"></script>`;
  // A browser adds the elements around.
  expect(tagsOf(html).filter(({ name }) => !['html', 'head', 'body'].includes(name))).toEqual([
    {
      name: 'a',
      attributes: { href: '/x?a=1&b=2', disabled: '', 'data-n': '3', title: "a > b '" },
      text: 'two',
    },
    { name: 'script', attributes: {}, text: 'if (a <b) "<i onclick=x>"' },
    { name: 'script', attributes: { src: '/s.js' }, text: '' },
  ]);
});
