import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { pagesBelow } from '../../src/build/built-files.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Attributes by which rules of access and of HTML tell elements apart, with their value. */
const WITH_VALUE = /^(role|type|class|autocomplete|data-kind|aria-(live|current|hidden))$/;
/** Attributes of which it matters that they are there. */
const WITHOUT_VALUE = /^(hidden|disabled|open|lang|tabindex|href|for|alt|aria-.*)$/;
const HEADING = /^h[1-6]$/;

/**
 * Picks so few built pages that every kind of markup stands on at least one of them: each element with its role, classes
 * and states inside its parent, and each heading after the one before it. What a checker of markup finds on any page it
 * finds on these, in a tenth of the time.
 * @param isMeant which pages are looked at, by paths such as `hi/notice/check/index.html`
 */
export function pagesWithAllMarkup(
  folder: string,
  isMeant: (page: string) => boolean,
): { picked: string[]; all: number; kinds: number } {
  const pages = pagesBelow(folder)
    .filter(isMeant)
    .map((page) => ({ page, kinds: markupOf(readFileSync(join(folder, page), 'utf8')) }));
  const missing = new Set(pages.flatMap(({ kinds }) => [...kinds]));
  const kinds = missing.size;
  const picked: string[] = [];
  while (missing.size > 0) {
    const news = pages.map(({ page, kinds }) => ({
      page,
      count: [...kinds].filter((kind) => missing.has(kind)).length,
    }));
    const [best] = news.toSorted((a, b) => b.count - a.count);
    if (!best || best.count === 0) break;
    picked.push(best.page);
    for (const kind of pages.find(({ page }) => page === best.page)?.kinds ?? []) {
      missing.delete(kind);
    }
  }
  return { picked, all: pages.length, kinds };
}

/** Every kind of markup of a page. */
export function markupOf(html: string): Set<string> {
  const kinds = new Set<string>();
  let heading = '';
  const visit = (node: Node, parent: string) => {
    const own = 'tagName' in node ? kindOf(node) : '';
    if ('tagName' in node) {
      kinds.add(`${parent} > ${own}`);
      if (HEADING.test(node.tagName)) {
        kinds.add(`${heading} then ${node.tagName}`);
        heading = node.tagName;
      }
    }
    if ('childNodes' in node) for (const child of node.childNodes) visit(child, own);
  };
  visit(parse(html), '');
  return kinds;
}

function kindOf({ tagName, attrs }: Element): string {
  const telling = attrs.flatMap(({ name, value }) => {
    if (WITH_VALUE.test(name)) return [`${name}=${value}`];
    return WITHOUT_VALUE.test(name) ? [name] : [];
  });
  return [tagName, ...telling.toSorted()].join(' ');
}
