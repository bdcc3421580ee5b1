import { type Language, languageSchema } from '../../schema/language.ts';
import { type Cache, noCache } from '../cache.ts';
import type { Problem } from '../problem.ts';
import { type Content, yamlAt } from '../reading/content.ts';
import { valueToData } from '../reading/value.ts';
import { type Find, readRules, findsIn as rulesBrokenIn } from './finding.ts';
import { hiddenIn, readHidden } from './hidden.ts';
import { suicideGroup } from './lexicon.ts';
import { inEachFile, type SeenText } from './texts.ts';
import type { Word } from './words.ts';

/** The rules of `content/language.yml`, or undefined where the file is missing or not in its form. */
export function languageOf(content: Content): Language | undefined {
  const value = yamlAt(content, 'content/language.yml');
  return value && languageSchema.safeParse(valueToData(value)).data;
}

/** Nothing that a learner sees breaks a rule of `content/language.yml`: how one speaks of suicide, hidden words, what is not stated. */
export function languageProblems(content: Content, cache: Cache = noCache): Problem[] {
  return findsOf(content, 'error', cache);
}

/** What the rules of the level `warn` find; shown to editors, and no problem. */
export function languageWarnings(content: Content): Problem[] {
  return findsOf(content, 'warn', noCache);
}

function findsOf(content: Content, level: 'error' | 'warn', cache: Cache): Problem[] {
  const ledger = languageOf(content);
  if (!ledger) return [];
  const finder = readRules(ledger, suicideGroup(content));
  const hidden = readHidden(Object.values(ledger.hidden.words).flat());
  const findsIn = (seen: SeenText): Problem[] => {
    const words = seen.words();
    const ruled = rulesBrokenIn(finder, words, seen.voiceAt)
      .filter(({ rule }) => rule.level === level)
      .map((find) => findToProblem(seen, words, find));
    if (level === 'warn') return ruled;
    return [
      ...ruled,
      ...hiddenIn(words, hidden).map(([from, to]) => ({
        ...placeOf(seen, words, from, to),
        message: `The words “${foundIn(seen, words, from, to)}” are among the hidden ones of content/language.yml.`,
        instead: `Write ${ledger.hidden.instead}.`,
        why: ledger.hidden.why,
      })),
    ];
  };
  return inEachFile(content, cache, `language ${level}`, (texts) => texts.flatMap(findsIn));
}

function findToProblem(seen: SeenText, words: readonly Word[], { rule, from, to }: Find): Problem {
  const found = foundIn(seen, words, from, to);
  return {
    ...placeOf(seen, words, from, to),
    message:
      rule.list === 'rules'
        ? `The words “${found}” break the rule “${rule.id}” of content/language.yml.`
        : `The words “${found}” state what this course must not state (“${rule.id}” in content/language.yml).`,
    instead: `Write ${rule.instead}.`,
    why: rule.why,
  };
}

const foundIn = ({ text }: SeenText, words: readonly Word[], from: number, to: number) =>
  text.slice(words[from]?.start, words[to - 1]?.end).replaceAll(/\s+/g, ' ');

function placeOf(seen: SeenText, words: readonly Word[], from: number, to: number) {
  const { start = 0, written = '' } = words[from] ?? {};
  const value = foundIn(seen, words, from, to);
  return { file: seen.file, line: seen.lineAt(start, written), value };
}
