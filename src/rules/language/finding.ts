import type { Language, LanguageRule } from '../../schema/language.ts';
import { firstWords, fits, matchAt, type Pattern, readPattern } from './pattern.ts';
import { plainVoice, type Voice } from './texts.ts';
import { type Word, wordsIn } from './words.ts';

/** A rule made ready for searching. */
export interface ReadyRule extends LanguageRule {
  list: 'rules' | 'unstated';
  ready: Pattern[];
  allowed: Pattern[];
}

/** A place where a rule finds its words. */
export interface Find {
  rule: ReadyRule;
  /** Places of the first word and after the last. */
  from: number;
  to: number;
}

/** All rules, with the patterns of which a find can begin with a word. */
export interface Finder {
  rules: ReadyRule[];
  begunBy: (word: Word) => readonly (readonly [ReadyRule, Pattern])[];
  /** What is wrong with patterns of the ledger: the rule and pattern, and the reason. */
  problems: { rule: string; pattern: string; reason: string }[];
}

/** Makes the rules of the ledger ready for searching; patterns that cannot be read are left out and told. */
export function readRules({ groups, rules, unstated }: Language): Finder {
  const problems: Finder['problems'] = [];
  const read = (rule: LanguageRule, patterns: readonly string[]) =>
    patterns.flatMap((pattern) => {
      try {
        return [readPattern(pattern, groups)];
      } catch (error) {
        problems.push({ rule: rule.id, pattern, reason: (error as Error).message });
        return [];
      }
    });
  const all = [
    ...rules.map((rule) => ({ ...rule, list: 'rules' as const })),
    ...unstated.map((rule) => ({ ...rule, list: 'unstated' as const })),
  ].map((rule): ReadyRule => {
    const allowed = rule.allow.map(({ pattern }) => pattern);
    return { ...rule, ready: read(rule, rule.patterns), allowed: read(rule, allowed) };
  });
  return { rules: all, begunBy: begunByIn(all), problems };
}

/** Looks up each spelling once, because a text uses few words many times. */
function begunByIn(rules: readonly ReadyRule[]): Finder['begunBy'] {
  const firsts = rules.flatMap((rule) =>
    rule.ready.flatMap((pattern) =>
      firstWords(pattern).map((first) => [first, [rule, pattern]] as const),
    ),
  );
  const known = new Map<string, (readonly [ReadyRule, Pattern])[]>();
  return (word) => {
    const begun =
      known.get(word.form) ?? firsts.flatMap(([first, one]) => (fits(word, first) ? [one] : []));
    known.set(word.form, begun);
    return begun;
  };
}

/** Every place of a text where a rule finds its words, one for each rule and place; allowed contexts are left out. */
export function findsIn(
  { begunBy }: Finder,
  words: readonly Word[],
  voiceAt: (start: number) => Voice,
): Find[] {
  const finds: Find[] = [];
  for (const [from, word] of words.entries()) {
    for (const [rule, pattern] of begunBy(word)) {
      const to = matchAt(pattern, words, from);
      if (to === undefined || (rule.quotable && voiceAt(word.start) === 'other')) continue;
      const isKnown = finds.some((find) => find.rule === rule && from < find.to);
      if (!isKnown && !isAllowed(rule, words, from, to)) finds.push({ rule, from, to });
    }
  }
  return finds;
}

/** Whether one rule finds its words in a sentence of the course. */
export function ruleFinds(rule: ReadyRule, sentence: string): boolean {
  const finder = { rules: [rule], begunBy: begunByIn([rule]), problems: [] };
  return findsIn(finder, wordsIn(sentence), plainVoice(sentence)).length > 0;
}

/** Whether an allowed context of the rule covers a find. */
function isAllowed(rule: ReadyRule, words: readonly Word[], from: number, to: number): boolean {
  return rule.allowed.some((pattern) => {
    for (let start = Math.max(0, from - 12); start <= from; start++) {
      const end = matchAt(pattern, words, start);
      if (end !== undefined && end >= to) return true;
    }
    return false;
  });
}
