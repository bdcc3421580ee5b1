import { expect, test } from '@playwright/test';
import { EN, HI, problemTexts, put, told } from './tiny-course.ts';

const TAGS = 'The page knows how to show these tags and no others.';
const ATTRIBUTE = 'What a tag does is decided by its attributes.';
const ROW = 'A lesson is a row of cards, and each card is shown by itself.';

test('A misspelt tag names the tag that was meant', () => {
  expect(problemTexts({ [EN]: put('<Say>', '<Sya>') })).toEqual([
    told(
      `${EN}:12`,
      'There is no tag <Sya>.',
      `Did you mean <Say>? It is written like this:
<Say>

"Words."

</Say>`,
      TAGS,
    ),
  ]);
});

test('A tag of the web is taken out', () => {
  expect(problemTexts({ [EN]: put('For three', '<b>For</b> three') })).toEqual([
    told(
      `${EN}:10`,
      'There is no tag <b>.',
      'Take <b> out. The tags of lessons are: Card, Question, Aloud, For, Say, Avoid, Rule, Danger, Drawing, Cite, Helpline.',
      TAGS,
    ),
  ]);
});

test('A misspelt attribute names the attribute that was meant', () => {
  expect(problemTexts({ [EN]: put('<Cite id="paper" />', '<Cite ide="paper" />') })).toEqual([
    told(`${EN}:10`, '<Cite> has no attribute “ide”.', 'Did you mean “id”?', ATTRIBUTE),
  ]);
});

test('An attribute that a tag does not have is left out', () => {
  expect(problemTexts({ [EN]: put('<Say>', '<Say loud="yes">') })).toEqual([
    told(`${EN}:12`, '<Say> has no attribute “loud”.', 'Write <Say> without it.', ATTRIBUTE),
  ]);
});

test('A tag that lacks its attribute is shown an example', () => {
  expect(problemTexts({ [EN]: put('<Cite id="paper" />', '<Cite />') })).toEqual([
    told(
      `${EN}:10`,
      '<Cite /> lacks “id”.',
      `Write it like this:
<Cite id="…" />`,
      ATTRIBUTE,
    ),
  ]);
});

test('An attribute that says nothing is shown an example', () => {
  expect(problemTexts({ [EN]: put('<Cite id="paper" />', '<Cite id="" />') })).toEqual([
    told(
      `${EN}:10`,
      '“id” in <Cite id="" /> says nothing.',
      `Write it like this:
<Cite id="…" />`,
      ATTRIBUTE,
    ),
  ]);
});

test('A tag for a passage holds words', () => {
  expect(problemTexts({ [EN]: put('<Say>\n\n"Is all well?"\n\n</Say>', '<Say />') })).toEqual([
    told(
      `${EN}:12`,
      '<Say /> holds nothing.',
      `Write it like this:
<Say>

"Words."

</Say>`,
      'What <Say> marks stands between its two halves.',
    ),
  ]);
});

test('A question stands outside the cards', () => {
  expect(
    problemTexts({
      [HI]: put(
        '<Drawing name="tiffin" alt="" />\n\n</Card>\n\n<Question id="two-changes" />',
        '<Question id="two-changes" />\n\n<Drawing name="tiffin" alt="" />\n\n</Card>',
      ),
      [EN]: put(
        '<Drawing name="tiffin" alt="" />\n\n</Card>\n\n<Question id="two-changes" />',
        '<Question id="two-changes" />\n\n<Drawing name="tiffin" alt="" />\n\n</Card>',
      ),
    }),
  ).toEqual([
    told(
      `${EN}:18`,
      '<Question> stands within <Card>.',
      'Move it: it stands straight in the lesson, outside every card.',
      ROW,
    ),
    told(
      `${HI}:18`,
      '<Question> stands within <Card>.',
      'Move it: it stands straight in the lesson, outside every card.',
      ROW,
    ),
  ]);
});

test('A passage to be said stands within a card', () => {
  expect(
    problemTexts({
      [EN]: put(
        '<Card id="plate-first">',
        '<Say>\n\n"Hello."\n\n</Say>\n\n<Card id="plate-first">',
      ),
    }),
  ).toEqual([
    told(
      `${EN}:6`,
      '<Say> stands outside every card.',
      'Move it: it stands within <Card>, <For>.',
      ROW,
    ),
  ]);
});

test('A passage stands on lines of its own', () => {
  expect(
    problemTexts({ [EN]: put('<Say>\n\n"Is all well?"\n\n</Say>', '<Say>"Is all well?"</Say>') }),
  ).toEqual([
    told(
      `${EN}:12`,
      '<Say> stands in one line with other text.',
      `Give it lines of its own:
<Say>

"Words."

</Say>`,
      'It is shown as a block of its own.',
    ),
  ]);
});

test('A source stands within its sentence', () => {
  expect(problemTexts({ [EN]: put(' <Cite id="paper" />', '\n\n<Cite id="paper" />') })).toEqual([
    told(
      `${EN}:12`,
      '<Cite> stands on a line of its own.',
      'Put it right after the sentence it belongs to: … <Cite id="…" />',
      'It is shown within a sentence.',
    ),
  ]);
});
