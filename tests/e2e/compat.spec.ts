import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { filesBelow } from '../../src/build/built-files.ts';
import { dist, root } from '../../src/cli/tools.ts';
import { type Newer, newerInScript, ownNames, parseScript } from '../support/script-features.ts';
import { newerInStyles } from '../support/style-features.ts';

// From Chromium 80, Safari 14 and Firefox 91 on everything works. What is newer stands below, with what makes it safe:
// the script that asks first, or what is lost where a browser does not know it. Anything else is a problem.

/** Names that scripts use only where the browser has them, and names that mean something of ours. */
const ASKED_FOR: Readonly<Record<string, string>> = {
  BarcodeDetector: 'src/islands/camera/decoder.ts asks; without it the library reads',
  getSupportedFormats: 'of BarcodeDetector',
  detect: 'of BarcodeDetector',
  srcObject: 'of a video, older than the data says',
  'Error.captureStackTrace': 'fflate asks',
  scheduler: 'the library for QR codes asks',
  yield: 'of scheduler',
  image: 'of the library for QR codes',
  layers: 'of the library for QR codes',
  resize: 'of the library for QR codes',
  locale: 'a name in the facts of a page',
  BroadcastChannel:
    'src/islands/shell/exit.element.ts asks; without it the storage of the tab is read',
  AudioContext: 'src/islands/call/extras.ts asks; without it a call is silent',
  'CSS.highlights': 'src/islands/listen/reading.ts asks; without it nothing is marked',
  Highlight: 'src/islands/listen/reading.ts asks',
  'Intl.Segmenter': 'src/domain/profile.ts and src/islands/listen/reading.ts ask',
  segment: 'of Intl.Segmenter',
  MediaRecorder: 'src/islands/aloud/aloud.element.ts asks; without it the offer is hidden',
  checkVisibility: 'src/islands/listen/reading.ts asks',
  locks: 'src/store/bind-phone.ts asks; without it tabs merge what they read',
  'navigator.canShare': 'src/islands/share.ts asks',
  'navigator.share': 'src/islands/share.ts asks, and buttons are hidden',
  'navigator.connection': 'src/offline/page.ts asks',
  saveData: 'of navigator.connection',
  'navigator.storage': 'asked for with ?.',
  persist: 'of navigator.storage, asked for with ?.',
  togglePopover: 'src/islands/shell/menu.ts asks; gate.ts draws the menu elsewhere',
  trustedTypes: 'src/offline/worker-address.ts asks',
  createPolicy: 'of trustedTypes',
  'selector :has(': 'src/islands/now/now.element.ts asks by it',
  effects: 'of a conversation',
  first: 'of a question',
  take: 'of a drawn deck',
  font: 'of a canvas, older than the data says',
  fontFamily: 'of a computed style',
  with: 'of lean-qr',
};

/** What a browser passes over, and what is missed then. */
const PASSED_OVER: Readonly<Record<string, string>> = {
  '::-moz-progress-bar': 'stands beside the names of other browsers',
  '::-webkit-progress-bar': 'stands beside the names of other browsers',
  '::-webkit-progress-value': 'stands beside the names of other browsers',
  '::backdrop': 'of a popover, which such browsers do not have',
  '::highlight': 'the sentence that is read aloud is not marked',
  ':focus-visible': "the browser's own ring is drawn",
  ':has': 'colours of what is chosen; `without-has.ts` does what decides on a page',
  ':is': 'the compiler writes :-webkit-any beside it',
  '@media (forced-colors)': 'such browsers have no forced colours',
  '@page': 'the browser has its own margins',
  '@view-transition': 'pages change without a fade',
  'accent-color': 'controls have their own colour',
  'align-self: end': 'a drawing stands elsewhere in its row',
  'aspect-ratio': 'the poster on the screen is as high as its text; on paper it has a size',
  'color-mix()': 'a ring around a mark is missing',
  'color-scheme': 'scroll bars stay light',
  'color-scheme: dark': 'scroll bars stay light',
  'color-scheme: light': 'scroll bars stay light',
  'contain-intrinsic-block-size': 'of content-visibility',
  'content-visibility': 'the page is drawn at once',
  'content-visibility: auto': 'the page is drawn at once',
  'container-type': 'of the poster, whose unit stands in @supports',
  'container-type: inline-size': 'of the poster, whose unit stands in @supports',
  'cursor: default': 'a phone has no pointer',
  'cursor: pointer': 'a phone has no pointer',
  'font-family: ui-monospace': 'the next face of the list is taken',
  'forced-color-adjust': 'such browsers have no forced colours',
  'forced-color-adjust: none': 'such browsers have no forced colours',
  'hanging-punctuation': 'a quotation mark stands within the line',
  'hanging-punctuation: first': 'a quotation mark stands within the line',
  'image-rendering: pixelated': 'a QR code is drawn softer',
  outline: 'the ring has square corners',
  'overflow-wrap: anywhere': 'a long word breaks later',
  page: 'the printed register stands upright',
  'paint-order': 'a line of a drawing is thicker',
  'print-color-adjust': 'colours on paper are as the printer is set',
  'print-color-adjust: exact': 'colours on paper are as the printer is set',
  rotate: 'a drawing is not tilted',
  'scroll-margin': 'what is scrolled to stands closer to the edge',
  'scroll-margin-block-start': 'what is scrolled to stands closer to the edge',
  'scroll-padding-block': 'what is scrolled to stands closer to the edge',
  'scroll-padding-block-end': 'what is scrolled to stands closer to the edge',
  'scroll-padding-block-start': 'what is scrolled to stands closer to the edge',
  'text-decoration-thickness': 'lines below links are as the browser draws them',
  'text-underline-offset': 'lines below links are as the browser draws them',
  'text-wrap': 'a heading breaks where the line ends',
  'text-wrap: balance': 'a heading breaks where the line ends',
};

