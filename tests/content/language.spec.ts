import { expect, test } from '@playwright/test';
import { languageProblems, languageWarnings } from '../../src/rules/language/index.ts';
import { readAll } from '../../src/rules/reading/content.ts';
import { ALOUD, EN, HI, MODULE, problemTexts, put, QUIZ, tinyFiles, told } from './tiny-course.ts';

const LEDGER = 'content/language.yml';
const WHY = 'It is no crime.';
/** In the tiny course “blicket” stands for suicide, and three invented words for hidden ones. */
const broken = (place: string, words: string) =>
  told(
    place,
    `The words “${words}” break the rule “done-as-crime” of content/language.yml.`,
    'Write “died”.',
    WHY,
  );
const hidden = (place: string, words: string) =>
  told(
    place,
    `The words “${words}” are among the hidden ones of content/language.yml.`,
    'Write “dangerous things”.',
    'A word in print is taken up.',
  );
const shown = put('half full.', 'half full. Ring <Helpline id="emergency" />.');
const shownHi = put('लौट रही है।', 'लौट रही है। <Helpline id="emergency" /> मिलाइए।');
/** The tiny course with a helpline in its lesson, so that it may name suicide. */
const named = (changes: Parameters<typeof problemTexts>[0]) =>
  problemTexts({ [EN]: shown, [HI]: shownHi, ...changes });

test('Words against a rule are told with file, line, the words and what to write', () => {
  const text = (lesson: string) =>
    put('For three', 'He Daxed  a\nBlicket. For three')(shown(lesson));
  expect(named({ [EN]: text })).toEqual([broken(`${EN}:10`, 'Daxed a Blicket')]);
});

test('Words against a rule are found in every kind of text', () => {
  const said = 'she daxed blicket';
  const problems = named({
    [EN]: (lesson) => put('title: The plate', `title: ${said}`)(shown(lesson)),
    [MODULE]: put('en: Notice', `en: ${said}`),
    [QUIZ]: put('en: Ask today.', `en: ${said}`),
    'content/ui/en.yml': put('next: Next', `next: ${said}`),
    'content/glossary.yml': put('en: What can be seen.', `en: ${said}`),
    'content/sources.yml': put('en: Asking is right.', `en: ${said}`),
    'content/helplines.yml': put('en: Day and night', `en: ${said}`),
  });
  expect(problems).toEqual([
    broken('content/glossary.yml:3', 'daxed blicket'),
    broken('content/helplines.yml:5', 'daxed blicket'),
    broken(`${MODULE}:1`, 'daxed blicket'),
    broken(`${EN}:2`, 'daxed blicket'),
    broken(`${QUIZ}:9`, 'daxed blicket'),
    broken('content/sources.yml:7', 'daxed blicket'),
    broken('content/ui/en.yml:2', 'daxed blicket'),
  ]);
});

test('A title of a source, an address and a remark to editors are not read', () => {
  const changes = {
    'content/sources.yml': put('title: A paper', 'title: Who daxed a blicket?\n  # daxed blicket'),
  };
  expect(problemTexts(changes)).toEqual([]);
});

test('Words stop at the end of a sentence', () => {
  expect(named({ [QUIZ]: put('en: Ask today.', 'en: She daxed. Blicket is a word.') })).toEqual([]);
});

test('A quotable rule lets others speak, and not the course', () => {
  const quotable = put('    instead: “died”', '    quotable: true\n    instead: “died”');
  const say = '<Avoid>\n\nI daxed a blicket.\n\n</Avoid>\n\n<Say>';
  const saidHi = '<Avoid>\n\nएक बात।\n\n</Avoid>\n\n<Say>';
  const right = 'text: { hi: दरवाज़ा खटखटाऊँगा।, en: He daxed a blicket. }';
  expect(
    named({
      [LEDGER]: quotable,
      [EN]: (lesson) => put('<Say>', say)(put('half', '"he daxed a blicket" half')(shown(lesson))),
      [HI]: (lesson) => put('<Say>', saidHi)(shownHi(lesson)),
      [QUIZ]: (quiz) =>
        put(
          'en: I shall see tomorrow.',
          'en: She daxed a blicket.',
        )(put('text: { hi: दरवाज़ा खटखटाऊँगा।, en: I shall knock. }', right)(quiz)),
    }),
  ).toEqual([broken(`${QUIZ}:11`, 'daxed a blicket')]);
});

