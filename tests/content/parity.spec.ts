import { expect, test } from '@playwright/test';
import { EN, HI, MODULE, problemTexts, put, QUIZ, tinyCourse, told } from './tiny-course.ts';

const CARD = 'A learner may change the language at any card and finds the same card again.';
const GAP = 'A learner who chose this language would find a gap here.';
const SHOWN = 'Only languages of content/course.yml are shown.';
const SAME =
  'Both languages teach the same with the same sources, so their tags are the same in the same order.';
const UI = 'A page in this language would have no text to show there.';
const PLACES =
  'The page fills each place with a name or a number, and it fills the same ones in every language.';

test('A lesson that is missing in a language is named', () => {
  expect(problemTexts({ [EN]: null })).toEqual([
    told(
      `${HI}:1`,
      'This lesson is missing in the language “en”.',
      'Add the file content/modules/notice/plate.en.mdx with the same cards, tags and ids.',
      CARD,
    ),
  ]);
});

test('A text that is missing in a language is named', () => {
  expect(problemTexts({ [MODULE]: put(', en: Notice', '') })).toEqual([
    told(
      `${MODULE}:1`,
      'The text “title” is missing in the language “en”.',
      'Add en: with the translation of “देखना”.',
      GAP,
    ),
  ]);
});

test('A misspelt language names the language that was meant', () => {
  expect(problemTexts({ [MODULE]: put(', en: Notice', ', eng: Notice') })).toEqual([
    told(`${MODULE}:1`, '“eng” is no language of the course.', 'Did you mean “en”?', SHOWN),
  ]);
});

test('A language that the course does not have is named', () => {
  expect(problemTexts({ [MODULE]: put(', en: Notice', ', en: Notice, ta: கவனி') })).toEqual([
    told(
      `${MODULE}:1`,
      '“ta” is no language of the course.',
      'Write one of hi, en, or add “ta” to the languages of content/course.yml.',
      SHOWN,
    ),
  ]);
});

test('A new language lists what is missing, file by file', () => {
  expect(
    problemTexts({
      'content/course.yml': put(
        '  - { id: en,',
        '  - { id: mr, name: मराठी, locale: mr-IN }\n  - { id: en,',
      ),
      'content/helplines.yml': (text) => text.replaceAll(', en:', ', mr: म, en:'),
      'content/places.yml': (text) => text.replaceAll(', en:', ', mr: म, en:'),
      'content/coordinator.yml': (text) => text.replaceAll(', en:', ', mr: म, en:'),
      'content/danger.yml': (text) => text.replaceAll(', en:', ', mr: म, en:'),
      'content/readers.yml': (text) => text.replaceAll(', en:', ', mr: म, en:'),
      [QUIZ]: (text) => text.replaceAll(', en:', ', mr: म, en:'),
    }),
  ).toEqual([
    told(
      'content/course.yml:2',
      'The text “title” is missing in the language “mr”.',
      'Add mr: with the translation of “छोटा कोर्स”.',
      GAP,
    ),
    told(
      'content/course.yml:3',
      'The text “promise” is missing in the language “mr”.',
      'Add mr: with the translation of “एक बात सीखिए।”.',
      GAP,
    ),
    told(
      'content/course.yml:10',
      'The text “name” is missing in the language “mr”.',
      'Add mr: with the translation of “वार्डन”.',
      GAP,
    ),
    told(
      'content/course.yml:11',
      'The text “who” is missing in the language “mr”.',
      'Add mr: with the translation of “हॉस्टल चलाने वाले”.',
      GAP,
    ),
    told(
      'content/glossary.yml:2',
      'The text “term” is missing in the language “mr”.',
      'Add mr: with the translation of “संकेत”.',
      GAP,
    ),
    told(
      'content/glossary.yml:3',
      'The text “meaning” is missing in the language “mr”.',
      'Add mr: with the translation of “जो दिखता है।”.',
      GAP,
    ),
    told(
      'content/languages/mr.yml:1',
      'This file is missing.',
      'Add content/languages/mr.yml with the same keys as content/languages/hi.yml.',
      'The rules know a language by this file; without it they would pass its texts over in silence.',
    ),
    told(
      `${MODULE}:1`,
      'The text “title” is missing in the language “mr”.',
      'Add mr: with the translation of “देखना”.',
      GAP,
    ),
    told(
      `${MODULE}:2`,
      'The text “promise” is missing in the language “mr”.',
      'Add mr: with the translation of “आप बदलाव देखेंगे।”.',
      GAP,
    ),
    told(
      `${MODULE}:7`,
      'The text “objectives” is missing in the language “mr”.',
      'Add mr: with the translation of “दो संकेत बताइए।”.',
      GAP,
    ),
    told(
      `${HI}:1`,
      'This lesson is missing in the language “mr”.',
      'Add the file content/modules/notice/plate.mr.mdx with the same cards, tags and ids.',
      CARD,
    ),
    told(
      'content/sources.yml:7',
      'The text “says” is missing in the language “mr”.',
      'Add mr: with the translation of “पूछना ठीक है।”.',
      GAP,
    ),
    told(
      'content/ui/mr.yml:1',
      'This file is missing.',
      'Add content/ui/mr.yml with the same keys as content/ui/hi.yml.',
      'Every page of the course is made with it.',
    ),
  ]);
});

