import { type SceneText, sceneTexts, type TextKind } from '../../domain/scenario-words.ts';
import type { Problem } from '../problem.ts';
import { type Content, ledgerIds } from '../reading/content.ts';
import { suggestion } from '../references/edit-distance.ts';
import type { Scene } from './reading.ts';

/** Most characters of each kind of text; of a bubble where it has several. */
export const longestText: Readonly<Record<TextKind, number>> = {
  ...{ line: 160, choice: 160, repair: 160, better: 160 },
  ...{ scene: 180, thought: 80, coach: 240 },
};

const nameOf: Readonly<Record<TextKind, string>> = {
  ...{ line: 'bubble', choice: 'choice', repair: 'repair', better: 'better sentence' },
  ...{ scene: 'scene text', thought: 'thought', coach: 'coach’s note' },
};

/** Every text is short enough, in the script of its language, and names only known helplines. */
export function textProblems(scene: Scene, content: Content): Problem[] {
  const helplines = ledgerIds(content, 'helplines')?.map(({ id }) => id);
  const { title, setting, student, contentNote, cast } = scene.scenario;
  const head = [
    ...[
      ['title', title] as const,
      ['setting', setting] as const,
      ['contentNote', contentNote] as const,
    ],
    ...[['student.name', student.name] as const, ['student.about', student.about] as const],
    ...Object.entries(cast).map(([id, words]) => [`cast.${id}`, words] as const),
  ].map(([key, words]) => ({ key, words, path: key.split('.') }));
  return [
    ...[...head, ...sceneTexts(scene.scenario)].flatMap((text) =>
      helplineProblems(scene, text, helplines),
    ),
    ...[...sceneTexts(scene.scenario)].flatMap((text) => [
      ...lengthProblems(scene, text),
      ...scriptProblems(scene, text),
    ]),
  ];
}

type Text = Pick<SceneText, 'key' | 'words' | 'path'>;

function helplineProblems(
  { file, lineAt }: Scene,
  { words, path }: Text,
  helplines: readonly string[] | undefined,
): Problem[] {
  return Object.entries(words).flatMap(([lang, text]) =>
    [...text.matchAll(/\{([^}]*)\}?/g)].flatMap(([written, inner = '']) => {
      const [, id] = /^helpline:(.+)$/.exec(inner) ?? [];
      if (id && (helplines === undefined || helplines.includes(id))) return [];
      return [
        {
          ...{ file, line: lineAt(...path, lang), value: written },
          message: `“${written}” stands for nothing.`,
          instead: id
            ? suggestion(id, helplines ?? [], 'helplines')
            : 'Write {helpline:tele-manas} where the name of a helpline is to stand, and no other braces.',
          why: 'The name is put in from content/helplines.yml.',
        },
      ];
    }),
  );
}

function lengthProblems({ file, lineAt }: Scene, { key, kind, words, path }: SceneText): Problem[] {
  const most = longestText[kind];
  return Object.entries(words).flatMap(([lang, text]) =>
    (kind === 'line' ? text.split('\n') : [text]).flatMap((bubble) => {
      const length = [...bubble.replaceAll(/\{helpline:|\}/g, '')].length;
      if (length <= most) return [];
      return [
        {
          ...{ file, line: lineAt(...path, lang), value: bubble },
          message: `The ${nameOf[kind]} “${key}” has ${length} characters.`,
          instead: `Shorten it by ${length - most} to ${most}${kind === 'line' ? ', or begin a new bubble on a new line' : ''}: “${bubble}”`,
          why: 'It is read on a small screen, as fast as people talk.',
        },
      ];
    }),
  );
}

/** Hindi stands in Devanagari, and in a chat its bubbles stand in Roman letters; other languages have no Devanagari. */
function scriptProblems(
  { file, lineAt }: Scene,
  { key, kind, voice, words, path }: SceneText,
): Problem[] {
  const isBubble = kind === 'line' || kind === 'choice' || kind === 'repair' || kind === 'better';
  const problem = (lang: string, text: string, message: string, instead: string): Problem => ({
    ...{ file, line: lineAt(...path, lang), value: text },
    message: `${message}: “${text}”`,
    instead,
    why: 'A text in the wrong letters cannot be read by the person it is for, nor read aloud by the phone.',
  });
  return Object.entries(words).flatMap(([lang, whole]) => {
    const text = whole.replaceAll(/\{[^}]*\}/g, '');
    const hasDevanagari = /\p{Script=Devanagari}/u.test(text);
    const hasLatin = /\p{Script=Latin}/u.test(text);
    if (lang === 'en' && hasDevanagari) {
      return [
        problem(lang, whole, `The English of “${key}” holds Devanagari`, 'Write it in English.'),
      ];
    }
    if (lang !== 'hi' || !(hasDevanagari || hasLatin)) return [];
    if (isBubble && voice === 'chat' && hasDevanagari) {
      const instead = 'Write it as it is typed in a chat, for example: yaar so gaya kya?';
      return [
        problem(
          lang,
          whole,
          `The Hindi of “${key}” stands in a chat and holds Devanagari`,
          instead,
        ),
      ];
    }
    if (voice === 'speech' && hasLatin) {
      const instead = 'Write the word in Devanagari, for example जेईई, टेस्ट, हॉस्टल.';
      return [problem(lang, whole, `The Hindi of “${key}” holds Latin letters`, instead)];
    }
    if (!isBubble && !hasDevanagari) {
      return [
        problem(
          lang,
          whole,
          `The Hindi of “${key}” is not in Devanagari`,
          'Write it in Devanagari; only bubbles of a chat are in Roman letters.',
        ),
      ];
    }
    return [];
  });
}
