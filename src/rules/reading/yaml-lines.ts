/** The line of a text that a place belongs to, without its end. */
export function lineAround(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return text.slice(start, end < 0 ? undefined : end).replace(/\r$/, '');
}

/** The text in quotes of the kind that it does not hold itself. */
export function quoted(text: string): string {
  // Word turns the quotation marks of the file into curly ones, which would be shown.
  const trimmed = text.trim().replace(/^[“‘]([^“”‘’]*)[”’]$/, '$1');
  return trimmed.includes('"') ? `'${trimmed.replaceAll("'", "''")}'` : `"${trimmed}"`;
}

const KEY = String.raw`^\s*((?:- )*[^:\s"'{[]+:)\s+`;

/** `key: a: b` as `key: "a: b"`; undefined where the line is no key with a text. */
export function inQuotes(line: string): string | undefined {
  const [, key, text] = new RegExp(`${KEY}(.+)$`).exec(line) ?? [];
  return key && text ? `${key} ${quoted(text)}` : undefined;
}

/** `: key: "a “b” c"` for the line `key: "a "b" c"`; a full stop where nothing can be shown. */
export function curled(line: string): string {
  const [, key, text] = new RegExp(`${KEY}["'](.+)["']\\s*$`).exec(line) ?? [];
  if (!key || !text) return '.';
  return `: ${key} "${text.replaceAll(/"([^"]*)"/g, '“$1”').replaceAll('"', '”')}"`;
}

/** How many spaces stand in front of a line. */
export const spacesBefore = (line: string): number => /^ */.exec(line)?.[0].length ?? 0;

/** A number of spaces in words. */
export const spacesInWords = (count: number): string =>
  count === 0 ? 'no space' : count === 1 ? 'one space' : `${count} spaces`;
