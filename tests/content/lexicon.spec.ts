import { expect, test } from '@playwright/test';
import { EN, HI, problemTexts, put, told } from './tiny-course.ts';

const LEXICON = 'content/languages/hi.yml';
const FORM = 'The pages are made from these entries, so each has to be there in its own form.';

test('A language without its file is refused, so that no rule passes it over in silence', () => {
  expect(problemTexts({ 'content/languages/en.yml': null })).toEqual([
    told(
      'content/languages/en.yml:1',
      'This file is missing.',
      'Add content/languages/en.yml with the same keys as content/languages/hi.yml.',
      'The rules know a language by this file; without it they would pass its texts over in silence.',
    ),
  ]);
});

for (const [entry, form] of [
  ['scripts', '[ … ]'],
  ['suicide', '[ … ]'],
  ['plainWord', 'and below it its keys, two spaces further in'],
  ['secrecy', 'and below it its keys, two spaces further in'],
  ['counts', '[ … ]'],
  ['round', '[ … ]'],
  ['statistics', '[ … ]'],
  ['claims', '[ … ]'],
] as const) {
  test(`A language without its entry “${entry}” is refused`, () => {
    const without = (text: string) =>
      text.replace(new RegExp(`^${entry}:.*\\n(?: .*\\n)*`, 'm'), '');
    expect(problemTexts({ [LEXICON]: without })).toEqual([
      told(`${LEXICON}:1`, `The entry lacks “${entry}”.`, `Add the line ${entry}: ${form}`, FORM),
    ]);
  });
}

test('A pattern that cannot be read is named with the reason', () => {
  expect(problemTexts({ [LEXICON]: put('[पॉक्सो,', '[<law>,') })).toEqual([
    told(
      `${LEXICON}:13`,
      'The pattern “<law>” under “claims” names the group “law”, which is not among the groups.',
      'Write words with spaces between them; content/README.md lists the signs.',
      'A pattern that cannot be read finds nothing.',
    ),
  ]);
});

test('A script that Unicode does not know is named', () => {
  expect(problemTexts({ [LEXICON]: put('scripts: [Devanagari]', 'scripts: [Devnagri]') })).toEqual([
    told(
      `${LEXICON}:1`,
      'Unicode has no script of the name “Devnagri”.',
      'Write its English name with a capital, for example Devanagari, Latin, Bengali or Tamil.',
      'A text in the wrong letters is found by the script of its letters.',
    ),
  ]);
});

test('An example that hints is no example of the plain word', () => {
  expect(problemTexts({ [LEXICON]: put('क्या ब्लिकेट का ख़याल', 'क्या कोई ख़याल') })).toEqual([
    told(
      `${LEXICON}:5`,
      'The example of “plainWord” holds none of its patterns: “क्या कोई ख़याल आता है?”',
      'Add a pattern that finds its plain word, or write another example.',
      'Editors copy the example when a question hints.',
    ),
  ]);
});

test('A promise of secrecy that the patterns miss is named', () => {
  expect(problemTexts({ [LEXICON]: put('मैं किसी को नहीं बताऊँगा।', 'पक्का वादा।') })).toEqual([
    told(
      `${LEXICON}:6`,
      'The patterns of “secrecy” do not find “पक्का वादा।”, which stands under catches.',
      'Add a pattern that finds it, or take the sentence out.',
      'The sentences show that a promise of secrecy is found in this language.',
    ),
  ]);
});

test('What is to be said instead of a promise of secrecy promises none', () => {
  expect(problemTexts({ [LEXICON]: put('नीरज सर को बताना होगा।', 'किसी को नहीं बताऊँगा।') })).toEqual(
    [
      told(
        `${LEXICON}:6`,
        'What “secrecy” gives under “instead” promises secrecy itself: “किसी को नहीं बताऊँगा।”',
        'Write a sentence that says who will be told, and why.',
        'Editors copy it in place of a promise of secrecy.',
      ),
    ],
  );
});

test('How “less than” is said has a place for the number', () => {
  expect(problemTexts({ [LEXICON]: put('"{amount} से कम"', 'से कम') })).toEqual([
    told(
      `${LEXICON}:14`,
      '“से कम” is not how “lessThan” is written: the place of the number is written {amount}, for example under {amount}.',
      'Write {amount} where the number is to stand.',
      FORM,
    ),
  ]);
});

test('A sign “<” is put into the words of the lesson’s language', () => {
  const problems = problemTexts({
    [HI]: put('तीन दिन', '<18 तीन दिन'),
    [EN]: put('For three', '<18 for three'),
  }).join('\n');
  expect(problems).toContain('Write “18 से कम”.');
  expect(problems).toContain('Write “under 18”.');
});
