import { type Word, wordToForm } from './words.ts';

/** Most words that may stand where a pattern has `…`. */
const WIDEST_GAP = 4;

/** A word that a pattern asks for. */
export interface Asked {
  form: string;
  /** Which part of a word the form is; a number has no form. */
  part: 'whole' | 'start' | 'end' | 'number';
}

/** A position of a pattern: one of several sequences of words, or a gap. */
interface Slot {
  sequences: Asked[][];
  isOptional: boolean;
  isGap: boolean;
}

/** A pattern made ready for matching. */
export interface Pattern {
  written: string;
  slots: Slot[];
}

/** Words by the name under which a pattern calls them. */
export type Groups = Readonly<Record<string, readonly string[]>>;

/**
 * Reads a pattern: words in their order; `a/b` one of several, `word*` and `*word` a part of a word, `(a)` a word that may be
 * missing, `…` up to four words, `<name>` a group, `<number>` any number.
 * @throws Error with a sentence for the editor where it cannot be read
 */
export function readPattern(written: string, groups: Groups): Pattern {
  const slots = written
    .trim()
    .split(/\s+/)
    .map((text): Slot => {
      if (text === '…') return { sequences: [], isOptional: true, isGap: true };
      const isOptional = /^\(.+\)$/.test(text);
      const inner = isOptional ? text.slice(1, -1) : text;
      return {
        sequences: inner.split('/').flatMap((one) => sequencesOf(one, groups)),
        isOptional,
        isGap: false,
      };
    });
  if (slots[0]?.isOptional) throw new Error('begins with what may be missing');
  return { written, slots };
}

function sequencesOf(text: string, groups: Groups): Asked[][] {
  if (text === '<number>') return [[{ form: '', part: 'number' }]];
  const [, group] = /^<(.+)>$/.exec(text) ?? [];
  if (group === undefined) return [[toAsked(text)]];
  const members = groups[group];
  if (!members) throw new Error(`names the group “${group}”, which is not among the groups`);
  return members.map((member) => member.trim().split(/\s+/).map(toAsked));
}

function toAsked(text: string): Asked {
  const form = wordToForm(text.replaceAll('*', ''));
  if (form === '') throw new Error(`has a place without a word, “${text}”`);
  return { form, part: text.endsWith('*') ? 'start' : text.startsWith('*') ? 'end' : 'whole' };
}

/** The forms with which a find can begin: whole words, and beginnings, ends or numbers. */
export function firstWords({ slots }: Pattern): Asked[] {
  return (slots[0]?.sequences ?? []).flatMap(([first]) => first ?? []);
}

/** Whether the form of a word is what a slot asks for. */
export function fits(form: string, asked: Asked): boolean {
  switch (asked.part) {
    case 'whole':
      return form === asked.form;
    case 'start':
      return form.startsWith(asked.form);
    case 'end':
      return form.endsWith(asked.form);
    case 'number':
      return /^\d/.test(form);
  }
}

/**
 * Matches a pattern from a word on, within one sentence.
 * @returns the index after the last word that it covers, or undefined where it does not fit
 */
export function matchAt(
  { slots }: Pattern,
  words: readonly Word[],
  from: number,
): number | undefined {
  const reach = (to: number, slot: number): number | undefined => {
    const asked = slots[slot];
    if (!asked) return to;
    const goesOn = (word: Word | undefined) => word && (!word.begins || words[from] === word);
    if (asked.isGap) {
      for (let width = 0; width <= WIDEST_GAP; width++) {
        const end = reach(to + width, slot + 1);
        if (end !== undefined) return end;
        if (!goesOn(words[to + width])) return undefined;
      }
      return undefined;
    }
    for (const sequence of asked.sequences) {
      const isThere = sequence.every((one, step) => {
        const word = words[to + step];
        return word && goesOn(word) && fits(word.form, one);
      });
      const end = isThere ? reach(to + sequence.length, slot + 1) : undefined;
      if (end !== undefined) return end;
    }
    return asked.isOptional ? reach(to, slot + 1) : undefined;
  };
  return reach(from, 0);
}
