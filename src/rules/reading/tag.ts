/** A tag as it is written in a lesson: `<Card id="a">`, `</Card>` or `<Cite id="b" />`. */
export interface Tag {
  name: string;
  form: 'opening' | 'closing' | 'single';
  /** Attributes by name; null for one without a value. */
  attributes: ReadonlyMap<string, string | null>;
  written: string;
  line: number;
  /** Place in the text, in code units from 0. */
  start: number;
  end: number;
}

const TAG = /<(\/?)([A-Za-z][\w.]*)((?:\s+[A-Za-z][\w-]*(?:="[^"<>{}\n]*")?)*)\s*(\/?)>/y;
const ATTRIBUTE = /([A-Za-z][\w-]*)(?:="([^"]*)")?/g;

/**
 * Reads the tag that begins at a place of a text.
 * @returns the tag, or undefined where no well-written tag begins
 */
export function tagAt(text: string, start: number, line: number): Tag | undefined {
  TAG.lastIndex = start;
  const [written, slash, name, attributes, close] = TAG.exec(text) ?? [];
  if (written === undefined || name === undefined) return undefined;
  return {
    name,
    form: slash ? 'closing' : close ? 'single' : 'opening',
    attributes: new Map(
      [...(attributes ?? '').matchAll(ATTRIBUTE)].map(([, key = '', value]) => [
        key,
        value ?? null,
      ]),
    ),
    written,
    line,
    start,
    end: start + written.length,
  };
}

/** Gives the line, from 1, of a place in a text; asked for places in rising order it reads the text once. */
export function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let counted = 0;
  return (offset) => {
    if (offset < counted) {
      line = 1;
      counted = 0;
    }
    for (
      let at = text.indexOf('\n', counted);
      at >= 0 && at < offset;
      at = text.indexOf('\n', at + 1)
    ) {
      line += 1;
      counted = at + 1;
    }
    return line;
  };
}
