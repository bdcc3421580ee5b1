// `npm run report`: how easily each lesson reads, the languages side by side. Counts only; no figure here says that a text is good.
import { fileURLToPath } from 'node:url';
import { readContent } from '../build/read-content.ts';
import { commonWords, type Measured, shareOf } from '../rules/language/common-words.ts';
import { lexiconsOf } from '../rules/language/lexicon.ts';
import { knownWords, measuredLessons } from '../rules/language/readability.ts';
import { wordToForm } from '../rules/language/words.ts';
import { readAll } from '../rules/reading/content.ts';
import { fieldOf } from '../rules/reading/value.ts';

const content = readAll(readContent(fileURLToPath(new URL('../../content', import.meta.url))));
const measured = measuredLessons(content);
const isCommon = commonWords(measured, knownWords(content));
const loans = new Map(
  [...lexiconsOf(content)].map(([language, lexicon]) => [
    language,
    new Set(lexicon.loans.map(wordToForm)),
  ]),
);
const isLoan = (language: string, form: string) =>
  (loans.get(language)?.has(form) ?? false) || /[a-z]/.test(form);
const percent = (share: number) => `${Math.round(share * 100)} %`;

const HEADS = ['words', 'mean', 'longest', 'seldom', 'loans', 'minutes', 'says'];

function cells({ lesson: { language, head }, measures }: Measured): string[] {
  const { words, mean, longest, minutes } = measures;
  return [
    String(words),
    mean.toFixed(1),
    String(longest?.words.length ?? 0),
    percent(shareOf(measures, (form) => !isCommon(language, form))),
    loans.get(language)?.size ? percent(shareOf(measures, (form) => isLoan(language, form))) : '',
    minutes.toFixed(1),
    fieldOf(head, 'minutes')?.written ?? '',
  ];
}

const row = (language: string, columns: readonly string[]) =>
  `  ${language.padEnd(4)}${columns.map((column) => column.padStart(9)).join('')}`;

for (const [name, counterparts] of Map.groupBy(
  measured,
  ({ lesson }) => `${lesson.module}/${lesson.lesson}`,
)) {
  console.log(`${name}\n${row('', HEADS)}`);
  for (const language of content.languages) {
    const one = counterparts.find(({ lesson }) => lesson.language === language);
    if (one) console.log(row(language, cells(one)));
  }
  for (const { lesson, measures } of counterparts)
    console.log(
      `  ${lesson.language}: ${lesson.path}:${measures.longest?.line} “${measures.longest?.text}”`,
    );
  console.log('');
}
console.log(`mean and longest: words of a sentence. seldom: words that fewer than three lessons use and the file of the language does not list.
loans: English words by the list in content/languages/, or in Roman letters. minutes: 130 words a minute for the role
that reads most, three quarters of a minute for each question and one for each sentence to say aloud (assumed, not measured).`);
