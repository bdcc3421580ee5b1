import { type DefaultTreeAdapterTypes, parse } from 'parse5';

/** A start tag of a built page. */
export interface Tag {
  /** The element's name in small letters. */
  name: string;
  /** Attribute values by name in small letters, entities decoded; `''` for an attribute without a value. */
  attributes: Record<string, string>;
  /** The text before the element's first child element, entities decoded. */
  text: string;
}

/** Reads the elements of a page in their order, as a browser does. */
export function tagsOf(html: string): Tag[] {
  const tags: Tag[] = [];
  const walk = (parent: DefaultTreeAdapterTypes.ParentNode) => {
    for (const node of parent.childNodes) {
      if (!('tagName' in node)) continue;
      const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
      const inner = 'content' in node ? node.content : node;
      tags.push({ name: node.tagName, attributes, text: leadingText(inner) });
      walk(inner);
    }
  };
  // As without script, so that what `noscript` holds is read too.
  walk(parse(html, { scriptingEnabled: false }));
  return tags;
}

function leadingText({ childNodes }: DefaultTreeAdapterTypes.ParentNode): string {
  const first = childNodes.findIndex((node) => 'tagName' in node);
  return childNodes
    .slice(0, first === -1 ? undefined : first)
    .map((node) => ('value' in node ? node.value : ''))
    .join('');
}
