/** A mark that a page shows as it stands, and the text as it was meant. */
export interface RawMark {
  written: string;
  /** What it is, as a sentence begins: `A sign of web pages`. */
  what: string;
  right: string;
}

const SIGNS: Readonly<Record<string, string>> = {
  ...{ amp: '&', nbsp: ' ', quot: '"', apos: "'", hellip: '…', middot: '·', zwj: '', zwnj: '' },
  ...{ ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', copy: '©' },
};
const SIGN = /&(?:#(\d+)|#x([\da-f]+)|([a-z]+\d*));/gi;
/** Looks for all of it at once, since every text of the course is asked. */
const ANY = /&#?[a-z\d]+;|<\/?[a-z][^<>]*>|\*[^*\s]|\]\(/i;

/** A text that stands wholly in the quotation marks of a word processor; an id or a number in them is no text. */
export function inCurlyQuotes(text: string): RawMark[] {
  const [, right] = /^[“‘](?![\d+]|[a-z\d-]+[”’])([^“”‘’]+)[”’]$/.exec(text.trim()) ?? [];
  return right ? [{ what: 'A pair of curly quotation marks', written: text.trim(), right }] : [];
}

/** Marks of web pages, chats and Markdown in a text that is shown letter by letter. */
export function rawMarks(text: string): RawMark[] {
  if (!ANY.test(text)) return [];
  const kinds: [what: string, pattern: RegExp, right: (found: string) => string][] = [
    ['A sign of web pages', SIGN, plainSigns],
    ['A tag of web pages', /<\/?[a-z][^<>]*>/gi, () => ''],
    ['An asterisk for bold letters', /\*+([^*\n]+)\*+/g, (found) => found.replaceAll('*', '')],
    ['A link', /\[[^[\]]+\]\([^()]*\)/g, (found) => found.slice(1, found.indexOf(']'))],
  ];
  return kinds.flatMap(([what, pattern, right]) => {
    const [written] = text.match(pattern) ?? [];
    return written ? [{ what, written, right: text.replaceAll(pattern, right).trim() }] : [];
  });
}

/** The text with the signs that web pages write as words. */
export function plainSigns(text: string): string {
  return text.replaceAll(SIGN, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name) return SIGNS[name.toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    return code > 31 && code < 0x11_0000 ? String.fromCodePoint(code) : whole;
  });
}
