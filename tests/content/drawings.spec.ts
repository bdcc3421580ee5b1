import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { readContent } from '../../src/build/read-content.ts';
import { composeDrawing } from '../../src/domain/drawing.ts';
import { EN, HI, MODULE, problemTexts, put, told } from './tiny-course.ts';

const LATER = 'People look before they read, and nobody waits for a drawing below the text.';
const GUIDE = 'content/images/README.md tells how a drawing is made.';
const TIFFIN = 'content/images/tiffin.svg';
const PLATE = 'content/images/plate.svg';
const DESK = 'content/images/parts/desk.svg';
const TEA = 'content/modules/notice/tea.scenario.yml';
const tea = readFileSync(new URL('../fixtures/scenes/tea.scenario.yml', import.meta.url), 'utf8');
const DRAWING = '<Drawing name="tiffin" alt="" />';
const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg">\n${inside}\n</svg>\n`;
const inBoth = (from: string, to: string) => ({ [EN]: put(from, to), [HI]: put(from, to) });

test('A lesson without a drawing is told how to write one', () => {
  expect(problemTexts(inBoth(`${DRAWING}\n\n`, ''))).toEqual(
    [EN, HI].map((file) =>
      told(
        `${file}:6`,
        'The lesson has no drawing.',
        'Write <Drawing name="…" alt="…" /> as the last line of a card, with the name of a file in content/images/, or of one that you draw by content/images/README.md.',
        LATER,
      ),
    ),
  );
});

test('A drawing of a lesson that does not exist names the one that was meant', () => {
  expect(problemTexts(inBoth('name="tiffin"', 'name="tifin"'))).toEqual(
    [EN, HI].map((file) =>
      told(
        `${file}:18`,
        'There is no drawing content/images/tifin.svg.',
        'Did you mean “tiffin”?',
        'The card shows the drawing.',
      ),
    ),
  );
});

test('A drawing above the text of its card is moved below it', () => {
  expect(
    problemTexts({
      ...inBoth(`<Say>`, `${DRAWING}\n\n<Say>`),
    }),
  ).toEqual(
    [EN, HI].map((file) =>
      told(
        `${file}:12`,
        'Text follows the drawing “tiffin” in its card.',
        'Move the drawing to the end of the card, right before </Card>.',
        LATER,
      ),
    ),
  );
});

test('A drawing says what it shows in every language or in none', () => {
  const [problem, ...others] = problemTexts({ [EN]: put('alt=""', 'alt="A tiffin."') });
  expect(others).toEqual([]);
  expect(problem).toContain('Tag 3 of <Card id="plate-first">');
  expect(
    problemTexts({ [EN]: put('alt=""', 'alt="A tiffin."'), [HI]: put('alt=""', 'alt="टिफ़िन।"') }),
  ).toEqual([]);
});

test('What a drawing shows is held to the words of the course', () => {
  const [problem = ''] = problemTexts({
    [EN]: put('alt=""', 'alt="She daxed a blicket."'),
    [HI]: put('alt=""', 'alt="टिफ़िन।"'),
  });
  expect(problem).toContain(`${EN}:18`);
  expect(problem).toContain('daxed a blicket');
});

test('What a drawing shows is said shortly', () => {
  const [problem, ...others] = problemTexts({
    [EN]: put('alt=""', `alt="${'a '.repeat(61)}"`),
    [HI]: put('alt=""', 'alt="टिफ़िन।"'),
  }).filter((text) => text.includes('characters'));
  expect(others).toEqual([]);
  expect(problem).toBe(
    told(
      `${EN}:18`,
      'What the drawing shows takes 122 characters.',
      'Say in 120 characters at most which things are seen and where.',
      'Who cannot see the drawing hears it between two cards and should be back at the text soon.',
    ),
  );
});

test('A conversation has a drawing that is there', () => {
  const changed = put('name: tiffin', 'name: tifin')(tea);
  expect(problemTexts({ [TEA]: changed, [MODULE]: put('minutes: 5', 'minutes: 6') })).toEqual([
    told(
      `${TEA}:${tea.split('\n').findIndex((line) => line.startsWith('drawing:')) + 1}`,
      'There is no drawing content/images/tifin.svg.',
      'Did you mean “tiffin”?',
      'The drawing shows the room before the talk.',
    ),
  ]);
});

