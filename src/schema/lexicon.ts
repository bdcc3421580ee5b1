import { z } from 'astro/zod';
import { flags } from './scenario-acts.ts';

const text = z.string().trim().min(1);
/** Words in their order, in the notation that `content/language.yml` explains. */
const patterns = z.array(text).min(1);
const list = z.array(text);

/** `content/languages/<language>.yml`: what the rules must know of a language. Nothing of it is shown to learners. */
export const lexiconSchema = z.strictObject({
  /** Scripts in which the language is written, by their names in Unicode; the first is the usual one. */
  scripts: z.array(text).min(1),
  /** Words of another language as they are written in this script; left out where no word needs it. */
  spelling: text.optional(),
  /** How a chat is typed, where that is another script than the usual one. */
  chat: z.strictObject({ script: text, example: text }).optional(),
  /** Words that name suicide; patterns call them `<suicide>`. */
  suicide: z.array(text).min(1),
  /** How somebody is asked directly, with a sentence that does. */
  plainWord: z.strictObject({ patterns, example: text }),
  /** How secrecy is promised: sentences that promise it, and what to say in their place. */
  secrecy: z.strictObject({ patterns, catches: z.array(text).min(1), instead: text }),
  /** Numbers as words; patterns call them `<count>`. */
  counts: z.array(text).min(1),
  /** Round numbers as words, of which so many are told; patterns call them `<round>`. */
  round: z.array(text).min(1),
  /** How numbers are written that tell how many people there are or what share of them. */
  statistics: patterns,
  /** Laws, courts and what studies found: each is told by somebody who can be named. */
  claims: patterns,
  /** How “less than” is said, with `{amount}` where the number stands. */
  lessThan: z.string().includes('{amount}', {
    error: 'the place of the number is written {amount}, for example under {amount}',
  }),
  /** What stands behind the name of an adult, such as “sir” in “Neeraj sir”; only a script with capitals shows names. */
  titles: list.default([]),
  /** How the ending of a conversation says that something was done, by the flag that a run then holds. */
  outcomes: z.partialRecord(z.enum(flags), patterns).default({}),
  /** Words by which somebody who only glances picks a line: that something is done together, and parents, God and oaths. */
  glances: z.strictObject({ together: patterns, family: patterns }).optional(),
  /** An emergency call: what it begins with, words by which it is known, what it and its number are called, an example. */
  emergencyCall: z
    .strictObject({ begins: z.array(text).min(1), says: patterns, names: patterns, example: text })
    .optional(),
  /** Words that show that a professional has to read a text, by the reason's id in `readers.yml`. */
  readers: z.record(z.string(), patterns).default({}),
  /** The sign that ends a sentence, where it is another than the full stop. */
  stop: text.optional(),
  /** Words and phrases that are written one way in the course, each with the other ways; `*` stands for any ending. */
  decided: z.array(z.strictObject({ write: text, not: z.array(text).min(1) })).default([]),
  /** Different words that only look like two spellings of one, such as खाना and ख़ाना. */
  lookalikes: z.array(z.array(text).min(2)).default([]),
  /** English words that its speakers use every day, in its own script; `npm run report` counts them. */
  loans: list,
  /** Words that every reader knows and that the course itself uses seldom. */
  known: list,
});
export type Lexicon = z.infer<typeof lexiconSchema>;
