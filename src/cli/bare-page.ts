import { type DefaultTreeAdapterTypes, parse, serialize } from 'parse5';

/** What a page of bare text is without. */
const DROPPED = ['link', 'script', 'style', 'svg', 'template'];
/** Attributes without which it would be another text. */
const KEPT = ['lang', 'href', 'charset', 'name', 'content', 'type', 'hidden', 'popover'];

/**
 * The page of the same text with nothing that is not text: no style, script or drawing, no class.
 * @param html a built page
 */
export function bareHtml(html: string): string {
  const page = parse(html, { scriptingEnabled: false });
  strip(page);
  return serialize(page);
}

function strip(parent: DefaultTreeAdapterTypes.ParentNode): void {
  parent.childNodes = parent.childNodes.filter(
    (node) =>
      !('tagName' in node) ||
      !(DROPPED.includes(node.tagName) || node.attrs.some(({ name }) => name === 'http-equiv')),
  );
  for (const node of parent.childNodes) {
    if (!('tagName' in node)) continue;
    // No browser knows it without its script.
    if (node.tagName.includes('-')) node.tagName = 'span';
    node.attrs = node.attrs.filter(({ name }) => KEPT.includes(name));
    strip(node);
  }
}
