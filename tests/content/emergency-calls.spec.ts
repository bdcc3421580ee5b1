import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { drillText } from '../support/drills.ts';
import { doorProblems, POSTS, tinyPosts } from './tiny-cases.ts';
import { ALOUD, EN, problemTexts, put, told } from './tiny-course.ts';

const LEXICON = 'content/languages/en.yml';
const TEA = 'content/modules/notice/tea.scenario.yml';
const CALL = 'content/modules/notice/gate.call.yml';
const EXAMPLE = 'District Kota, Naya Bazaar, Ujala Hostel.';
const INSTEAD = `Begin as in this call: “${EXAMPLE}”`;
const WHY =
  'If the line breaks after three seconds, the place has been heard; whoever copies these words into a real night copies their order.';
const DANGER =
  'The rule for danger (content/danger.yml) holds for posts and doors too: who may be hurt or out of reach needs help that comes.';
const lexicon = put(
  'lessThan:',
  `emergencyCall:
  begins: [district]
  says: [life is in danger]
  names: [emergency]
  example: "${EXAMPLE}"
lessThan:`,
);
/** The problems of the tiny course with a changed file that are about the words of a call, or about danger. */
const found = (file: string, text: string | ((text: string) => string)) =>
  problemTexts({ [LEXICON]: lexicon, [file]: text }).filter(
    (problem) => problem.includes(WHY) || problem.includes(DANGER),
  );
const late = (place: string, call: string) =>
  told(place, `A call for help does not begin with district and place: “${call}”`, INSTEAD, WHY);

test('A box of a lesson that calls for help begins with district and place', () => {
  const box = (call: string) => put('"Is all well?"', `"${call}"`);
  const call = "Hello, a student's life is in danger. District Kota, Ujala Hostel.";
  expect(found(EN, box(call))).toEqual([late(`${EN}:14`, call)]);
  const short = "District Kota. A student's life is in danger.";
  expect(found(EN, box(short))).toEqual([late(`${EN}:14`, short)]);
  expect(found(EN, box('District Kota, Ujala Hostel. A life is in danger.'))).toEqual([]);
});

test('A sentence to say aloud that calls for help begins with district and place', () => {
  const aloud = `- id: call-aloud
  prompt: { hi: कहिए।, en: Say it. }
  line: { hi: '"ज़िला कोटा।"', en: '"Come quickly, a life is in danger."' }
  ticks:
    - { id: place-first, text: { hi: जगह पहले।, en: The place came first. } }
    - { id: calm-voice, text: { hi: धीरे।, en: Calm. } }
    - { id: waited-then, text: { hi: रुके।, en: You waited. } }
`;
  expect(found(ALOUD, aloud)).toEqual([late(`${ALOUD}:3`, 'Come quickly, a life is in danger.')]);
});

test('The right first sentence of a call begins with district and place', () => {
  const text = put('District Kota, Kota city, next to', 'Kota, next to')(drillText('gate.call'));
  const [problem, ...more] = found(CALL, text);
  expect(more).toEqual([]);
  expect(problem).toContain('A call for help does not begin with district and place: “');
});

test('A conversation that rings for help holds the words of the call, and they begin with the place', () => {
  const tea = readFileSync('tests/fixtures/scenes/tea.scenario.yml', 'utf8');
  const ring = (english: string) =>
    put(
      `move: stay
        quality: strong
        text: { hi: बाहर हूँ।, en: I'm outside. }`,
      `move: ring-emergency
        quality: strong
        text: { hi: बाहर हूँ।, en: "${english}" }`,
    )(tea);
  const line = tea.split("en: I'm outside.")[0]?.split('\n').length;
  expect(found(TEA, ring('I ring them.'))).toEqual([
    told(
      `${TEA}:${line}`,
      'The choice “c14” rings for help without the words of the call.',
      INSTEAD,
      WHY,
    ),
  ]);
  expect(found(TEA, ring('I ring. “A student needs you.”'))).toEqual([
    late(`${TEA}:${line}`, 'A student needs you.'),
  ]);
  expect(found(TEA, ring('I ring. “District Kota, Ujala Hostel.”'))).toEqual([]);
});

test('A post where somebody may be hurt is right at once and not otherwise', () => {
  const hurt = put('signs: [burden]', 'signs: [self-harm]')(tinyPosts);
  expect(found(POSTS, hurt)).toEqual([
    told(
      `${POSTS}:${hurt.slice(0, hurt.indexOf('right: today')).split('\n').length}`,
      'In the case “p03” somebody may have hurt themselves, and “today” counts as right.',
      'Write right: now, and take “also” out.',
      DANGER,
    ),
  ]);
});

test('A post that has help sent names the emergency number in every language that has one', () => {
  const sent = put(
    'moves: [call-and-ask]\n',
    'moves: [call-and-ask]\n',
  )(tinyPosts).replace(/(id: p04[\s\S]*?)moves: \[call-and-ask\]/, '$1moves: [ring-place-first]');
  const missing = found(POSTS, sent);
  expect(missing).toHaveLength(1);
  expect(missing[0]).toContain(
    'The case “p04” needs help at once, and its texts in the language “en” never name the emergency number.',
  );
  const named = sent.replace(
    /(id: p04[\s\S]*?)en: A goodbye\./,
    '$1en: "A goodbye. In doubt ring the emergency number."',
  );
  expect(found(POSTS, named)).toEqual([]);
});

test('Without words for an emergency call a language is not asked for them', () => {
  expect(doorProblems()).toEqual([]);
});
