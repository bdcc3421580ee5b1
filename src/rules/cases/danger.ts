import type { ReadyLexicon } from '../language/lexicon.ts';
import { wordsIn } from '../language/words.ts';
import type { Problem } from '../problem.ts';
import type { CaseSet } from './keys.ts';

const WHY =
  'The rule for danger (content/danger.yml) holds for posts and doors too: who may be hurt or out of reach needs help that comes.';

/**
 * Posts and doors keep to the rule for danger as far as it can be matched: where somebody may have hurt themselves
 * nothing but “at once” is right, and where help may have to come, the emergency number is named in every language.
 */
export function casesDangerProblems(
  { file, set, lineOf }: CaseSet,
  lexicons: readonly ReadyLexicon[],
): Problem[] {
  const cases: readonly Cases[number][] = set.cases;
  return cases.flatMap((one, at) => {
    const isHurt = (one.signs as readonly string[]).includes('self-harm');
    const mayWait = [one.right, ...one.also].find((decision) => decision !== 'now');
    if (isHurt && mayWait)
      return {
        ...{ file, line: lineOf(at, one.right === 'now' ? 'also' : 'right'), value: mayWait },
        message: `In the case “${one.id}” somebody may have hurt themselves, and “${mayWait}” counts as right.`,
        instead: 'Write right: now, and take “also” out.',
        why: WHY,
      };
    if (one.right !== 'now' || !mayNeedHelp(one)) return [];
    return lexicons
      .filter(({ emergencyCall }) => emergencyCall)
      .filter(({ language, find }) => {
        const feedback = [one.why, one.less].map((words) => words?.[language] ?? '');
        return !find.emergencyName(wordsIn(feedback.join('. ')));
      })
      .map(({ language }) => ({
        ...{ file, line: lineOf(at, 'why', language), value: one.id },
        message: `The case “${one.id}” needs help at once, and its texts in the language “${language}” never name the emergency number.`,
        instead:
          'Say in “why” or “less” when the emergency number is rung: if nobody is reached, or in doubt.',
        why: WHY,
      }));
  });
}

type Cases = CaseSet['set']['cases'];

/** A door is always somebody near; a post, where its first moves have help sent. */
const mayNeedHelp = (one: Cases[number]) =>
  !('moves' in one) || one.moves.includes('ring-place-first');
