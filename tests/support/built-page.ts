import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { dist } from '../../src/cli/tools.ts';

/** An element of a built page, as a browser reads it where no script runs. */
export interface BuiltElement {
  name: string;
  /** Values by name; `''` for an attribute without a value. */
  attributes: Readonly<Record<string, string>>;
  parent: BuiltElement | undefined;
  /** All text in it, entities decoded. */
  readonly text: string;
}

/**
 * The elements of a page of the course in their order. For what stands in the pages as they are built, which needs no browser.
 * @param address below the site's, with `/` at its end, such as `review/ledgers/`
 * @throws when no such page was built
 */
export function elementsOf(address: string): BuiltElement[] {
  const html = readFileSync(join(dist, address, 'index.html'), 'utf8');
  const elements: BuiltElement[] = [];
  const walk = (node: DefaultTreeAdapterTypes.ParentNode, parent?: BuiltElement) => {
    for (const child of node.childNodes) {
      if (!('tagName' in child)) continue;
      const element = {
        name: child.tagName,
        attributes: Object.fromEntries(child.attrs.map(({ name, value }) => [name, value])),
        parent,
        get text() {
          return textOf(child);
        },
      };
      elements.push(element);
      walk(child, element);
    }
  };
  walk(parse(html, { scriptingEnabled: false }));
  return elements;
}

function textOf(node: DefaultTreeAdapterTypes.Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** Whether an element has a class. */
export const hasClass = ({ attributes }: BuiltElement, name: string): boolean =>
  (attributes.class ?? '').split(/\s+/).includes(name);

/** The nearest element that an element lies in, or the element itself, of which something holds. */
export function closest(
  element: BuiltElement,
  test: (one: BuiltElement) => boolean,
): BuiltElement | undefined {
  for (let at: BuiltElement | undefined = element; at; at = at.parent) if (test(at)) return at;
  return undefined;
}
