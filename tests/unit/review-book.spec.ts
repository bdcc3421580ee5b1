import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { site } from '../../src/build/site.ts';
import { reviewBook } from '../../src/cli/review-book.ts';

const at = (path: string) => `${site.base}${path}`;
const page = (main: string) => `<!doctype html><html lang="hi"><head><title>Book</title>
<link rel="stylesheet" href="${at('a.css')}"></head><body><main class="review"><nav><a href="/x">x</a></nav>${main}</main></body></html>`;

test('The book is one file: contents, chapters in their order, its links and ids its own', () => {
  const dist = mkdtempSync(join(tmpdir(), 'dastak-book-'));
  const write = (path: string, text: string) => {
    mkdirSync(join(dist, path, '..'), { recursive: true });
    writeFileSync(join(dist, path), text);
  };
  write('a.css', 'p { color: red }');
  write('hi/index.html', page('<p>no chapter</p>'));
  write(
    'review/index.html',
    page(`<a href="${at('review/z/')}">z</a><a href="${at('review/a/')}">a</a>`),
  );
  write(
    'review/a/index.html',
    page('<i id="m">A</i><path marker-end="url(#m)"/><a href="#m">m</a>'),
  );
  write('review/z/index.html', page(`<i id="m">Z</i><a href="${at('hi/')}">out</a>`));
  write('review/b/c/index.html', page('<a href="https://example.org/">far</a>'));
  const { html, pages } = reviewBook(dist);
  rmSync(dist, { recursive: true });
  expect(pages).toBe(4);
  expect([...html.matchAll(/<article id="([^"]*)"/g)].map(([, id]) => id)).toEqual([
    ...['review', 'review-z', 'review-a', 'review-b-c'],
  ]);
  expect(html).toContain('p { color: red }');
  expect(html).toContain('<a href="#review-z">z</a><a href="#review-a">a</a>');
  expect(html).toContain(
    '<i id="review-a--m">A</i><path marker-end="url(#review-a--m)"/><a href="#review-a--m">m</a>',
  );
  expect(html).toContain('<i id="review-z--m">Z</i><a>out</a>');
  expect(html).toContain('<a href="https://example.org/">far</a>');
  expect(html).not.toContain('no chapter');
  expect(html).not.toContain('<link');
  expect(html).not.toContain('<nav');
});
