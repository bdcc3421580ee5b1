import { remembered } from '../../domain/remembered.ts';
import { type Lexicon, lexiconSchema } from '../../schema/lexicon.ts';
import { lexiconFile } from '../../schema/paths.ts';
import type { Flag } from '../../schema/scenario-acts.ts';
import { type Content, yamlAt } from '../reading/content.ts';
import { valueToData } from '../reading/value.ts';
import { type Groups, type Pattern, readPattern } from './pattern.ts';
import { firstFinder, type Span } from './search.ts';
import type { Word } from './words.ts';

/** The patterns of a lexicon, by the key under which they stand. */
const patternKeys = [
  'plainWord',
  'secrecy',
  'statistics',
  'claims',
  'outcomes',
  'emergencyCall',
  'glances',
  'readers',
] as const;
type PatternKey = (typeof patternKeys)[number];

/** Patterns that are kept as they are; the others are made into finders. */
type Kept = Exclude<PatternKey, 'outcomes' | 'emergencyCall' | 'glances' | 'readers'>;

type Findable = 'plainWord' | 'secrecy' | 'emergencyCall' | 'emergencyName' | 'together' | 'family';

/** What the rules know of a language, ready for use. */
export interface ReadyLexicon extends Lexicon {
  language: string;
  file: string;
  patterns: Readonly<Record<Kept, readonly Pattern[]>>;
  /** Finds where a text says that something was done, by its flag. */
  outcomeFinders: ReadonlyMap<Flag, (words: readonly Word[]) => Span | undefined>;
  /** Finds the first place of a text where somebody is asked directly, secrecy is promised, or help is called. */
  find: Readonly<Record<Findable, (words: readonly Word[]) => Span | undefined>>;
  /** Finds where a text shows that a professional has to read it, by the reason. */
  reasonFinders: ReadonlyMap<string, (words: readonly Word[]) => Span | undefined>;
  /** Patterns that cannot be read, which are left out, and the reason. */
  problems: { key: PatternKey; pattern: string; reason: string }[];
}

/**
 * What the rules know of each language of the course. A language whose file is missing or not in its form is left out
 * here, and is a problem of its own, so that no rule passes it by in silence.
 */
export const lexiconsOf = remembered(
  (content: Content): ReadonlyMap<string, ReadyLexicon> =>
    new Map(
      content.languages.flatMap((language) => {
        const value = yamlAt(content, lexiconFile(language));
        const lexicon = value && lexiconSchema.safeParse(valueToData(value)).data;
        return lexicon ? [[language, ready(lexicon, language)] as const] : [];
      }),
    ),
  new WeakMap(),
);

/** The words that every language has for suicide, as the group `<suicide>` of patterns. */
export function suicideGroup(content: Content): Groups {
  const words = [...lexiconsOf(content).values()].flatMap(({ suicide }) => suicide);
  return words.length > 0 ? { suicide: words } : {};
}

function ready(lexicon: Lexicon, language: string): ReadyLexicon {
  const groups = { suicide: lexicon.suicide, count: lexicon.counts, round: lexicon.round };
  const problems: ReadyLexicon['problems'] = [];
  const read = (key: PatternKey, patterns: readonly string[]) =>
    patterns.flatMap((pattern) => {
      try {
        return [readPattern(pattern, groups)];
      } catch (error) {
        problems.push({ key, pattern, reason: (error as Error).message });
        return [];
      }
    });
  const patterns = {
    plainWord: read('plainWord', lexicon.plainWord.patterns),
    secrecy: read('secrecy', lexicon.secrecy.patterns),
    statistics: read('statistics', lexicon.statistics),
    claims: read('claims', lexicon.claims),
  };
  const find = {
    plainWord: firstFinder(patterns.plainWord),
    secrecy: firstFinder(patterns.secrecy),
    emergencyName: firstFinder(read('emergencyCall', lexicon.emergencyCall?.names ?? [])),
    together: firstFinder(read('glances', lexicon.glances?.together ?? [])),
    family: firstFinder(read('glances', lexicon.glances?.family ?? [])),
    emergencyCall: firstFinder(read('emergencyCall', lexicon.emergencyCall?.says ?? [])),
  };
  const outcomeFinders = new Map(
    Object.entries(lexicon.outcomes).map(([flag, written]) => [
      flag as Flag,
      firstFinder(read('outcomes', written)),
    ]),
  );
  const reasonFinders = new Map(
    Object.entries(lexicon.readers).map(([reason, written]) => [
      reason,
      firstFinder(read('readers', written)),
    ]),
  );
  const file = lexiconFile(language);
  return { ...lexicon, language, file, patterns, find, outcomeFinders, reasonFinders, problems };
}

/** What a language is called in messages, e.g. `Hindi` for `hi`. */
export function languageName(language: string): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;
}