test('A file in a language that the course does not have is named', () => {
  expect(
    problemTexts({
      'content/modules/notice/plate.ta.mdx': tinyCourse[EN],
      'content/ui/ta.yml': tinyCourse['content/ui/en.yml'],
    }),
  ).toEqual([
    told(
      'content/modules/notice/plate.ta.mdx:1',
      'The language “ta” of this file is no language of the course.',
      'Add “ta” to the languages of content/course.yml, or take the file out. The languages now are: en, hi.',
      SHOWN,
    ),
    told(
      'content/ui/ta.yml:1',
      'The language “ta” of this file is no language of the course.',
      'Add “ta” to the languages of content/course.yml, or take the file out. The languages now are: en, hi.',
      SHOWN,
    ),
  ]);
});

test('A lesson takes as many minutes in every language', () => {
  expect(problemTexts({ [EN]: put('minutes: 3', 'minutes: 4') })).toEqual([
    told(
      `${EN}:3`,
      'The lesson takes 4 minutes here and 3 in content/modules/notice/plate.hi.mdx.',
      'Write minutes: 3 here, or correct the other file.',
      'It is one lesson, and the course adds its minutes up once.',
    ),
  ]);
});

test('A card that one language lacks is named with its place', () => {
  expect(
    problemTexts({
      [EN]: put(
        '<Question',
        '<Card id="second-plate">\n\n## Second\n\nText.\n\n</Card>\n\n<Question',
      ),
    }),
  ).toEqual([
    told(
      `${HI}:6`,
      '<Card id="second-plate"> is in content/modules/notice/plate.en.mdx and not in this file.',
      'Add <Card id="second-plate"> after <Card id="plate-first">, or take it out of the other file.',
      CARD,
    ),
  ]);
});

test('A card with another id in one language is named once', () => {
  expect(problemTexts({ [EN]: put('plate-first', 'plate-second') })).toEqual([
    told(
      `${EN}:6`,
      '<Card id="plate-second"> stands here, where content/modules/notice/plate.hi.mdx has <Card id="plate-first">.',
      'Write <Card id="plate-first"> here, or correct the other file.',
      CARD,
    ),
  ]);
});

test('Cards in another order are named', () => {
  expect(
    problemTexts({
      [EN]: (text) =>
        text
          .replace('\n<Question id="two-changes" />\n', '')
          .replace('<Card', '<Question id="two-changes" />\n\n<Card'),
    }),
  ).toEqual([
    told(
      `${EN}:6`,
      '<Question id="two-changes" /> stands here, where content/modules/notice/plate.hi.mdx has <Card id="plate-first">.',
      'Move <Card id="plate-first"> to this place.',
      'A learner may change the language at any card and goes on with the same next card.',
    ),
  ]);
});

