import { partsOf, readEffect } from '../../domain/scenario-compile.ts';
import { isTrap, meaningOf } from '../../domain/scenario-moves.ts';
import type { Choice } from '../../schema/scenario.ts';
import { moves } from '../../schema/scenario-acts.ts';
import type { Words } from '../../schema/words.ts';
import type { lexiconsOf } from '../language/lexicon.ts';
import { spanToText } from '../language/search.ts';
import { wordsIn } from '../language/words.ts';
import { found, type Problem } from '../problem.ts';
import type { Scene } from './reading.ts';

/** The question is asked in plain words, secrecy is never promised well, and weak lines are traps with a name. */
export function actProblems(scene: Scene, lexicons: Lexicons): Problem[] {
  const whole = { ...scene, lexicons };
  return [
    ...Object.entries(scene.scenario.turns).flatMap(([turn, { choices = [] }]) =>
      choices.flatMap((choice, i) => choiceProblems(whole, choice, ['turns', turn, 'choices', i])),
    ),
    ...wrongWordProblems(whole),
  ];
}

/** Some weak line of a scene with truths holds the plain word: the word alone does not make a line good. */
function wrongWordProblems({ file, scenario, lineAt, lexicons }: WholeScene): Problem[] {
  if (!scenario.truths) return [];
  const weak = Object.values(scenario.turns).flatMap(({ choices = [] }) =>
    choices.filter(({ quality }) => quality === 'weak'),
  );
  return [...lexicons]
    .filter(
      ([lang, { find }]) => !weak.some(({ text }) => find.plainWord(wordsIn(text[lang] ?? ''))),
    )
    .map(([lang, { plainWord }]) => ({
      ...{ file, line: lineAt('turns'), value: lang },
      message: `In the language “${lang}” no weak choice holds a plain word for suicide, such as: ${plainWord.example}`,
      instead:
        'Write a weak choice that says the word wrongly: as a reproach, as an oath, or in front of others.',
      why: 'Otherwise whoever presses the line with the word is right without reading it.',
    }));
}

type Lexicons = ReturnType<typeof lexiconsOf>;
type WholeScene = Scene & { lexicons: Lexicons };

function choiceProblems(scene: WholeScene, choice: Choice, at: (string | number)[]): Problem[] {
  const { file, lineAt } = scene;
  const { id, move, quality, text, repair } = choice;
  const asks = (own: string | undefined) =>
    own !== undefined && partsOf(own).some((part) => readEffect(part)?.join() === 'asked,1');
  return [
    ...found(
      isTrap(move) &&
        quality === 'strong' && {
          ...{ file, line: lineAt(...at, 'quality'), value: quality },
          message: `The choice “${id}” is strong, and its move “${move}” is a trap.`,
          instead:
            'Write quality: weak, with “better” and “repair”, or name the move that it really is.',
          why: 'What is marked strong is what learners will say to a student.',
        },
      !isTrap(move) &&
        quality === 'weak' && {
          ...{ file, line: lineAt(...at, 'move'), value: move },
          message: `The choice “${id}” is weak, and “${move}” is a move that helps.`,
          instead: `Name the trap: ${moves.filter(isTrap).join(', ')}.`,
          why: 'The debrief tells the learner which trap it was.',
        },
      asks(choice.effects) &&
        move !== 'ask-directly' && {
          ...{ file, line: lineAt(...at, 'effects'), value: 'asked' },
          message: `The choice “${id}” sets “asked”, and its move is “${move}”.`,
          instead: 'Write move: ask-directly if it says the plain word; otherwise write halfAsked.',
          why: 'Only the plain word counts as having asked.',
        },
    ),
    ...(meaningOf[move].effects.some(([name]) => name === 'asked')
      ? plainWordProblems(scene, id, text, [...at, 'text'])
      : []),
    ...(repair && asks(repair.effects)
      ? plainWordProblems(scene, repair.id, repair.text, [...at, 'repair', 'text'])
      : []),
    ...(quality === 'weak' ? [] : secrecyProblems(scene, id, text, [...at, 'text'])),
    ...(repair ? secrecyProblems(scene, repair.id, repair.text, [...at, 'repair', 'text']) : []),
  ];
}

function plainWordProblems(
  { file, lineAt, lexicons }: WholeScene,
  id: string,
  text: Words,
  path: (string | number)[],
): Problem[] {
  return [...lexicons].flatMap(([lang, { find, plainWord }]) => {
    const written = text[lang];
    if (written === undefined || find.plainWord(wordsIn(written))) return [];
    return {
      ...{ file, line: lineAt(...path, lang), value: written },
      message: `The choice “${id}” asks directly, and its text has no plain word for suicide: “${written}”`,
      instead: `Say the word, for example: ${plainWord.example}`,
      why: 'A hint can be answered with a hint. Asking with the plain word has not been found to raise the risk.',
    };
  });
}

function secrecyProblems(
  { file, lineAt, lexicons }: WholeScene,
  id: string,
  text: Words,
  path: (string | number)[],
): Problem[] {
  return [...lexicons].flatMap(([lang, { find, secrecy }]) => {
    const written = text[lang] ?? '';
    const words = wordsIn(written);
    const span = find.secrecy(words);
    if (!span) return [];
    const found = spanToText(written, words, span);
    return {
      ...{ file, line: lineAt(...path, lang), value: found },
      message: `“${id}” is not weak, and it promises secrecy: “${found}”`,
      instead: `Say who will be told, and why, for example: ${secrecy.instead}`,
      why: 'A promise of secrecy leaves the learner alone with a life at stake.',
    };
  });
}
