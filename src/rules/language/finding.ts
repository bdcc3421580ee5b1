import type { Language, LanguageRule } from '../../schema/language.ts';
import { type Groups, matchAt, type Pattern, readPattern } from './pattern.ts';
import { byFirstWord, type Entry } from './search.ts';
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
  begunBy: (word: Word) => readonly Entry<ReadyRule>[];
  /** What is wrong with patterns of the ledger: the rule and pattern, and the reason. */
  problems: { rule: string; pattern: string; reason: string }[];
}

/**
 * Makes the rules of the ledger ready for searching; patterns that cannot be read are left out and reported.
 * @param shared groups of words that stand elsewhere, such as the words that each language has for suicide
 */
export function readRules({ groups: own, rules, unstated }: Language, shared: Groups): Finder {
  const groups = { ...shared, ...own };
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

function begunByIn(rules: readonly ReadyRule[]): Finder['begunBy'] {
  return byFirstWord(
    rules.flatMap((rule) => rule.ready.map((pattern): Entry<ReadyRule> => [pattern, rule])),
  );
}

/** Every place of a text where a rule finds its words, one for each rule and place; allowed contexts are left out. */
export function findsIn(
  { begunBy }: Finder,
  words: readonly Word[],
  voiceAt: (start: number) => Voice,
): Find[] {
  const finds: Find[] = [];
  for (const [from, word] of words.entries()) {
    for (const [pattern, rule] of begunBy(word)) {
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
