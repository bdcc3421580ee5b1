import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { pagesBelow } from '../../src/build/built-files.ts';
import { pageStates } from '../../src/cli/page-states.ts';
import { dist } from '../../src/cli/tools.ts';
import { markupOf } from '../support/markup.ts';

/** What stands in a drawing tells no rule of access anything. */
const IN_DRAWING = /^(svg|g|symbol|defs|clipPath)\b[^>]* > /;

const markup = (page: string) =>
  [...markupOf(readFileSync(join(dist, page), 'utf8'))].filter((kind) => !IN_DRAWING.test(kind));

test('Every kind of markup stands on a page that the crawler goes to', () => {
  const visited = new Set(
    ['hi', 'en'].flatMap((language) =>
      pageStates.map(({ path }) => {
        const page = join(language, path.replace(/#.*/, '')).replaceAll('\\', '/');
        return page.endsWith('.html') ? page : join(page, 'index.html').replaceAll('\\', '/');
      }),
    ),
  );
  const met = new Set([...visited].flatMap(markup));
  // The reviewers' pages are looked at by review.spec.ts.
  const others = pagesBelow(dist).filter((page) => !/^review\//.test(page) && !visited.has(page));
  const unmet = others.flatMap((page) => {
    const [kind] = markup(page).filter((one) => !met.has(one));
    return kind ? [`${page} has <${kind}>: name one of its states in src/cli/page-states.ts`] : [];
  });
  console.log(
    `The crawler knows ${pageStates.length} states, on ${visited.size} pages with ${met.size} kinds of markup.`,
  );
  expect(unmet).toEqual([]);
});
