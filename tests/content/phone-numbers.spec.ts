import { expect, test } from '@playwright/test';
import { EN, HI, MODULE, problemTexts, put, QUIZ, told } from './tiny-course.ts';

const BY_HAND =
  'A number printed by hand is wrong sooner or later, and somebody may ring it at night; the ledger is tested.';
const FIGURE =
  'A figure without a source cannot be checked, and wrong figures about suicide do harm.';

test('A number of the ledger in a lesson becomes a tag', () => {
  expect(problemTexts({ [EN]: put('For three', 'Ring 112. For three') })).toEqual([
    told(
      `${EN}:10`,
      'The number 112 is written by hand.',
      'Write <Helpline id="emergency" />',
      BY_HAND,
    ),
  ]);
});

test('A number of the ledger in Devanagari digits becomes a tag', () => {
  expect(problemTexts({ [HI]: put('तीन दिन', '११२ मिलाइए। तीन दिन') })).toEqual([
    told(
      `${HI}:10`,
      'The number ११२ is written by hand.',
      'Write <Helpline id="emergency" />',
      BY_HAND,
    ),
  ]);
});

test('A long number of the ledger is found in whatever way it is parted', () => {
  expect(
    problemTexts({ [EN]: put('For three', 'Ring 1800 891 4416 or 18008914416. For three') }),
  ).toEqual([
    told(
      `${EN}:10`,
      'The number 1800 891 4416 is written by hand.',
      'Write <Helpline id="counsellor-line" />',
      BY_HAND,
    ),
    told(
      `${EN}:10`,
      'The number 18008914416 is written by hand.',
      'Write <Helpline id="counsellor-line" />',
      BY_HAND,
    ),
  ]);
});

test('A number with a wrong digit names the one that was meant', () => {
  expect(problemTexts({ [EN]: put('For three', 'Ring 1-800-91-4416. For three') })).toEqual([
    told(
      `${EN}:10`,
      'The number 1-800-91-4416 is written by hand.',
      'Write <Helpline id="counsellor-line" />',
      BY_HAND,
    ),
  ]);
});

test('A number that the ledger does not have is to be added there', () => {
  expect(problemTexts({ [EN]: put('For three', 'Ring 98000 00000. For three') })).toEqual([
    told(
      `${EN}:10`,
      'The number 98000 00000 is written by hand.',
      'Add the number to content/helplines.yml with its source, and write <Helpline id="…" /> with its id here.',
      BY_HAND,
    ),
  ]);
});

test('A short code of the kind that helplines have is to be added to the ledger', () => {
  expect(problemTexts({ [HI]: put('तीन दिन', '१४४९९ मिलाइए। तीन दिन') })).toEqual([
    told(
      `${HI}:10`,
      'The number १४४९९ is written by hand.',
      'Add the number to content/helplines.yml with its source, and write <Helpline id="…" /> with its id here.',
      BY_HAND,
    ),
  ]);
});

test('A number in an interface text becomes a place to fill in', () => {
  expect(problemTexts({ 'content/ui/en.yml': put('next: Next', 'next: Ring 112') })).toEqual([
    told(
      'content/ui/en.yml:2',
      'The number 112 is written by hand.',
      'Write the place {number} instead; the page fills in the number of the ledger.',
      BY_HAND,
    ),
  ]);
});

test('A number in a question becomes the name of the helpline in that language', () => {
  expect(
    problemTexts({
      [QUIZ]: (text) =>
        text
          .replace('en: I shall knock.', 'en: I shall ring 112.')
          .replace('hi: दरवाज़ा खटखटाऊँगा।', 'hi: ११२ मिलाऊँगा।'),
    }),
  ).toEqual([
    told(
      `${QUIZ}:11`,
      'The number ११२ is written by hand.',
      'Write the name “आपात सेवा” instead; the page shows the number of the ledger beside it.',
      BY_HAND,
    ),
    told(
      `${QUIZ}:11`,
      'The number 112 is written by hand.',
      'Write the name “Emergency service” instead; the page shows the number of the ledger beside it.',
      BY_HAND,
    ),
  ]);
});

