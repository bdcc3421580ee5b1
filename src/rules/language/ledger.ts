import type { Problem } from '../problem.ts';
import { type Content, namedIn, yamlAt } from '../reading/content.ts';
import { listOf } from '../reading/value.ts';
import { type ReadyRule, readRules, ruleFinds } from './finding.ts';
import { languageOf } from './index.ts';
import { lexiconsOf, suicideGroup } from './lexicon.ts';

const FILE = 'content/language.yml';

/** Each rule of `content/language.yml` can be read, finds what it says it finds, lets stand what it says it lets stand, and needs each exception. */
export function languageLedgerProblems(content: Content): Problem[] {
  const ledger = languageOf(content);
  // A language whose words are missing has a problem of its own.
  if (!ledger || lexiconsOf(content).size < content.languages.length) return [];
  const value = yamlAt(content, FILE);
  const named = [...namedIn(listOf(value, 'rules')), ...namedIn(listOf(value, 'unstated'))];
  const lineOf = (id: string) => named.find((one) => one.id === id)?.line ?? 1;
  const { rules, problems } = readRules(ledger, suicideGroup(content));
  return [
    ...problems.map(({ rule, pattern, reason }) => ({
      ...{ file: FILE, line: lineOf(rule), value: pattern },
      message: `The pattern “${pattern}” of the rule “${rule}” ${reason}.`,
      instead: 'Write words with spaces between them; content/README.md lists the signs.',
      why: 'A pattern that cannot be read finds nothing.',
    })),
    ...rules.flatMap((rule) => exampleProblems(rule, lineOf(rule.id))),
  ];
}

function exampleProblems(rule: ReadyRule, line: number): Problem[] {
  const problem = (value: string, message: string, instead: string, why: string) => ({
    ...{ file: FILE, line, value, message, instead, why },
  });
  const missed = rule.catches.filter((sentence) => !ruleFinds(rule, sentence));
  const alarms = rule.passes.filter((sentence) => ruleFinds(rule, sentence));
  return [
    ...missed.map((sentence) =>
      problem(
        sentence,
        `The rule “${rule.id}” does not find “${sentence}”, which stands under catches.`,
        'Add a pattern that finds it, or take the sentence out.',
        'The sentences show that the rule does what its editor meant.',
      ),
    ),
    ...alarms.map((sentence) =>
      problem(
        sentence,
        `The rule “${rule.id}” finds “${sentence}”, which stands under passes.`,
        'Narrow a pattern, add what surrounds the words under allow, or take the sentence out.',
        'A false alarm teaches editors to overlook the true ones.',
      ),
    ),
    ...rule.allow.flatMap(({ pattern }, at) => {
      const without = {
        ...rule,
        allowed: rule.allowed.filter((_, other) => other !== at),
      };
      const isNeeded = rule.passes.some((sentence) => ruleFinds(without, sentence));
      if (isNeeded || rule.allowed.length < rule.allow.length) return [];
      return problem(
        pattern,
        `The rule “${rule.id}” allows “${pattern}”, and no sentence under passes needs it.`,
        'Add such a sentence under passes, or take the exception out.',
        'An exception that nothing needs is a hole.',
      );
    }),
  ];
}