const files = (ending: string) =>
  readdirSync(join(dist, '_astro'))
    .filter((name) => name.endsWith(ending))
    .map((name) => `_astro/${name}`);
const read = (file: string) => readFileSync(join(dist, file), 'utf8');

/** What is used and stands in no table, and what stands in a table and is not used any more, in words. */
function problemsOf(
  used: readonly (Newer & { file: string })[],
  table: Readonly<Record<string, string>>,
): string[] {
  const names = new Set(used.map(({ name }) => name));
  const unknown = used
    .filter(({ name }) => !Object.hasOwn(table, name))
    .map(({ file, name, lacking }) => `${file}: ${name} is unknown to ${lacking.join(', ')}`);
  const unused = Object.keys(table).filter((name) => !names.has(name));
  return [...new Set(unknown), ...unused.map((name) => `${name} is used nowhere any more`)];
}

test('No script uses what Chromium 80, Safari 14 or Firefox 91 lack without asking for it', () => {
  const scripts = [...files('.js'), 'sw.js'];
  const trees = scripts.map((file) => ({ file, tree: parseScript(read(file)) }));
  const own = new Set(trees.flatMap(({ tree }) => ownNames(tree)));
  const used = trees.flatMap(({ file, tree }) =>
    newerInScript(tree, own).map((one) => ({ file, ...one })),
  );
  expect(problemsOf(used, ASKED_FOR)).toEqual([]);
});

test('No style sheet needs what Chromium 80, Safari 14 or Firefox 91 lack', () => {
  const used = files('.css').flatMap((file) =>
    newerInStyles(read(file)).map((one) => ({ file, ...one })),
  );
  expect(problemsOf(used, PASSED_OVER)).toEqual([]);
});

test('What somebody chose as a file is read through an answer, since iOS before 14.5 cannot ask the file', () => {
  const islands = join(root, 'src', 'islands');
  const asked = filesBelow(islands).filter((file) => {
    const text = readFileSync(join(islands, file), 'utf8');
    const others = text.replaceAll(/new Response\([^;]*?\)\s*\.(?:text|arrayBuffer)\(\)/g, '');
    return /\.(?:text|arrayBuffer|stream)\(\)/.test(others);
  });
  expect(asked).toEqual([]);
});

const newerIn = (text: string) =>
  newerInScript(parseScript(text), new Set()).map(({ name }) => name);

test('Every kind of newer name in a script is found', () => {
  expect(newerIn('list.findLast((x) => x); text.replaceAll("a", "b"); list.at(-1)')).toEqual([
    'findLast',
    'replaceAll',
    'at',
  ]);
  expect(newerIn('element.replaceChildren(); structuredClone(x); Object.hasOwn(a, b)')).toEqual([
    'replaceChildren',
    'structuredClone',
    'Object.hasOwn',
  ]);
  expect(newerIn('const { locks } = navigator; crypto.randomUUID()')).toEqual([
    'locks',
    'crypto.randomUUID',
  ]);
  expect(newerIn('all(":is(a, b)"); all("a:not([b])"); all(`:not(a b)`)')).toEqual([
    'selector :is(',
    'selector :not(',
  ]);
  expect(newerIn('/(?<=a)b/.test(x); list.map(f); Object.entries(a)')).toEqual(['lookbehind']);
  for (const text of ['a ??= b', 'class A { #a() {} }', 'class A { a = 1 }', 'await x']) {
    expect(() => parseScript(text), text).toThrow(SyntaxError);
  }
});

test('Every kind of newer style is found, and what a sheet falls back on is none', () => {
  const found = (text: string) => newerInStyles(text).map(({ name }) => name);
  expect(found('a { padding-inline: 1px; inset: 0 }')).toEqual(['padding-inline', 'inset']);
  expect(found('a:has(b) { color: color-mix(in srgb, red, blue) }')).toEqual([
    ':has',
    'color-mix()',
  ]);
  expect(found('a { height: 100dvh } @media (width < 9px) { a { color: red } }')).toEqual([
    'unit dvh',
    '@media (a < b)',
  ]);
  expect(
    found('a:not(b, c), a:not(.b:hover) { color: red } a:not([b="c d"]) { color: red }'),
  ).toEqual([':not() of more than one']);
  expect(found('a { & b { color: red } }')).toContain('nesting');
  expect(
    found('a { height: 9px; height: 1dvh; -webkit-appearance: none; appearance: none }'),
  ).toEqual([]);
  expect(found('@supports (height: 1dvh) { a { height: 1dvh } }')).toEqual([]);
});
