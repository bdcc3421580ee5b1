import type { Cases, PostCase } from '../../schema/cases.ts';
import { found, type Problem } from '../problem.ts';
import type { CaseSet } from './keys.ts';

/** The language in which a post of each script is written. */
const writtenIn: Readonly<Record<PostCase['script'], string>> = {
  devanagari: 'hi',
  roman: 'hi',
  english: 'en',
};

/** A post keeps to its script and says to all readers what it means. */
export function casesWordsProblems(whole: CaseSet): Problem[] {
  return (whole.set.cases as Cases['cases'][number][]).flatMap((one, at) =>
    'script' in one ? [...glossProblems(whole, one, at), ...scriptProblems(whole, one, at)] : [],
  );
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
  return found(
    !isRight && {
      ...{ file, line: lineOf(at, 'post'), value: post },
      message: hasDevanagari
        ? `The post “${id}” has Devanagari letters, and its script is “${script}”.`
        : `The post “${id}” has no Devanagari letter, and its script is “devanagari”.`,
      instead: hasDevanagari
        ? 'Write script: devanagari, or write the post in Latin letters.'
        : 'Write script: roman or script: english, or write the post in Devanagari.',
      why: 'A screen reader speaks the post in the language of its script.',
    },
  );
}