test('A hidden word is found by its hash, in three scripts, alone, by its beginning and as a pair', () => {
  expect(
    problemTexts({
      [HI]: put('तीन दिन', 'जुम्ब्रा। Zumbro, phir se karega. Zumbro! Karega. तीन दिन'),
      [EN]: put('For three', 'Grindles, grindling and grind. For three'),
    }),
  ).toEqual([
    hidden(`${EN}:10`, 'Grindles'),
    hidden(`${HI}:10`, 'जुम्ब्रा'),
    hidden(`${HI}:10`, 'Zumbro, phir se karega'),
  ]);
});

test('What must not be stated is told as such', () => {
  const unstated = put(
    'unstated: []',
    `unstated:
  - id: always
    patterns: [signs … always, <number> minutes]
    instead: what is known
    why: Nobody knows.
    sources: [paper]
    catches: [The signs are always there.]
    passes: [The signs are there.]
    allow: []`,
  );
  const changes = {
    [LEDGER]: unstated,
    [QUIZ]: put('en: Ask today.', 'en: The signs can always be seen. In १० minutes.'),
  };
  const stated = (words: string) =>
    told(
      `${QUIZ}:9`,
      `The words “${words}” state what this course must not state (“always” in content/language.yml).`,
      'Write what is known.',
      'Nobody knows.',
    );
  expect(problemTexts(changes)).toEqual([stated('signs can always'), stated('१० minutes')]);
});

test('A rule of the level warn is no problem', () => {
  const warn = put('    patterns: [dax', '    level: warn\n    patterns: [dax');
  const changes = { [LEDGER]: warn, [EN]: shown, [HI]: shownHi };
  const daxed = { ...changes, [QUIZ]: put('en: Ask today.', 'en: He daxed a blicket.') };
  expect(problemTexts(daxed)).toEqual([]);
  const warnings = languageWarnings(readAll(tinyFiles(daxed)));
  expect(warnings.map(({ value }) => value)).toEqual(['daxed a blicket']);
});

test('A module that names suicide shows a helpline in every language', () => {
  const missing = (language: string) =>
    told(
      `${QUIZ}:9`,
      `The module “notice” names suicide (“blicket”), and none of its lessons in the language “${language}” shows a helpline.`,
      'Write <Helpline id="emergency" /> or <Helpline id="tele-manas" /> into a sentence of a lesson, in every language.',
      'Whoever reads the word may be the one who needs the number.',
    );
  const changes = { [QUIZ]: put('en: Ask today.', 'en: Ask about blicket today.') };
  expect(problemTexts(changes)).toEqual([missing('hi'), missing('en')]);
  expect(named(changes)).toEqual([]);
});

test('A rule that does not find its examples, or finds others, is a problem of the ledger', () => {
  const ledger = (from: string, to: string) => problemTexts({ [LEDGER]: put(from, to) });
  expect(ledger('[She daxed a blicket.]', '[She wugged a blicket.]')).toEqual([
    told(
      `${LEDGER}:3`,
      'The rule “done-as-crime” does not find “She wugged a blicket.”, which stands under catches.',
      'Add a pattern that finds it, or take the sentence out.',
      'The sentences show that the rule does what its editor meant.',
    ),
  ]);
  expect(ledger('[She daxed.]', '[She daxed ब्लिकेट.]')).toEqual([
    told(
      `${LEDGER}:3`,
      'The rule “done-as-crime” finds “She daxed ब्लिकेट.”, which stands under passes.',
      'Narrow a pattern, add what surrounds the words under allow, or take the sentence out.',
      'A false alarm teaches editors to overlook the true ones.',
    ),
  ]);
});

