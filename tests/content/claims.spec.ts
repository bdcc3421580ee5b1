import { expect, test } from '@playwright/test';
import { ALOUD, EN, HI, MODULE, problemTexts, put, QUIZ, told } from './tiny-course.ts';

const WHY = 'A figure without a source cannot be checked, and wrong figures about suicide do harm.';
const cite = ' <Cite id="paper" />';
const claim = (words: string, found = words) => ({
  problems: problemTexts({
    [EN]: put(`half full.${cite}`, `half full. ${words} `),
    [HI]: put(` रही है।${cite}`, ' रही है।'),
  }),
  told: [
    told(
      `${EN}:10`,
      `The card “plate-first” states “${found}” and names no source.`,
      `Put the source right after the sentence: … ${found} … <Cite id="id-from-sources-yml" />`,
      WHY,
    ),
  ],
});

test('A year, a law, a court and what studies found need a source in the card', () => {
  for (const [words, found] of [
    ['In 2025 it was said.', '2025'],
    ['२०२५ में कहा गया।', '२०२५'],
    ['The POCSO law says so.', 'POCSO'],
    ['पॉक्सो में लिखा है।', 'पॉक्सो'],
    ['The Mental Healthcare Act says so.', 'Mental Healthcare Act'],
    ['सुप्रीम कोर्ट ने कहा।', 'सुप्रीम कोर्ट'],
    ['Studies have found nothing.', 'Studies have found'],
    ['A study of hostels shows it.', 'study of hostels shows'],
    ['अध्ययनों में ख़तरा नहीं मिला।', 'अध्ययनों में ख़तरा नहीं मिला'],
    ['There were 26 suicides in Kota.', '26 suicides'],
    ['वहाँ 26 स्टूडेंट्स की मौत हुई।', '26 स्टूडेंट्स की मौत'],
  ] as const) {
    const { problems, told: wanted } = claim(words, found);
    expect(problems, words).toEqual(wanted);
  }
});

test('Hours, and words that only look like a claim, are none', () => {
  for (const words of [
    'She studies and shows her work.',
    'Dinner is at 20.15.',
    'For 12 days, in 3 rooms.',
    'वह अध्ययन में लगा है।',
  ]) {
    expect(claim(words).problems, words).toEqual([]);
  }
});

test('A question that names a year or a law needs a source', () => {
  expect(problemTexts({ [QUIZ]: put('en: Ask today.', 'en: The Supreme Court said so.') })).toEqual(
    [
      told(
        `${QUIZ}:3`,
        'The question “two-changes” states “Supreme Court” and names no source.',
        'Add the line sources: [id-from-sources-yml]',
        WHY,
      ),
    ],
  );
});

test('A statistic has a year, in its sentence or from its source', () => {
  const undated = put('date: "2023"', 'date: null');
  const stated = put('half full.', 'half full, for 26% of all.');
  const year = (who: string, place: string) =>
    told(
      place,
      `${who} states “26%” and gives no year, and its source has no date.`,
      'Write the year into the sentence, such as “… 26% … (2023)”, or name a source whose date is known.',
      'Figures grow old; the year tells how old.',
    );
  expect(problemTexts({ [EN]: stated })).toEqual([]);
  expect(problemTexts({ [EN]: stated, 'content/sources.yml': undated })).toEqual([
    year('The card “plate-first”', `${EN}:10`),
  ]);
  const inYear = put('half full.', 'half full, for 26% of all in 2023.');
  expect(problemTexts({ [EN]: inYear, 'content/sources.yml': undated })).toEqual([]);
  const asked = (text: string) =>
    put(
      'en: Ask today.',
      'en: For 26% of all.',
    )(put('    kind: single', '    sources: [paper]\n    kind: single')(text));
  expect(problemTexts({ [QUIZ]: asked })).toEqual([]);
  expect(problemTexts({ [QUIZ]: asked, 'content/sources.yml': undated })).toEqual([
    year('The question “two-changes”', `${QUIZ}:3`),
  ]);
});

test('Where no source can be named no statistic is stated', () => {
  const sourceless = (place: string, found: string) =>
    told(
      place,
      `This text states “${found}”, and no source can be named here.`,
      'Say it without the figure, or move it to a lesson, with its source.',
      WHY,
    );
  const aloud = `- id: say-it
  prompt: { hi: कहिए।, en: For one in ten. }
  ticks:
    - { id: one, text: { hi: एक।, en: One. } }
    - { id: two, text: { hi: दो।, en: Two. } }
    - { id: three, text: { hi: तीन।, en: Three. } }
`;
  const placed = (text: string) => `${text}\n<Aloud id="say-it" />\n`;
  expect(
    problemTexts({
      [MODULE]: put('en: Name two signs.', 'en: Name 38% of the signs.'),
      [ALOUD]: aloud,
      [EN]: placed,
      [HI]: placed,
    }),
  ).toEqual([sourceless(`${ALOUD}:2`, 'one in ten'), sourceless(`${MODULE}:7`, '38%')]);
});

const GUIDE = 'content/coordinator.yml';
test('A step of the coordinator’s guide names its source, and its other texts state nothing that needs one', () => {
  expect(problemTexts({ [GUIDE]: put('en: Read.', 'en: The Supreme Court said so.') })).toEqual([
    told(
      `${GUIDE}:7`,
      'This step states “Supreme Court” and names no source.',
      'Add the line sources: [id-from-sources-yml]',
      WHY,
    ),
  ]);
  expect(
    problemTexts({
      [GUIDE]: put('en: Read. }', 'en: The Supreme Court said so. }\n        sources: [paper]'),
    }),
  ).toEqual([]);
  expect(problemTexts({ [GUIDE]: put('en: Short.', 'en: So it was in 2025.') })).toEqual([
    told(
      `${GUIDE}:1`,
      'This text states “2025”, and no source can be named here.',
      'Say it without the figure, or move it to a step, with its source.',
      WHY,
    ),
  ]);
});
