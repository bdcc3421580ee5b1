import { type SceneText, sceneTexts } from '../../domain/scenario-words.ts';
import { languageName, type ReadyLexicon } from '../language/lexicon.ts';
import type { Problem } from '../problem.ts';
import type { Scene } from './reading.ts';

/** Kinds of text that somebody says or writes, and that a chat shows as bubbles. */
const BUBBLES = new Set(['line', 'choice', 'repair', 'better']);

const has = (text: string, script: string) => new RegExp(`\\p{Script=${script}}`, 'u').test(text);
const letters = (script: string) => (script === 'Latin' ? 'Latin letters' : script);

/** Every text stands in a script of its language, and in a chat its bubbles stand as they are typed there. */
export function scriptProblems(scene: Scene, lexicons: Lexicons): Problem[] {
  return [...sceneTexts(scene.scenario)].flatMap((text) => textProblems(scene, text, lexicons));
}

type Lexicons = ReadonlyMap<string, ReadyLexicon>;

function textProblems({ file, lineAt }: Scene, text: SceneText, lexicons: Lexicons): Problem[] {
  return [...lexicons].flatMap(([language, lexicon]) => {
    const written = text.words[language];
    const wrong = written && wrongScript(text, written, lexicon, [...lexicons.values()]);
    if (!wrong) return [];
    return {
      ...{ file, line: lineAt(...text.path, language), value: written },
      message: `The ${languageName(language)} of “${text.key}” ${wrong.message}: “${written}”`,
      instead: wrong.instead,
      why: 'A text in the wrong letters cannot be read by the person it is for, nor read aloud by the phone.',
    };
  });
}

function wrongScript(
  { kind, voice }: SceneText,
  written: string,
  { language, scripts, chat, spelling }: ReadyLexicon,
  all: readonly ReadyLexicon[],
): Pick<Problem, 'message' | 'instead'> | undefined {
  const text = written.replaceAll(/\{[^}]*\}/g, '');
  const [usual = ''] = scripts;
  const isTyped = chat !== undefined && voice === 'chat';
  if (isTyped && BUBBLES.has(kind)) {
    if (!has(text, usual) || chat.script === usual) return undefined;
    return {
      message: `stands in a chat and holds ${letters(usual)}`,
      instead: `Write it as it is typed in a chat, for example: ${chat.example}`,
    };
  }
  const others = all.flatMap((other) => [
    ...other.scripts,
    ...(other.chat ? [other.chat.script] : []),
  ]);
  const foreign = others.find((script) => !scripts.includes(script) && has(text, script));
  if (foreign && !isTyped) {
    return {
      message: `holds ${letters(foreign)}`,
      instead: spelling
        ? `Write the word in ${usual}, for example ${spelling}.`
        : `Write it in ${languageName(language)}.`,
    };
  }
  if (BUBBLES.has(kind) || !/\p{L}/u.test(text) || scripts.some((script) => has(text, script)))
    return undefined;
  return {
    message: `is not in ${letters(usual)}`,
    instead: `Write it in ${letters(usual)}${chat ? `; only bubbles of a chat are in ${letters(chat.script)}` : ''}.`,
  };
}