test('A conversation without a drawing is told that it lacks one', () => {
  const changed = put('drawing: { name: tiffin, alt: null }\n', '')(tea);
  const problems = problemTexts({ [TEA]: changed, [MODULE]: put('minutes: 5', 'minutes: 6') });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain('“drawing”');
});

test('A drawing holds no script, no words, no picture and no colour of its own', () => {
  const inside = [
    '<script>alert(1)</script>',
    '<text x="1">Zoya</text>',
    '<path fill="#ff0000" d="M0 0h9"/>',
    '<path class="d-red" d="M0 0h9"/>',
    '<path onclick="go()" d="M0 0h9"/>',
    '<path style="fill:red" d="M0 0h9"/>',
  ].join('\n');
  const known =
    'Draw it with svg, g, path, circle, ellipse, rect, line, use; words and scripts stand in no drawing.';
  const instead =
    'Write one of the classes d-line, d-fill, d-soft, d-paper, d-face, d-light, d-chalk instead; each follows the theme.';
  expect(problemTexts({ [PLATE]: svg(inside) })).toEqual([
    told(`${PLATE}:2`, 'The drawing holds <script>.', known, GUIDE),
    told(`${PLATE}:3`, 'The drawing holds <text>.', known, GUIDE),
    told(`${PLATE}:4`, 'The drawing has a colour of its own, fill="#ff0000".', instead, GUIDE),
    told(
      `${PLATE}:5`,
      'The drawing uses the class “d-red”.',
      'The classes known here are: d-line, d-fill, d-soft, d-paper, d-face, d-light, d-chalk.',
      GUIDE,
    ),
    told(`${PLATE}:6`, '<path> has the attribute “onclick”.', 'Take it out.', GUIDE),
    told(`${PLATE}:7`, '<path> has the attribute “style”.', 'Take it out.', GUIDE),
  ]);
});

test('A shared part that does not exist names the one that was meant', () => {
  const use = '<use href="parts/desc.svg" x="20" y="106"/>';
  const parts = { [DESK]: svg('<path d="M0 0h9"/>'), [PLATE]: svg(use) };
  expect(problemTexts(parts)).toEqual([
    told(
      `${PLATE}:2`,
      'There is no part content/images/parts/desc.svg.',
      'Did you mean “desk”?',
      GUIDE,
    ),
  ]);
});

test('A shared part is named in the one form that is composed', () => {
  const use = '<use xlink:href="https://example.org/desk.svg"/>';
  expect(problemTexts({ [PLATE]: svg(use) })).toContain(
    told(
      `${PLATE}:2`,
      `${use} names no shared part.`,
      'Write it like this: <use href="parts/desk.svg" x="20" y="106"/>',
      GUIDE,
    ),
  );
});

test('A drawing that is too heavy with its parts is named', () => {
  const part = { [DESK]: svg(`<path d="M0 0${'h9'.repeat(1000)}"/>`) };
  const use = '<use href="parts/desk.svg" x="1" y="2"/>';
  expect(problemTexts({ ...part, [TIFFIN]: svg(use.repeat(2)) })).toEqual([]);
  const [problem, ...others] = problemTexts({ ...part, [TIFFIN]: svg(use.repeat(3)) });
  expect(others).toEqual([]);
  expect(problem).toContain('characters with its parts; 5000 are allowed.');
});

test('A part is put where the drawing places it', () => {
  const part = () => svg('<path d="M0 0h9"/>');
  const placed = (attributes: string) =>
    composeDrawing(`<use href="parts/desk.svg"${attributes}/>`, part);
  expect(placed(' x="20" y="106"')).toBe('<g transform="translate(20 106)"><path d="M0 0h9"/></g>');
  expect(placed(' x="1" y="2" transform="scale(-1 1)"')).toBe(
    '<g transform="scale(-1 1) translate(1 2)"><path d="M0 0h9"/></g>',
  );
});

test('Every drawing of the course is at most 2.5 kB when sent', () => {
  const files = readContent(
    fileURLToPath(new URL('../../content', import.meta.url)),
    /^content\/images\/.*\.svg$/,
  );
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const heavy = files
    .map(({ path, text }) => {
      const whole = composeDrawing(text, (name) => texts.get(`content/images/parts/${name}.svg`));
      return { path, bytes: brotliCompressSync(whole).length };
    })
    .filter(({ bytes }) => bytes > 2500);
  expect(files.length).toBeGreaterThan(80);
  expect(heavy).toEqual([]);
});
