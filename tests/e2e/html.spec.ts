// Browsers forgive markup that is wrong; proxies, readers of other makers and the next tool may not.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { dist } from '../../src/cli/tools.ts';
import { pagesWithAllMarkup } from '../support/markup.ts';

type Node = DefaultTreeAdapterTypes.Node;

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:standard'],
  }),
);

const pages: { page: string; html: string }[] = [];

test.beforeAll(() => {
  test.setTimeout(180_000);
  const { picked, all } = pagesWithAllMarkup(dist, () => true);
  console.log(`${picked.length} of ${all} pages hold every kind of markup.`);
  for (const page of picked) pages.push({ page, html: readFileSync(join(dist, page), 'utf8') });
});

test('Built pages are valid HTML', () => {
  const found = pages.flatMap(({ page, html }) =>
    validator
      .validateStringSync(html, page)
      .results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, column }) => `${page}:${column} ${ruleId}: ${message}`),
      ),
  );
  expect(found).toEqual([]);
});

test('Nothing stands after the end of a page', () => {
  const found = pages.filter(({ html }) => !html.trimEnd().endsWith('</html>'));
  expect(found.map(({ page }) => page)).toEqual([]);
});

test('Every section has a heading or a name', () => {
  const hasHeading = (node: Node): boolean =>
    ('tagName' in node && /^h[1-6]$/.test(node.tagName)) ||
    ('childNodes' in node && node.childNodes.some(hasHeading));
  const nameless = (node: Node): string[] => {
    const isSection = 'tagName' in node && /^(section|article)$/.test(node.tagName);
    const attributes = 'attrs' in node ? node.attrs : [];
    const isNamed = attributes.some(({ name }) => /^aria-label/.test(name));
    const own = isSection && !isNamed && !hasHeading(node);
    const found = own ? [attributes.map(({ name, value }) => `${name}="${value}"`).join(' ')] : [];
    return 'childNodes' in node ? [...found, ...node.childNodes.flatMap(nameless)] : found;
  };
  const found = pages.flatMap(({ page, html }) =>
    nameless(parse(html)).map((section) => `${page}: ${section}`),
  );
  expect(found).toEqual([]);
});