test('A source that one language lacks is named', () => {
  expect(problemTexts({ [EN]: put(' <Cite id="paper" />', '') })).toEqual([
    told(
      `${EN}:12`,
      'Tag 1 of <Card id="plate-first"> is <Say> here; in content/modules/notice/plate.hi.mdx it is <Cite id="paper" />.',
      'Write <Cite id="paper" /> here, or correct the other file.',
      SAME,
    ),
  ]);
});

test('Another tag in one language is named', () => {
  expect(problemTexts({ [EN]: (text) => text.replaceAll('Say>', 'Avoid>') })).toEqual([
    told(
      `${EN}:12`,
      'Tag 2 of <Card id="plate-first"> is <Avoid> here; in content/modules/notice/plate.hi.mdx it is <Say>.',
      'Write <Say> here, or correct the other file.',
      SAME,
    ),
  ]);
});

test('A tag too many in one language is named', () => {
  const drawing = '<Drawing name="tiffin" alt="" />';
  expect(problemTexts({ [EN]: put(drawing, `${drawing}\n\n${drawing}`) })).toEqual([
    told(
      `${EN}:20`,
      `Tag 4 of <Card id="plate-first"> is ${drawing} here; in content/modules/notice/plate.hi.mdx it is missing.`,
      `Take ${drawing} out, or add it to the other file.`,
      SAME,
    ),
  ]);
});

test('An interface text that one language lacks is named', () => {
  expect(problemTexts({ 'content/ui/en.yml': put('  next: Next\n', '') })).toEqual([
    told(
      'content/ui/en.yml:1',
      'The text “lesson.next” is in content/ui/hi.yml and not in this file.',
      'Under “lesson:” add the line next: with the translation of “आगे”.',
      UI,
    ),
  ]);
});

test('A whole group of interface texts that one language lacks is named', () => {
  expect(problemTexts({ 'content/ui/hi.yml': (text) => `${text}menu:\n  help: मदद\n` })).toEqual([
    told(
      'content/ui/en.yml:1',
      'The text “menu.help” is in content/ui/hi.yml and not in this file.',
      'Under “menu:” add the line help: with the translation of “मदद”.',
      UI,
    ),
  ]);
});

test('A misspelt key of an interface text is named once', () => {
  expect(problemTexts({ 'content/ui/en.yml': put('next:', 'nxt:') })).toEqual([
    told(
      'content/ui/en.yml:1',
      'The text “lesson.next” is in content/ui/hi.yml and not in this file.',
      'Did you mean “next” where “nxt” stands?',
      UI,
    ),
  ]);
});

test('The places to fill in are the same in every language', () => {
  expect(
    problemTexts({ 'content/ui/en.yml': put("'{count} minutes'", "'{number} minutes'") }),
  ).toEqual([
    told(
      'content/ui/en.yml:4',
      'The text “lesson.minutes-other” has {number}; in content/ui/hi.yml it has {count}.',
      'Write the text with {count}, as it stands there.',
      PLACES,
    ),
  ]);
});

test('A place to fill in that one language lacks is named', () => {
  expect(problemTexts({ 'content/ui/en.yml': put("'{count} minutes'", 'Some minutes') })).toEqual([
    told(
      'content/ui/en.yml:4',
      'The text “lesson.minutes-other” has no place to fill in; in content/ui/hi.yml it has {count}.',
      'Write the text with {count}, as it stands there.',
      PLACES,
    ),
  ]);
});

test('A place to fill in that one language has too many is named', () => {
  expect(problemTexts({ 'content/ui/en.yml': put('next: Next', "next: 'Next {name}'") })).toEqual([
    told(
      'content/ui/en.yml:2',
      'The text “lesson.next” has {name}; in content/ui/hi.yml it has no place to fill in.',
      'Write the text without {name}.',
      PLACES,
    ),
  ]);
});