test('A number in a text of several lines is found in its line', () => {
  expect(
    problemTexts({
      [MODULE]: put(
        '{ hi: आप बदलाव देखेंगे।, en: You will notice a change. }',
        '\n  hi: आप बदलाव देखेंगे।\n  en: |\n    You will notice a change.\n    You will ring 98000-00000.',
      ),
    }),
  ).toEqual([
    told(
      `${MODULE}:6`,
      'The number 98000-00000 is written by hand.',
      'Write the name of the helpline instead; the page shows the number of the ledger beside it.',
      BY_HAND,
    ),
  ]);
});

test('A share without a source is named', () => {
  expect(
    problemTexts({
      [HI]: put(' <Cite id="paper" />', ''),
      [EN]: put(' <Cite id="paper" />', ' It was so for 26% of them.'),
    }),
  ).toEqual([
    told(
      `${EN}:10`,
      'The card “plate-first” states “26%” and names no source.',
      'Put the source right after the sentence: … 26% … <Cite id="id-from-sources-yml" />',
      FIGURE,
    ),
  ]);
});

test('A share in Hindi words without a source is named', () => {
  expect(
    problemTexts({
      [HI]: put(' <Cite id="paper" />', ' हर दस में से एक।'),
      [EN]: put(' <Cite id="paper" />', ''),
    }),
  ).toEqual([
    told(
      `${HI}:10`,
      'The card “plate-first” states “दस में से एक” and names no source.',
      'Put the source right after the sentence: … दस में से एक … <Cite id="id-from-sources-yml" />',
      FIGURE,
    ),
  ]);
});

test('A great number in a question without a source is named', () => {
  expect(
    problemTexts({ [QUIZ]: put('en: Ask today.', 'en: Two lakh students come here.') }),
  ).toEqual([
    told(
      `${QUIZ}:3`,
      'The question “two-changes” states “Two lakh” and names no source.',
      'Add the line sources: [id-from-sources-yml]',
      FIGURE,
    ),
  ]);
});

test('A letter in another form is shown in the form that is used here', () => {
  expect(problemTexts({ 'content/ui/hi.yml': put('आगे', 'आगे ज\u095b') })).toEqual([
    told(
      'content/ui/hi.yml:2',
      'Letters of this line are stored in a form that only looks the same.',
      'Replace the line by this copy: next: आगे जज़',
      'Each letter has one stored form here (NFC), so that searching and comparing find it.',
    ),
  ]);
});

test('A sign that nobody can see is taken out', () => {
  expect(problemTexts({ 'content/ui/hi.yml': put('आगे', 'आ\u200bगे') })).toEqual([
    told(
      'content/ui/hi.yml:2',
      'A sign that nobody can see stands in this line.',
      'Replace the line by this copy: next: आगे',
      'Unseen signs break searching, reading aloud and the keys of this file.',
    ),
  ]);
});

test('A source that was to be looked at again is named', () => {
  expect(problemTexts({ 'content/sources.yml': put('2027-06-01', '2026-11-22') })).toEqual([
    told(
      'content/sources.yml:8',
      'The source “paper” was to be looked at again by 2026-11-22.',
      'Open its address and read whether it still says what the course takes from it. If so, write lookAgain: "2027-11-23"; if not, correct the entry and what rests on it.',
      'Pages move and numbers change; the course says only what still holds.',
    ),
  ]);
});

test('A number cannot have been tested tomorrow', () => {
  expect(
    problemTexts({
      'content/helplines.yml': put('tested: null', 'tested: { by: A. Warden, on: "2026-11-24" }'),
    }),
  ).toEqual([
    told(
      'content/helplines.yml:9',
      'The day 2026-11-24 is still to come.',
      'Write the day on which it was done, at the latest on: "2026-11-23"',
      'A test or a signature tells what has happened.',
    ),
  ]);
});
