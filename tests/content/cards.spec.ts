import { expect, test } from '@playwright/test';
import { EN, HI, problemTexts, put, told } from './tiny-course.ts';

const HEADING = 'The heading names the one idea of the card; the learner finds it again by it.';
const MARKUP = 'A card holds a heading, paragraphs, lists and the tags of content/README.md.';
const ID =
  'Ids are lower-case Latin words joined by hyphens; stored answers and addresses carry them.';

test('Text outside the cards is moved into one', () => {
  expect(problemTexts({ [EN]: put('<Question', 'Some text.\n\n<Question') })).toEqual([
    told(
      `${EN}:22`,
      'This text stands outside every card: “Some text.”',
      'Move it into a card, between <Card id="…"> and </Card>.',
      'Only cards and questions are shown.',
    ),
  ]);
});

test('A lesson has at least one card', () => {
  expect(
    problemTexts({
      [HI]: '---\ntitle: थाली\nminutes: 3\n---\n',
      [EN]: '---\ntitle: The plate\nminutes: 3\n---\n',
    }),
  ).toEqual([
    told(
      `${EN}:1`,
      'The lesson has no card.',
      `Write at least one:
<Card id="…">

## Look at the plate

Text.

</Card>`,
      'A lesson is a row of cards.',
    ),
    told(
      `${HI}:1`,
      'The lesson has no card.',
      `Write at least one:
<Card id="…">

## Look at the plate

Text.

</Card>`,
      'A lesson is a row of cards.',
    ),
  ]);
});

test('A card has a heading', () => {
  expect(problemTexts({ [EN]: put('## Look at the plate\n', '') })).toEqual([
    told(
      `${EN}:6`,
      'The card “plate-first” has no heading.',
      'Begin it with a line such as: ## Look at the plate',
      HEADING,
    ),
  ]);
});

test('The heading of a card has two signs', () => {
  expect(problemTexts({ [EN]: put('## Look', '### Look') })).toEqual([
    told(
      `${EN}:8`,
      'The heading of the card “plate-first” does not begin with two signs “##”.',
      'Write: ## Look at the plate',
      HEADING,
    ),
  ]);
});

test('A second heading in a card begins a new card', () => {
  expect(problemTexts({ [EN]: put('<Say>', '## A second idea\n\n<Say>') })).toEqual([
    told(
      `${EN}:12`,
      'The card “plate-first” has a further heading: “A second idea”.',
      'Begin a new card with it, or write it as a sentence: **A second idea**',
      HEADING,
    ),
  ]);
});

test('A card begins with its heading', () => {
  expect(
    problemTexts({ [EN]: put('## Look at the plate', 'Before it.\n\n## Look at the plate') }),
  ).toEqual([
    told(
      `${EN}:10`,
      'The card “plate-first” does not begin with its heading.',
      'Move the line up, right below the tag: ## Look at the plate',
      HEADING,
    ),
  ]);
});

test('What Markdown can do and a card cannot show is taken out', () => {
  expect(
    problemTexts({
      [EN]: put(
        '<Say>',
        '![Plate](plate.png)\n\n[A link](page.html) and `code`\n\n> A quote\n\n---\n\n```\nlisting\n```\n\n<Say>',
      ),
    }),
  ).toEqual([
    told(
      `${EN}:12`,
      'A picture stands in the lesson.',
      'Take it out; a drawing is written <Drawing name="…" alt="…" /> at the end of a card.',
      MARKUP,
    ),
    told(
      `${EN}:14`,
      'A link stands in the lesson: “A link”.',
      'Take it out; a source is named by its id: <Cite id="…" />',
      MARKUP,
    ),
    told(
      `${EN}:14`,
      'A computer word between ` and ` stands in the lesson.',
      'Take out the marks `.',
      MARKUP,
    ),
    told(
      `${EN}:16`,
      'A quotation mark “>” at the beginning of a line stands in the lesson: “A quote”.',
      `Use the tag for words that are said:
<Say>

"Words."

</Say>`,
      MARKUP,
    ),
    told(
      `${EN}:18`,
      'A line of hyphens stands in the lesson.',
      'Take it out; a new idea begins a new card.',
      MARKUP,
    ),
    told(
      `${EN}:20`,
      'A computer listing stands in the lesson.',
      'Take out the marks ``` around it.',
      MARKUP,
    ),
  ]);
});

test('A card’s id is written as an id', () => {
  expect(
    problemTexts({
      [HI]: put('plate-first', 'Plate first'),
      [EN]: put('plate-first', 'Plate first'),
    }),
  ).toEqual([
    told(
      `${EN}:6`,
      'The card’s id “Plate first” is not written as an id.',
      'Write <Card id="plate-first">',
      ID,
    ),
    told(
      `${HI}:6`,
      'The card’s id “Plate first” is not written as an id.',
      'Write <Card id="plate-first">',
      ID,
    ),
  ]);
});

test('A rule has twenty words at most', () => {
  expect(
    problemTexts({
      [EN]: (text) =>
        text
          .replaceAll('Say>', 'Rule>')
          .replace('"Is all well?"', 'Knock and wait. '.repeat(7).trim()),
      [HI]: (text) => text.replaceAll('Say>', 'Rule>'),
    }),
  ).toEqual([
    told(
      `${EN}:12`,
      'This rule has 21 words.',
      'Shorten it by 1 to 20: “Knock and wait. Knock and wait. Knock and wait. Knock and wait. Knock and wait. Knock and wait. Knock and wait.”',
      'A rule is the one thing that the learner keeps.',
    ),
  ]);
});
