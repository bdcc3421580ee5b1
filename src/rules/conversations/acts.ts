import { partsOf, readEffect } from '../../domain/scenario-compile.ts';
import { isTrap, meaningOf } from '../../domain/scenario-moves.ts';
import type { Choice } from '../../schema/scenario.ts';
import { moves } from '../../schema/scenario-acts.ts';
import type { Words } from '../../schema/words.ts';
import type { Problem } from '../problem.ts';
import type { Scene } from './reading.ts';

type Patterns = Readonly<Record<string, RegExp>>;

/** The plain word for suicide, by language; Hindi also as it is typed in a chat. */
const plainWord: Patterns = {
  hi: /सुसाइड|आत्महत्या|ख़ुदकुशी|खुदकुशी|जान\s+(दे|ले)|suicide|khudkushi|jaan\s+(de|le)/iu,
  en: /suicide|(end|ending|take|taking) (your|his|her|my) (own )?life|kill(ing)? yourself/iu,
};

const plainExample: Readonly<Record<string, string>> = {
  hi: 'क्या तुम्हारे मन में सुसाइड के ख़याल आ रहे हैं?',
  en: 'Are you having thoughts of suicide?',
};

/** Words that promise to keep it secret. */
const secrecyWords: Patterns = {
  hi: /किसी (को|से) (भी )?(कुछ )?नहीं (बता|कह)|हम दोनों के बीच|kisi (ko|se) (bhi )?(kuch )?nah?[ie]+n? (bata|kah)|hum dono ke b[ie]+ch|pakka promise/iu,
  en: /(won['’]t|will not|never) tell (anyone|anybody|a soul|no one)|between (us|the two of us|you and me)|(your secret|secret) is safe/iu,
};

const secrecyInstead: Readonly<Record<string, string>> = {
  hi: 'यह बात फैलेगी नहीं। पर जान का सवाल है, तो नीरज सर को बताना होगा, तुम्हारे सामने।',
  en: "I won't spread this. But this is your life, so Neeraj sir has to know, with you there.",
};

/** The question is asked in plain words, secrecy is never promised well, and weak lines are traps with a name. */
export function actProblems(scene: Scene): Problem[] {
  return Object.entries(scene.scenario.turns).flatMap(([turn, { choices = [] }]) =>
    choices.flatMap((choice, i) => choiceProblems(scene, choice, ['turns', turn, 'choices', i])),
  );
}

function choiceProblems(scene: Scene, choice: Choice, at: (string | number)[]): Problem[] {
  const { file, lineAt } = scene;
  const { id, move, quality, text, repair } = choice;
  const asks = (own: string | undefined) =>
    own !== undefined && partsOf(own).some((part) => readEffect(part)?.join() === 'asked,1');
  return [
    ...(isTrap(move) && quality === 'strong'
      ? [
          {
            ...{ file, line: lineAt(...at, 'quality'), value: quality },
            message: `The choice “${id}” is strong, and its move “${move}” is a trap.`,
            instead:
              'Write quality: weak, with “better” and “repair”, or name the move that it really is.',
            why: 'What is marked strong is what learners will say to a student.',
          },
        ]
      : []),
    ...(!isTrap(move) && quality === 'weak'
      ? [
          {
            ...{ file, line: lineAt(...at, 'move'), value: move },
            message: `The choice “${id}” is weak, and “${move}” is a move that helps.`,
            instead: `Name the trap: ${moves.filter(isTrap).join(', ')}.`,
            why: 'The debrief tells the learner which trap it was.',
          },
        ]
      : []),
    ...(asks(choice.effects) && move !== 'ask-directly'
      ? [
          {
            ...{ file, line: lineAt(...at, 'effects'), value: 'asked' },
            message: `The choice “${id}” sets “asked”, and its move is “${move}”.`,
            instead:
              'Write move: ask-directly if it says the plain word; otherwise write halfAsked.',
            why: 'Only the plain word counts as having asked.',
          },
        ]
      : []),
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
  { file, lineAt }: Scene,
  id: string,
  text: Words,
  path: (string | number)[],
): Problem[] {
  return Object.entries(text).flatMap(([lang, written]) => {
    const pattern = plainWord[lang];
    if (!pattern || pattern.test(written)) return [];
    return [
      {
        ...{ file, line: lineAt(...path, lang), value: written },
        message: `The choice “${id}” asks directly, and its text has no plain word for suicide: “${written}”`,
        instead: `Say the word, for example: ${plainExample[lang]}`,
        why: 'A hint can be answered with a hint. Asking with the plain word has not been found to raise the risk.',
      },
    ];
  });
}

function secrecyProblems(
  { file, lineAt }: Scene,
  id: string,
  text: Words,
  path: (string | number)[],
): Problem[] {
  return Object.entries(text).flatMap(([lang, written]) => {
    const [found] = secrecyWords[lang]?.exec(written) ?? [];
    if (!found) return [];
    return [
      {
        ...{ file, line: lineAt(...path, lang), value: found },
        message: `“${id}” is not weak, and it promises secrecy: “${found}”`,
        instead: `Say who will be told, and why, for example: ${secrecyInstead[lang]}`,
        why: 'A promise of secrecy leaves the learner alone with a life at stake.',
      },
    ];
  });
}
