import type { Words } from '../../schema/words.ts';
import { type Cache, noCache } from '../cache.ts';
import { readScenes, type Scene } from '../conversations/reading.ts';
import { lexiconsOf, type ReadyLexicon } from '../language/lexicon.ts';
import { wordsIn, wordToForm } from '../language/words.ts';
import type { Problem } from '../problem.ts';
import { type Content, filesOf } from '../reading/content.ts';
import { partsIn, partToText } from '../reading/lesson-text.ts';
import { fieldOf, listOf, textOf, type Value } from '../reading/value.ts';

const QUOTED = /“([^”]*)”|"([^"]*)"/g;

/**
 * Model words for an emergency call begin with district and place, in every language: the boxes of lessons, sentences to
 * say aloud, the first sentences of calls that are marked as right, and every conversation that rings an emergency number well.
 */
export function emergencyCallsProblems(content: Content, cache: Cache = noCache): Problem[] {
  const lexicons = [...lexiconsOf(content).values()].filter(({ emergencyCall }) => emergencyCall);
  return lexicons.flatMap((lexicon) => [
    ...inScenes(readScenes(content, cache), lexicon),
    ...inLessons(content, lexicon),
    ...inFiles(content, lexicon),
  ]);
}

function inScenes(scenes: readonly Scene[], lexicon: ReadyLexicon): Problem[] {
  return scenes.flatMap(({ file, scenario, lineAt }) =>
    Object.entries(scenario.turns).flatMap(([turn, { choices = [] }]) =>
      choices.flatMap(({ id, move, quality, text }, index) => {
        if (move !== 'ring-emergency' || quality === 'weak') return [];
        const line = lineAt('turns', turn, 'choices', index, 'text', lexicon.language);
        const [call] = quotesIn((text as Words)[lexicon.language] ?? '');
        const where = { file, line, value: call ?? id };
        if (call === undefined)
          return problem(
            where,
            `The choice “${id}” rings for help without the words of the call.`,
            lexicon,
          );
        return beginsWell(call, lexicon) ? [] : [late(where, call, lexicon)];
      }),
    ),
  );
}

function inLessons(content: Content, lexicon: ReadyLexicon): Problem[] {
  return content.lessons
    .filter(({ language }) => language === lexicon.language)
    .flatMap(({ path: file, parts }) =>
      [...partsIn(parts)]
        .filter(({ name }) => name === 'Say')
        .flatMap((say) =>
          [...partsIn(say.parts)].flatMap((part) =>
            part.kind === 'paragraph'
              ? lateIn(quotesIn(partToText(part)), { file, line: part.line }, lexicon)
              : [],
          ),
        ),
    );
}

function inFiles(content: Content, lexicon: ReadyLexicon): Problem[] {
  const problemsIn = (file: string, value: Value | undefined, isQuoted: boolean): Problem[] => {
    const text = textOf(fieldOf(value, lexicon.language));
    if (!(value && text)) return [];
    const line = fieldOf(value, lexicon.language)?.line ?? value.line;
    return lateIn(isQuoted ? quotesIn(text) : [text], { file, line }, lexicon);
  };
  return [
    ...filesOf(content, 'aloud').flatMap(({ path, value }) =>
      value.items.flatMap((card) => problemsIn(path, fieldOf(card, 'line'), true)),
    ),
    ...filesOf(content, 'call').flatMap(({ path, value }) =>
      listOf(value, 'opening')
        .filter((option) => fieldOf(option, 'right'))
        .flatMap((option) => {
          const text = textOf(fieldOf(fieldOf(option, 'text'), lexicon.language));
          const line = fieldOf(option, 'text')?.line ?? option.line;
          const isLate = text !== undefined && !beginsWell(text, lexicon);
          return isLate ? [late({ file: path, line, value: text }, text, lexicon)] : [];
        }),
    ),
  ];
}

const quotesIn = (text: string) =>
  [...text.matchAll(QUOTED)].map(([, curly, straight]) => curly ?? straight ?? '');

/** Those of the sentences that call for help and begin with something else. */
const lateIn = (
  calls: readonly string[],
  place: { file: string; line: number },
  lexicon: ReadyLexicon,
) =>
  calls
    .filter((call) => lexicon.find.emergencyCall(wordsIn(call)) && !beginsWell(call, lexicon))
    .map((call) => late({ ...place, value: call }, call, lexicon));

/** The word for the district, its name, a comma, and a place. */
function beginsWell(call: string, { emergencyCall }: ReadyLexicon): boolean {
  const [first, name] = wordsIn(call);
  const begins = emergencyCall?.begins.map(wordToForm) ?? [];
  return (
    first !== undefined &&
    name !== undefined &&
    begins.includes(first.form) &&
    /^[^,.।?!]*,\s*[\p{L}.…]/u.test(call)
  );
}

type Where = Pick<Problem, 'file' | 'line' | 'value'>;

const late = (where: Where, call: string, lexicon: ReadyLexicon) =>
  problem(where, `A call for help does not begin with district and place: “${call}”`, lexicon);

const problem = (where: Where, message: string, { emergencyCall }: ReadyLexicon): Problem => ({
  ...where,
  message,
  instead: `Begin as in this call: “${emergencyCall?.example ?? ''}”`,
  why: 'If the line breaks after three seconds, the place has been heard; whoever copies these words into a real night copies their order.',
});
