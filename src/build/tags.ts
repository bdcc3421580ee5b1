/** A start tag of a built page. */
export interface Tag {
  /** The element's name in small letters. */
  name: string;
  /** Attribute values by name in small letters, entities decoded; `''` for an attribute without a value. */
  attributes: Record<string, string>;
  /** The text up to the next tag, as written. */
  text: string;
}

const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;
const TAG = /<([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^'">])*)>([^<]*)/gi;
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Reads the start tags of a page that the build has written, in their order.
 * @param html well-formed HTML; for pages of others use a real parser
 */
export function tagsOf(html: string): Tag[] {
  const visible = html
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replaceAll(/(<(script|style)\b[^>]*>)([\s\S]*?)(?=<\/\2)/gi, (_, open, __, code) => {
      // Code may hold what looks like tags; whether there is any code is all that is kept.
      return code.trim() ? `${open}code` : open;
    });
  return [...visible.matchAll(TAG)].map(([, name = '', attributes = '', text = '']) => ({
    name: name.toLowerCase(),
    attributes: Object.fromEntries(
      [...attributes.matchAll(ATTRIBUTE)].map(([, key = '', double, single, bare]) => [
        key.toLowerCase(),
        decode(double ?? single ?? bare ?? ''),
      ]),
    ),
    text: decode(text),
  }));
}

/** Replaces character references (`&amp;`, `&#39;`, `&#x27;`) by what they stand for. */
function decode(text: string): string {
  return text.replaceAll(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return NAMED[name] ?? whole;
  });
}
