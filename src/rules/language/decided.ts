import type { Lexicon } from '../../schema/lexicon.ts';

/** A list of decided spellings, ready for use. */
export interface Decided {
  /** Finds every other way of writing at once, so that a text is read a single time. */
  any: RegExp;
  ways: readonly { exact: RegExp; write: string }[];
}

/** What stands in a text, and what is written for it. */
export interface Undecided {
  start: number;
  written: string;
  write: string;
}

const LETTER = String.raw`[\p{L}\p{M}\p{Nd}]`;

/**
 * Reads the entries of `decided:`. A way that ends with `*` stands for every word that begins so, and what follows is
 * kept where `write` ends with `*` too; a small first letter stands for a capital as well.
 */
export function readDecided(entries: Lexicon['decided']): Decided {
  const ways = entries.flatMap(({ write, not }) => not.map((way) => ({ way, write })));
  const bounded = (inner: string) => `(?<!${LETTER})(?:${inner})(?!${LETTER})`;
  return {
    any: new RegExp(bounded(ways.map(({ way }) => wayToSource(way)).join('|')), 'gu'),
    ways: ways.map(({ way, write }) => ({
      exact: new RegExp(`^${wayToSource(way)}$`, 'u'),
      write,
    })),
  };
}

/** Every place of a text that is written another way than decided. */
export function decidedIn(text: string, { any, ways }: Decided): Undecided[] {
  return [...text.matchAll(any)].flatMap(({ 0: written, index: start }) => {
    for (const { exact, write } of ways) {
      const [whole, tail = ''] = exact.exec(written) ?? [];
      if (whole) return [{ start, written, write: asBegun(write.replace('*', tail), written) }];
    }
    return [];
  });
}

function wayToSource(way: string): string {
  const source = way
    .replaceAll(/[.?+()[\]{}|\\^$]/g, String.raw`\$&`)
    .replaceAll(' ', String.raw`\s+`)
    .replace('*', `(${LETTER}*)`);
  const [first = ''] = way;
  const capital = first.toUpperCase();
  return capital === first ? source : `[${first}${capital}]${source.slice(first.length)}`;
}

const asBegun = (write: string, written: string) => {
  const [first = ''] = written;
  const isCapital = first !== first.toLowerCase();
  return isCapital ? write.replace(/^./u, (letter) => letter.toUpperCase()) : write;
};
