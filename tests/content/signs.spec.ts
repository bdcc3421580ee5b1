import { expect, test } from '@playwright/test';
import { EN, HI, problemTexts, put, told } from './tiny-course.ts';

const ANGLE = 'In a lesson “<” is kept for tags.';
const BRACE = 'In a lesson braces are kept for commands, and a lesson holds none.';
const TAG =
  'A tag is a name, and after it each attribute with straight double quotes, all on one line.';
const PAIR = 'The page has to know where a passage begins and where it ends.';

test('A number after “<” becomes words, in Hindi behind the number', () => {
  expect(problemTexts({ [HI]: put('तीन दिन', '<18 साल, <१८ साल, तीन दिन') })).toEqual([
    told(
      `${HI}:10`,
      'The sign “<” in “<18” begins a tag, and no tag follows.',
      'Write “18 से कम”.',
      ANGLE,
    ),
    told(
      `${HI}:10`,
      'The sign “<” in “<१८” begins a tag, and no tag follows.',
      'Write “१८ से कम”.',
      ANGLE,
    ),
  ]);
});

test('A number after “<” becomes words, in English before the number', () => {
  expect(problemTexts({ [EN]: put('For three', 'Those <18 and < 21: for three') })).toEqual([
    told(
      `${EN}:10`,
      'The sign “<” in “<18” begins a tag, and no tag follows.',
      'Write “under 18”.',
      ANGLE,
    ),
    told(
      `${EN}:10`,
      'The sign “<” in “< 21” begins a tag, and no tag follows.',
      'Write “under 21”.',
      ANGLE,
    ),
  ]);
});

test('Any other “<” is said in words', () => {
  expect(problemTexts({ [EN]: put('For three', 'A <- b: for three') })).toEqual([
    told(
      `${EN}:10`,
      'The sign “<” in “<-” begins a tag, and no tag follows.',
      'Leave the sign out and say it in words.',
      ANGLE,
    ),
  ]);
});

test('Braces become round brackets', () => {
  expect(problemTexts({ [EN]: put('For three', 'Once {or twice} and } so for three') })).toEqual([
    told(
      `${EN}:10`,
      'A brace stands in the text: “{or twice}”.',
      'Write round brackets: “(or twice)”.',
      BRACE,
    ),
    told(
      `${EN}:10`,
      'A brace stands in the text: “}”.',
      'Take the brace out, or write a round bracket.',
      BRACE,
    ),
  ]);
});

test('A remark is taken out', () => {
  expect(problemTexts({ [EN]: put('For three', '<!-- check this -->For three') })).toEqual([
    told(
      `${EN}:10`,
      'A remark stands in the lesson: “<!-- check this -->”.',
      'Take it out, and write it where the change is described.',
      'A lesson holds only what the learner reads.',
    ),
  ]);
});

test('A paragraph does not begin with a word of command', () => {
  expect(problemTexts({ [EN]: put('For three', 'import this: for three') })).toEqual([
    told(
      `${EN}:10`,
      'A paragraph begins with the word “import”.',
      'Begin it with another word, or with a capital: “Import”.',
      'At the beginning of a paragraph “import” counts as a command to the computer.',
    ),
  ]);
});

test('A tag without quotes is shown with them', () => {
  expect(problemTexts({ [EN]: put('<Card id="plate-first">', '<Card id=plate-first>') })).toEqual([
    told(
      `${EN}:6`,
      'The tag “<Card id=plate-first>” is not written as a tag.',
      'Write <Card id="plate-first">',
      TAG,
    ),
  ]);
});

test('Curly quotes in a tag become straight ones', () => {
  expect(problemTexts({ [EN]: put('<Cite id="paper" />', '<Cite id=“paper” />') })).toEqual([
    told(
      `${EN}:10`,
      'The tag “<Cite id=“paper” />” is not written as a tag.',
      'Write <Cite id="paper" />',
      TAG,
    ),
  ]);
});

test('A quote that is missing in a tag is added', () => {
  expect(problemTexts({ [EN]: put('<Card id="plate-first">', '<Card id="plate-first>') })).toEqual([
    told(
      `${EN}:6`,
      'The tag “<Card id="plate-first>” is not written as a tag.',
      'Write <Card id="plate-first">',
      TAG,
    ),
  ]);
});

test('A tag that nobody can read is shown an example', () => {
  expect(
    problemTexts({ [EN]: put('<Cite id="paper" />', '<Cite id="paper" /> <Cite id="paper" = />') }),
  ).toEqual([
    told(
      `${EN}:10`,
      'The tag “<Cite id="paper" = />” is not written as a tag.',
      `Write it in this manner:
<Cite id="…" />`,
      TAG,
    ),
  ]);
});

test('A card that is never closed is found where it is opened', () => {
  expect(problemTexts({ [EN]: put('</Card>', '') })).toEqual([
    told(
      `${EN}:6`,
      'The tag <Card id="plate-first"> is opened here and never closed.',
      'Write </Card> on a line of its own where the passage ends.',
      PAIR,
    ),
  ]);
});

test('A passage that is never closed is found where it is opened', () => {
  expect(problemTexts({ [EN]: put('</Say>', '') })).toEqual([
    told(
      `${EN}:12`,
      'The tag <Say> is opened here and never closed.',
      'Write </Say> on a line of its own where the passage ends.',
      PAIR,
    ),
  ]);
});

test('A tag for a sentence that is never closed gets its slash', () => {
  expect(problemTexts({ [EN]: put('<Cite id="paper" />', '<Cite id="paper">') })).toEqual([
    told(
      `${EN}:10`,
      'The tag <Cite id="paper"> is opened here and never closed.',
      'Write it with a slash at its end: <Cite id="paper" />',
      PAIR,
    ),
  ]);
});

test('A closing tag without an opening one is named', () => {
  expect(problemTexts({ [EN]: put('<Say>', '') })).toEqual([
    told(
      `${EN}:16`,
      'The tag </Say> closes a passage that was never opened.',
      'Take it out; what is open here is closed by </Card>.',
      PAIR,
    ),
  ]);
});

test('A closing tag outside all passages is named', () => {
  expect(problemTexts({ [EN]: put('</Card>', '</Card>\n\n</Card>') })).toEqual([
    told(
      `${EN}:22`,
      'The tag </Card> closes a passage that was never opened.',
      'Take it out, or write the opening tag where the passage begins.',
      PAIR,
    ),
  ]);
});

test('A closing tag at the end of a paragraph gets a line of its own', () => {
  expect(problemTexts({ [EN]: put('"Is all well?"\n\n</Say>', '"Is all well?"</Say>') })).toEqual([
    told(
      `${EN}:14`,
      'The passage that the tag </Say> opens or closes begins in one paragraph and ends in another.',
      'Put </Say> and its other half on lines of their own, with an empty line before and after.',
      'A passage holds whole paragraphs.',
    ),
  ]);
});
