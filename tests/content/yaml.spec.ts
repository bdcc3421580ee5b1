import { expect, test } from '@playwright/test';
import { MODULE, problemTexts, put, told } from './tiny-course.ts';

const SIGNS = 'In these files some signs have a job, so a text that holds them stands in quotes.';

test('A tab at the beginning of a line is named', () => {
  expect(problemTexts({ [MODULE]: put('minutes: 5', '\tminutes: 5') })).toEqual([
    told(
      `${MODULE}:4`,
      'This line begins with a tab.',
      'Take the tab away, so that nothing stands before “minutes: 5”.',
      'A tab is as wide as each program likes, so it cannot show what belongs to what.',
    ),
  ]);
});

test('A key that stands twice is named', () => {
  expect(problemTexts({ [MODULE]: put('minutes: 5', 'minutes: 5\nminutes: 6') })).toEqual([
    told(
      `${MODULE}:5`,
      'The key “minutes” stands twice in one entry.',
      'Keep one “minutes: …” and take the other out, or give it its own name.',
      'The second would replace the first without a word.',
    ),
  ]);
});

test('A colon in a text asks for quotes', () => {
  expect(problemTexts({ [MODULE]: put('{ hi: देखना, en: Notice }', 'Notice: look') })).toEqual([
    told(
      `${MODULE}:1`,
      'The text in this line holds a colon followed by a space.',
      'Put the text in quotes: title: "Notice: look"',
      SIGNS,
    ),
  ]);
});

test('A quotation mark that is never closed is found in its own line', () => {
  expect(problemTexts({ [MODULE]: put('drawing: tiffin', 'drawing: "tiffin') })).toEqual([
    told(
      `${MODULE}:5`,
      'A quotation mark is opened in this line and not closed.',
      'Close it where its text ends: drawing: "tiffin"',
      'Without the closing mark all that follows counts as one text.',
    ),
  ]);
});

test('A quotation mark that takes in the next line of a bracket is found in its own line', () => {
  const swallowed = 'title: {\n  hi: "देखना,\n  en: Notice" }';
  expect(problemTexts({ [MODULE]: put('title: { hi: देखना, en: Notice }', swallowed) })).toContain(
    told(
      `${MODULE}:2`,
      'A quotation mark that is opened in this line swallows the next ones: “en: Notice"”',
      'Close it where its text ends: "देखना,"',
      'Without the closing mark all that follows counts as one text.',
    ),
  );
});

test('A quoted text may be wrapped, whatever its lines begin with', () => {
  const promise = 'promise:\n  hi: आप बदलाव देखेंगे।\n  en: "You will\n    say: look here."';
  expect(
    problemTexts({
      [MODULE]: put('promise: { hi: आप बदलाव देखेंगे।, en: You will notice a change. }', promise),
    }),
  ).toEqual([]);
});

test('A quotation mark within a quoted text is told with the corrected line', () => {
  expect(problemTexts({ 'content/sources.yml': put('A journal', '"The "Daily" News"') })).toEqual([
    told(
      'content/sources.yml:3',
      'Something stands after a text that has already ended.',
      'If the text holds quotation marks, write them as “ ” within it: publisher: "The “Daily” News"',
      'A text that begins with a quotation mark ends at the next one of the same kind.',
    ),
  ]);
});

test('A bracket that is never closed is found in its own line', () => {
  expect(problemTexts({ 'content/places.yml': put('Kota } }', 'Kota }') })).toEqual([
    told(
      'content/places.yml:4',
      'A bracket “{” is opened in this line and not closed.',
      'Close it where its entries end: - { id: kota, state: rajasthan, name: { hi: कोटा, en: Kota } }',
      'Without the closing bracket all that follows counts as part of it.',
    ),
  ]);
});

test('A text that begins with a reserved sign asks for quotes', () => {
  expect(problemTexts({ [MODULE]: put('tiffin', '@tiffin') })).toEqual([
    told(
      `${MODULE}:5`,
      'The text in this line begins with a sign that a text may not begin with.',
      'Put the text in quotes: drawing: "@tiffin"',
      SIGNS,
    ),
  ]);
});

test('A backslash is taken out', () => {
  expect(problemTexts({ [MODULE]: put('tiffin', '"tif\\qfin"') })).toEqual([
    told(
      `${MODULE}:5`,
      'The text in this line holds a backslash that means nothing.',
      'Leave the backslash out: drawing: "tifqfin"',
      'Within double quotes a backslash announces a special sign.',
    ),
  ]);
});

test('A text that points to another text is refused', () => {
  expect(problemTexts({ [MODULE]: put('tiffin', '*tiffin') })).toEqual([
    told(
      `${MODULE}:5`,
      '“*tiffin” stands for a text written elsewhere.',
      'Write the text itself; if it is to begin with an asterisk, put it in quotes: "*tiffin"',
      'Each text can be read and reviewed where it stands.',
    ),
  ]);
});

test('A line that is indented wrongly is shown', () => {
  expect(problemTexts({ [MODULE]: put('minutes: 5', '  minutes: 5') })).toEqual([
    told(
      `${MODULE}:4`,
      'This line begins with 2 spaces, and the lines like it with no space.',
      'Take away what stands before “minutes: 5”.',
      'Spaces at the beginning of a line show what belongs to what.',
    ),
  ]);
});

test('Brackets without end do not stop the check', () => {
  expect(problemTexts({ 'content/glossary.yml': '['.repeat(20_000) })).toEqual([
    told(
      'content/glossary.yml:1',
      'Brackets stand within brackets too deeply to be read.',
      'Take the file back to its last good state and make the change again, a few lines at a time.',
      'A file that cannot be read leaves its part of the course out.',
    ),
  ]);
});

test('A comma that cuts a text in two is explained', () => {
  expect(problemTexts({ [MODULE]: put('hi: देखना,', 'hi: देखिए, पूछिए,') })).toEqual([
    told(
      `${MODULE}:1`,
      'A comma has cut this text in two, and “पूछिए” counts as a key of its own.',
      'Put the whole text in quotes: hi: "देखिए, पूछिए"',
      'Between { and } a comma begins the next entry, unless the text stands in quotes.',
    ),
  ]);
});

test('A key without its colon is written with it', () => {
  expect(problemTexts({ [MODULE]: put('minutes: 5', 'minutes 5') })).toEqual([
    told(
      `${MODULE}:4`,
      'After the key “minutes” the colon is missing.',
      'Write minutes: 5',
      'A colon and a space part a key from what belongs to it.',
    ),
  ]);
});

test('A colon without its space is written with it', () => {
  expect(problemTexts({ [MODULE]: put('minutes: 5', 'minutes:5') })).toEqual([
    told(
      `${MODULE}:4`,
      'After the colon a space is missing.',
      'Write minutes: 5',
      'A colon and a space part a key from what belongs to it.',
    ),
  ]);
});

test('A colon between braces asks for quotes', () => {
  expect(problemTexts({ [MODULE]: put('en: Notice', 'en: Notice: look') })).toEqual([
    told(
      `${MODULE}:1`,
      'The text in this line holds a colon followed by a space.',
      'Put the text in quotes: en: "Notice: look"',
      SIGNS,
    ),
  ]);
});

test('A text with a colon and quotation marks is put in single quotes', () => {
  expect(
    problemTexts({
      [MODULE]: put('{ hi: देखना, en: Notice }', '\n  hi: देखना\n  en: He said: "come"'),
    }),
  ).toEqual([
    told(
      `${MODULE}:3`,
      'The text in this line holds a colon followed by a space.',
      `Put the text in quotes: en: 'He said: "come"'`,
      SIGNS,
    ),
  ]);
});
