import type { Cases, PostCase } from '../../schema/cases.ts';
import type { Problem } from '../problem.ts';
import type { CaseSet } from './keys.ts';

/** Most characters of each text of a set of cases. */
export const longestCaseText: Readonly<Record<string, number>> = {
  ...{ title: 40, setting: 320, contentNote: 240 },
  ...{ context: 160, post: 280, gloss: 320, who: 80, register: 160, mess: 160, neighbour: 160 },
  ...{ why: 240, less: 240, more: 240 },
};

/** The language in which a post of each script is written. */
const writtenIn: Readonly<Record<PostCase['script'], string>> = {
  devanagari: 'hi',
  roman: 'hi',
  english: 'en',
};

/** Every text is short enough; a post keeps to its script and says to all readers what it means. */
export function casesWordsProblems(whole: CaseSet): Problem[] {
  const { file, set, lineOfHead, lineOf } = whole;
  const head = Object.keys(set).flatMap((key) =>
    longProblems(file, () => lineOfHead(key), key, set[key as keyof Cases]),
  );
  const inCases = (set.cases as Cases['cases'][number][]).flatMap((one, at) => [
    ...Object.entries(one).flatMap(([key, text]) =>
      longProblems(file, (...path) => lineOf(at, key, ...path), key, text, one.id),
    ),
    ...('script' in one
      ? [...glossProblems(whole, one, at), ...scriptProblems(whole, one, at)]
      : []),
  ]);
  return [...head, ...inCases];
}

function longProblems(
  file: string,
  lineAt: (...path: string[]) => number,
  key: string,
  words: unknown,
  id?: string,
): Problem[] {
  const most = longestCaseText[key];
  if (most === undefined || !words) return [];
  const texts = typeof words === 'string' ? [['', words]] : Object.entries(words);
  return texts.flatMap(([lang = '', text = '']) => {
    const length = [...`${text}`].length;
    if (length <= most) return [];
    return [
      {
        ...{ file, line: lang ? lineAt(lang) : lineAt(), value: `${text}` },
        message: `The text “${key}”${id ? ` of “${id}”` : ''} has ${length} characters.`,
        instead: `Shorten it by ${length - most} to ${most}: “${text}”`,
        why: 'It is read on a small screen, late at night.',
      },
    ];
  });
}

function glossProblems(
  { file, languages, lineOf }: CaseSet,
  { id, script, gloss, post }: PostCase,
  at: number,
): Problem[] {
  const own = writtenIn[script];
  const missing = languages.filter((lang) => lang !== own && !(lang in gloss));
  // Who reads Hindi does not always read Roman letters, so there a gloss in Hindi may stand.
  const isOdd = (lang: string) => !languages.includes(lang) || (lang === own && script !== 'roman');
  return [
    ...missing.map((lang) => ({
      ...{ file, line: lineOf(at, 'gloss'), value: id },
      message: `The gloss of “${id}” is missing in the language “${lang}”.`,
      instead: `Add ${lang}: with what “${post}” says.`,
      why: 'A reader of that language cannot read the post as it stands.',
    })),
    ...Object.keys(gloss)
      .filter(isOdd)
      .map((lang) => ({
        ...{ file, line: lineOf(at, 'gloss', lang), value: lang },
        message: `The gloss of “${id}” stands in the language “${lang}”, and ${lang === own ? 'the post itself is written in it' : 'the course does not have it'}.`,
        instead: `Take ${lang}: out of the gloss.`,
        why: 'A gloss is for those who cannot read the post as it stands.',
      })),
  ];
}

function scriptProblems(
  { file, lineOf }: CaseSet,
  { id, script, post }: PostCase,
  at: number,
): Problem[] {
  const hasDevanagari = /\p{Script=Devanagari}/u.test(post);
  const isRight = (script === 'devanagari') === hasDevanagari;
  if (isRight) return [];
  return [
    {
      ...{ file, line: lineOf(at, 'post'), value: post },
      message: hasDevanagari
        ? `The post “${id}” has Devanagari letters, and its script is “${script}”.`
        : `The post “${id}” has no Devanagari letter, and its script is “devanagari”.`,
      instead: hasDevanagari
        ? 'Write script: devanagari, or write the post in Latin letters.'
        : 'Write script: roman or script: english, or write the post in Devanagari.',
      why: 'A screen reader speaks the post in the language of its script.',
    },
  ];
}
