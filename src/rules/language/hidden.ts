import { sum32 } from '../../domain/id-hash.ts';
import { remembered } from '../../domain/remembered.ts';
import { type Word, wordToForm } from './words.ts';

/** How many words may stand between the two of a pair. */
const WIDEST_GAP = 3;

/** The hash under which a word's form is kept: 16 hexadecimal digits. It hides the word from a reader, not from a search. */
export const formToHash = remembered((form: string): string => {
  const first = sum32(`dastak ${form}`);
  return [first, sum32(`${first} ${form}`)]
    .map((sum) => sum.toString(16).padStart(8, '0'))
    .join('');
});

/** What stands in the ledger for a word or a pair; `word*` counts by its beginning. */
export function wordsToHash(written: string): string {
  return written
    .trim()
    .split(/\s+/)
    .map((word) => {
      const form = wordToForm(word.replace(/\*$/, ''));
      return `${formToHash(form)}${word.endsWith('*') ? `~${form.length}` : ''}`;
    })
    .join(' ');
}

/** The hidden words of the ledger, ready for searching. */
export interface Hidden {
  /** Of a word that begins a find the seconds that make it one; undefined for a word that is one alone. */
  secondsOf: (form: string) => readonly (string | undefined)[];
  /** All hashes of a word: of the whole and of its beginnings. */
  hashesOf: (form: string) => readonly string[];
}

/** Makes the hashes of the ledger ready for searching. */
export function readHidden(hashes: readonly string[]): Hidden {
  const firsts = new Map<string, (string | undefined)[]>();
  const lengths = new Set<number>();
  for (const hash of hashes) {
    const [first = '', second] = hash.split(' ');
    firsts.set(first, [...(firsts.get(first) ?? []), second]);
    for (const part of [first, second ?? first]) lengths.add(Number(part.split('~')[1] ?? 0));
  }
  const hashesOf = remembered((form: string) =>
    [...lengths].flatMap((length) => {
      if (length === 0) return [formToHash(form)];
      return form.length < length ? [] : [`${formToHash(form.slice(0, length))}~${length}`];
    }),
  );
  const secondsOf = remembered((form: string) =>
    hashesOf(form).flatMap((hash) => firsts.get(hash) ?? []),
  );
  return { secondsOf, hashesOf };
}

/** The hidden words of a text, each as the places of its first word and after its last. */
export function hiddenIn(words: readonly Word[], hidden: Hidden): [number, number][] {
  return words.flatMap(({ form }, at): [number, number][] => {
    const ends = hidden
      .secondsOf(form)
      .map((second) => (second === undefined ? at + 1 : secondAt(words, at, second, hidden)));
    const end = ends.find((one) => one !== undefined);
    return end === undefined ? [] : [[at, end]];
  });
}

function secondAt(
  words: readonly Word[],
  first: number,
  hash: string,
  { hashesOf }: Hidden,
): number | undefined {
  for (let at = first + 1; at <= first + 1 + WIDEST_GAP; at++) {
    const word = words[at];
    if (!word || word.begins) return undefined;
    if (hashesOf(word.form).includes(hash)) return at + 1;
  }
  return undefined;
}
