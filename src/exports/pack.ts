import { itemToHash } from '../domain/id-hash.ts';
import { eventKinds, LATEST_MINUTE, type ProgressEvent } from '../domain/progress.ts';
import { type Coder, natural, whole } from './bits.ts';

/** More than any record holds; a code that claims more is not read. */
const MOST_EVENTS = 4096;
const MOST_VALUES = 64;
const MOST_CHARACTERS = 80;

/** Values that cost little. Part of the format: never reordered, only added to together with a new version. */
const WORDS = [
  ...[
    'keep',
    'rewrite',
    '1',
    '2',
    '3',
    '4',
    '5',
    'hi',
    'en',
    'light',
    'dark',
    'warden',
    'faculty',
    'peer',
  ],
  ...['teal', 'marigold', 'terracotta', 'plum', 'moss', 'sky', 'leave', 'check-in', 'today', 'now'],
];
const LINE = /^([a-z]{1,3})(\d{1,3})([a-z]?)$/;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Says that bytes with a right checksum hold what no writer writes. */
export class BadCode extends Error {}

/**
 * Writes or reads all events of a code. Events are in the order of the record, so times cost only their distance.
 * @param items gives the id of a short form when reading
 * @throws BadCode or RangeError when reading what no writer wrote
 */
export function codeEvents(
  coder: Coder,
  events: readonly ProgressEvent[],
  items: (hash: number) => string,
): ProgressEvent[] {
  const count = natural(coder, 'events', events.length);
  if (count > MOST_EVENTS) throw new BadCode(`A code holds at most ${MOST_EVENTS} events.`);
  const read: ProgressEvent[] = [];
  const recent: number[] = [];
  const shapes: Shape[] = [];
  let before = 0;
  let kindBefore = 0;
  for (let index = 0; index < count; index++) {
    const event = events[index];
    const given = event?.at ?? 0;
    const at =
      index === 0 ? whole(coder, '', 26, given) : before + natural(coder, 'at', given - before);
    if (at > LATEST_MINUTE) throw new BadCode('A time in a code is before the year 2098.');
    const kindIndex = whole(
      coder,
      `kind${kindBefore}.`,
      3,
      event ? eventKinds.indexOf(event.kind) : 0,
    );
    const kind = eventKinds[kindIndex];
    if (!kind) throw new BadCode('A code tells of five kinds of events.');
    const nth = natural(coder, `try${kind}`, event ? event.try - 1 : 0) + 1;
    const hash = codeItem(coder, event ? itemToHash(event.item) : 0, nth > 1, recent);
    const choice = codeChoice(coder, kind, event?.choice ?? [], shapes);
    if (nth > 65_535) throw new BadCode('A try in a code is at most 65535.');
    read.push({ kind, item: items(hash), choice, at, try: nth });
    before = at;
    kindBefore = kindIndex;
  }
  return read;
}

/** The short form of an item; a second try mostly names an item that stood there a moment ago. */
function codeItem(coder: Coder, hash: number, isAgain: boolean, recent: number[]): number {
  const known = recent.indexOf(hash);
  const isKnown = isAgain && coder.bit('again', known >= 0 ? 1 : 0) === 1;
  const place = isKnown ? natural(coder, 'recent', Math.max(known, 0)) : -1;
  const found = isKnown ? recent[place] : whole(coder, '', 20, hash);
  if (found === undefined) throw new BadCode('A code repeats only items that it has named.');
  const old = recent.indexOf(found);
  if (old >= 0) recent.splice(old, 1);
  recent.unshift(found);
  return found;
}

function codeChoice(
  coder: Coder,
  kind: string,
  choice: readonly string[],
  shapes: Shape[],
): string[] {
  const count = natural(coder, `count${kind}`, choice.length);
  if (count > MOST_VALUES) throw new BadCode(`A choice has at most ${MOST_VALUES} values.`);
  const read: string[] = [];
  let form = 4;
  for (let index = 0; index < count; index++) {
    const value = choice[index] ?? '';
    form = whole(coder, `form${kind}${form}.`, 2, formOf(value));
    if (form === 0) read.push(codeLetter(coder, `letter${read.at(-1) ?? ''}`, value));
    else if (form === 1) read.push(codeWord(coder, kind, value));
    else if (form === 2) read.push(codeLine(coder, codeShape(coder, shapes, value), value));
    else read.push(codeText(coder, value));
  }
  return read;
}

function formOf(value: string): number {
  if (/^[a-z]$/.test(value)) return 0;
  if (WORDS.includes(value)) return 1;
  return LINE.test(value) ? 2 : 3;
}

function codeLetter(coder: Coder, question: string, value: string): string {
  const letter = LETTERS.charAt(natural(coder, question, Math.max(LETTERS.indexOf(value), 0)));
  if (!letter) throw new BadCode('A letter in a code is one of a to z.');
  return letter;
}

function codeWord(coder: Coder, kind: string, value: string): string {
  const word = WORDS[natural(coder, `word${kind}`, Math.max(WORDS.indexOf(value), 0))];
  if (word === undefined) throw new BadCode('A word in a code is one of its list.');
  return word;
}

/** The letters around the number of a line id such as `c04`, and how many digits it has. */
interface Shape {
  prefix: string;
  digits: number;
  suffix: string;
}

/** Most lines are shaped like one of those before; `shapes` holds them, the latest first. */
function codeShape(coder: Coder, shapes: Shape[], value: string): Shape {
  const [, prefix = '', digits = '', suffix = ''] = LINE.exec(value) ?? [];
  const known = shapes.findIndex(
    (one) => one.prefix === prefix && one.digits === digits.length && one.suffix === suffix,
  );
  const place = natural(coder, 'shape', known + 1);
  const shape = place > 0 ? shapes[place - 1] : codeNewShape(coder, prefix, digits.length, suffix);
  if (!shape) throw new BadCode('A code repeats only shapes of lines that stood there before.');
  const old = shapes.indexOf(shape);
  if (old >= 0) shapes.splice(old, 1);
  shapes.unshift(shape);
  return shape;
}

function codeNewShape(coder: Coder, prefix: string, digits: number, suffix: string): Shape {
  const length = whole(coder, '', 2, prefix.length);
  if (length === 0) throw new BadCode('A line in a code begins with a letter.');
  const letters = Array.from({ length }, (_, index) =>
    codeLetter(coder, 'line', prefix.charAt(index)),
  );
  const count = whole(coder, '', 2, digits);
  if (count === 0) throw new BadCode('A line in a code has a number.');
  const hasSuffix = coder.bit('suffix', suffix ? 1 : 0) === 1;
  return {
    prefix: letters.join(''),
    digits: count,
    suffix: hasSuffix ? codeLetter(coder, 'line', suffix) : '',
  };
}

function codeLine(coder: Coder, { prefix, digits, suffix }: Shape, value: string): string {
  const given = Number(LINE.exec(value)?.[2] ?? 0);
  const number = `${whole(coder, 'number', 10, given)}`.padStart(digits, '0');
  if (number.length > digits) throw new BadCode('A line in a code has as many digits as it says.');
  return prefix + number + suffix;
}

function codeText(coder: Coder, value: string): string {
  const points = [...value].map((character) => character.codePointAt(0) ?? 0);
  const length = natural(coder, 'length', points.length);
  if (length > MOST_CHARACTERS) throw new BadCode('A text in a code is short.');
  const read = Array.from({ length }, (_, index) => whole(coder, 'point', 21, points[index] ?? 0));
  const text = String.fromCodePoint(...read);
  if (text.length > MOST_CHARACTERS) throw new BadCode('A text in a code is short.');
  return text;
}
