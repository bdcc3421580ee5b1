import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { ContentFile } from '../../src/rules/problem.ts';
import { isLeftBehind } from '../../src/schema/stray-files.ts';

/** A slip of an editor, from `tests/fixtures/slips.yml`. */
export interface Slip {
  /** The program that makes such slips. */
  by: string;
  slip: string;
  /** The file that is changed, or added where nothing of it is replaced. */
  file: string;
  /** What is replaced, and by what. */
  from?: string;
  to?: string;
  /** The form in which the file is saved. */
  as?: keyof typeof saved;
  /** The file whose text an added file has. */
  of?: string;
  /** Whether that file goes, so that the added one stands in its place. */
  moves?: boolean;
  /** What the check says, word for word; empty where it says nothing. */
  says: string;
}

const decoder = new TextDecoder('windows-1252');
const ansi = new Map(
  Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
);

/** A text as the bytes that a program writes. */
const saved = {
  'UTF-8 with BOM': (text: string) => Buffer.from(`\ufeff${text}`),
  'UTF-16 LE': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'UTF-16 BE': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  ANSI: (text: string) => Buffer.from([...text].map((letter) => ansi.get(letter) ?? 63)),
  'UTF-8 read as ANSI': (text: string) => Buffer.from(decoder.decode(Buffer.from(text))),
};

/** All slips of the fixture. */
export function readSlips(): Slip[] {
  return parse(readFileSync(new URL('../fixtures/slips.yml', import.meta.url), 'utf8')) as Slip[];
}

/**
 * The files of a course after a slip, as the check reads them.
 * @param course its texts by path
 * @throws Error when there is nothing to be replaced, so that no slip leaves the course as it is
 */
export function afterSlip(
  course: Readonly<Record<string, string>>,
  { file, from, to = '', as, of, moves }: Slip,
): ContentFile[] {
  const texts: Record<string, string> = { ...course };
  if (of) texts[file] = texts[of] ?? '';
  if (of && moves) delete texts[of];
  const before = texts[file] ?? '';
  if (from !== undefined) {
    if (!before.includes(from)) throw new Error(`${file} has no “${from}” to replace.`);
    texts[file] = before.replace(from, () => to);
  } else if (to) texts[file] = to;
  if (as) texts[file] = saved[as](texts[file] ?? '').toString('utf8');
  return Object.entries(texts)
    .filter(([path]) => !isLeftBehind(path))
    .map(([path, text]) => ({ path, text }));
}
