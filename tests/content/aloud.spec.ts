import { expect, test } from '@playwright/test';
import { ALOUD, EN, HI, problemTexts, put, QUIZ, told } from './tiny-course.ts';

const cards = `- id: ask-him
  prompt: { hi: उससे पूछिए।, en: Ask him. }
  line: { hi: सब ठीक है?, en: Is all well? }
  ticks:
    - { id: plain, text: { hi: शब्द साफ़ था।, en: The word was plain. } }
    - { id: no-blame, text: { hi: डाँट नहीं थी।, en: There was no blame. } }
    - { id: waited, text: { hi: फिर रुके।, en: Then a silence. } }
`;
const TAG = '\n<Aloud id="ask-him" />\n';
const added = (text: string) => (lesson: string) => lesson + text;

/** The problems of the tiny course whose lesson ends with an aloud card, with some files changed. */
function problems(file: string = cards, tags = TAG, changes = {}): string[] {
  return problemTexts({ [ALOUD]: file, [HI]: added(tags), [EN]: added(tags), ...changes });
}

test('A lesson with a sentence to say aloud keeps the rules, with an example line or without', () => {
  expect(problems()).toEqual([]);
  expect(problems(cards.replace(/ {2}line:.*\n/, ''))).toEqual([]);
});

test('A lesson may be a sentence to say aloud and nothing else', () => {
  const alone = (title: string) => `---\ntitle: ${title}\nminutes: 3\n---\n${TAG}`;
  expect(problems(cards, TAG, { [HI]: alone('बोलिए'), [EN]: alone('Say it') })).toEqual([]);
});

test('An aloud card that does not exist names the one that was meant', () => {
  const why = 'A lesson shows aloud cards of its own module.';
  expect(problems(cards, '\n<Aloud id="ask-her" />\n')).toEqual([
    told(
      `${ALOUD}:1`,
      'No lesson of the module shows the aloud card “ask-him”.',
      'Write <Aloud id="ask-him" /> into a lesson, in every language, or take the card out.',
      'A card that no lesson shows is never seen.',
    ),
    ...[EN, HI].map((file) =>
      told(
        `${file}:24`,
        'No aloud card has the id “ask-her”.',
        `Did you mean “ask-him”? If not, add “ask-her” to ${ALOUD}.`,
        why,
      ),
    ),
  ]);
});

test('An aloud card stands once in a lesson', () => {
  expect(problems(cards, TAG + TAG)).toEqual(
    [EN, HI].map((file) =>
      told(
        `${file}:26`,
        '<Aloud id="ask-him" /> stands twice in this lesson.',
        'Take one of the two out.',
        'A card stands in one place, and the learner comes back to that place.',
      ),
    ),
  );
});

test('An aloud card stands in every language', () => {
  expect(problems(cards, TAG, { [EN]: (text: string) => text })).toEqual([
    told(
      `${EN}:22`,
      '<Aloud id="ask-him" /> is in content/modules/notice/plate.hi.mdx and not in this file.',
      'Add <Aloud id="ask-him" /> after <Question id="two-changes" />, or take it out of the other file.',
      'A learner may change the language at any card and finds the same card again.',
    ),
  ]);
});

test('An aloud card has an id of its own', () => {
  expect(
    problems(cards.replace('ask-him', 'two-changes'), '\n<Aloud id="two-changes" />\n'),
  ).toEqual([
    told(
      `${ALOUD}:1`,
      `The aloud card “two-changes” has the id of the question in ${QUIZ}:3.`,
      'Give it an id of its own, for example “notice-two-changes”.',
      'Stored answers refer to ids alone, so each id means one thing in the whole course, for ever.',
    ),
  ]);
});

test('Two ticks of a card have two ids', () => {
  expect(problems(put('id: waited', 'id: plain')(cards))).toEqual([
    told(
      `${ALOUD}:7`,
      'The id “plain” stands twice under “ticks”; the first time in line 5.',
      'Write id: plain-2',
      'Stored answers and references consist of ids, so each id means one thing, for ever.',
    ),
  ]);
});

test('A tick is short', () => {
  const long = `The word was plain${', and plain'.repeat(10)}.`;
  expect(problems(put('en: The word was plain.', `en: "${long}"`)(cards))).toEqual([
    told(
      `${ALOUD}:5`,
      `The text “text” of “plain” in “ask-him” has ${long.length} characters.`,
      `Shorten it by ${long.length - 120} to 120: “${long}”`,
      'It is read on a small screen, late at night.',
    ),
  ]);
});

test('A text of an aloud card is there in every language', () => {
  expect(problems(put('{ hi: उससे पूछिए।, en: Ask him. }', '{ hi: उससे पूछिए। }')(cards))).toEqual([
    told(
      `${ALOUD}:2`,
      'The text “prompt” is missing in the language “en”.',
      'Add en: with the translation of “उससे पूछिए।”.',
      'A learner who chose this language would find a gap here.',
    ),
  ]);
});

test('A key that aloud cards do not have names the one that was meant', () => {
  expect(problems(put('  line:', '  lines:')(cards))).toEqual([
    told(
      `${ALOUD}:3`,
      'The key “lines” is not known here.',
      'Did you mean “line”?',
      'What stands under a misspelt key would be left out of the course without a word.',
    ),
  ]);
});

test('A telephone number in an aloud card is named', () => {
  expect(problems(put('en: Is all well?', 'en: Ring 112.')(cards))).toEqual([
    told(
      `${ALOUD}:3`,
      'The number 112 is written by hand.',
      'Write the name “Emergency service” instead; the page shows the number of the ledger beside it.',
      'A number printed by hand is wrong sooner or later, and somebody may ring it at night; the ledger is tested.',
    ),
  ]);
});

test('Letters of an aloud card are stored in one form', () => {
  expect(problems(put('Is all well?', 'Cafe\u0301?')(cards))).toEqual([
    told(
      `${ALOUD}:3`,
      'Letters of this line are stored in a form that only looks the same.',
      'Replace the line by this copy: line: { hi: सब ठीक है?, en: Café? }',
      'Each letter has one stored form here (NFC), so that searching and comparing find it.',
    ),
  ]);
});