test('An exception needs a sentence that shows it', () => {
  const allow = (passes: string) =>
    put(
      '    passes: [She daxed.]',
      `    passes: [${passes}]\n    allow:\n      - { pattern: never daxed a blicket, why: It is denied. }`,
    );
  expect(problemTexts({ [LEDGER]: allow('She never daxed a blicket.') })).toEqual([]);
  expect(problemTexts({ [LEDGER]: allow('She daxed.') })).toEqual([
    told(
      `${LEDGER}:3`,
      'The rule “done-as-crime” allows “never daxed a blicket”, and no sentence under passes needs it.',
      'Add such a sentence under passes, or take the exception out.',
      'An exception that nothing needs is a hole.',
    ),
  ]);
});

test('A pattern that cannot be read is told with its reason', () => {
  const reasons = [
    ['(a) blicket', 'begins with what may be missing'],
    ['dax <wug>', 'names the group “wug”, which is not among the groups'],
    ['dax *', 'has a place without a word, “*”'],
  ];
  for (const [pattern, reason] of reasons) {
    expect(problemTexts({ [LEDGER]: put('[dax/daxed', `[${pattern}, dax/daxed`) })).toEqual([
      told(
        `${LEDGER}:3`,
        `The pattern “${pattern}” of the rule “done-as-crime” ${reason}.`,
        'Write words with spaces between them; content/README.md lists the signs.',
        'A pattern that cannot be read finds nothing.',
      ),
    ]);
  }
});

test('Two rules never share an id', () => {
  const twice = (text: string) => {
    const [rule = ''] = / {2}- id: done[\s\S]*?(?=unstated)/.exec(text) ?? [];
    return text.replace(rule, rule + rule);
  };
  expect(problemTexts({ [LEDGER]: twice })).toEqual([
    told(
      `${LEDGER}:10`,
      'The id “done-as-crime” stands twice in this file; the first time in line 3.',
      'Write id: done-as-crime-2',
      'Stored answers and references consist of ids, so each id means one thing, for ever.',
    ),
  ]);
});

test('A sentence to say aloud is read too', () => {
  const aloud = `- id: say-it
  prompt: { hi: कहिए।, en: Say it. }
  line: { hi: एक।, en: I daxed blicket. }
  ticks:
    - { id: one, text: { hi: एक।, en: One. } }
    - { id: two, text: { hi: दो।, en: Two. } }
    - { id: three, text: { hi: तीन।, en: Three. } }
`;
  const placed = (show: (text: string) => string) => (text: string) =>
    `${show(text)}\n<Aloud id="say-it" />\n`;
  expect(problemTexts({ [ALOUD]: aloud, [EN]: placed(shown), [HI]: placed(shownHi) })).toEqual([
    broken(`${ALOUD}:3`, 'daxed blicket'),
  ]);
});

test('Practice of every kind is read, a post in one language too', () => {
  const path = 'content/modules/notice/night.cases.yml';
  const cases = `posts:
  - id: p01
    context: { hi: एक।, en: She daxed a blicket. }
    post: kal daxed blicket hai
options:
  - { text: { hi: एक।, en: He daxed a blicket. }, coach: { hi: दो।, en: He daxed blicket. } }
`;
  const quotable = put('    instead: “died”', '    quotable: true\n    instead: “died”');
  const find = (changes = {}) =>
    languageProblems(readAll(tinyFiles({ [path]: cases, ...changes }))).map(({ line, value }) => [
      line,
      value,
    ]);
  expect(find()).toEqual([
    [3, 'daxed a blicket'],
    [4, 'daxed blicket'],
    [6, 'daxed a blicket'],
    [6, 'daxed blicket'],
  ]);
  // Others speak in the post and in what is not marked as right.
  expect(find({ [LEDGER]: quotable })).toEqual([
    [3, 'daxed a blicket'],
    [6, 'daxed blicket'],
  ]);
});
