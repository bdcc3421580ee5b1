import { itemToHash } from '../domain/id-hash.ts';
import { leads } from '../domain/outcome.ts';
import {
  eventKinds,
  LATEST_MINUTE,
  MOST_TRIES,
  type ProgressEvent,
  runName,
} from '../domain/progress.ts';
import { type Coder, natural, whole } from './range-coder.ts';

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
/** What names a run: the sum of its scene and the seed of its order, both below 2³², such as `2x1.207`. */
const NAME = /^(0|1[0-9a-y][0-9a-z]{5}|[1-9a-z][0-9a-z]{0,5})\.(0|[1-9]\d{0,8})$/;
const LINE = /^([a-z]{1,3})(\d{1,3})([a-z]?)$/;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** How many kinds of events the codes of each format tell of. */
const KINDS: Readonly<Record<number, number>> = { 1: 5, 2: 6 };

/** The oldest format that can carry these events, so that older editions read what they can understand. */
export const formatFor = (events: readonly ProgressEvent[]): number =>
  events.some(({ kind }) => kind === 'outcome') ? 2 : 1;

/** Says that bytes with a right checksum hold what no writer writes. */
export class BadCode extends Error {}

/**
 * Writes or reads all events of a code. Events are in the order of the record, so times cost only their distance.
 * @param format that of the code, see `formatFor`
 * @param items gives the id of a short form when reading
 * @throws BadCode or RangeError when reading what no writer wrote
 */
export function codeEvents(
  coder: Coder,
  format: number,
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
    const minute = event?.at ?? 0;
    const at =
      index === 0 ? whole(coder, '', 26, minute) : before + natural(coder, 'at', minute - before);
    if (at > LATEST_MINUTE) throw new BadCode('A time in a code is before the year 2098.');
    const kindIndex = whole(
      coder,
      `kind${kindBefore}.`,
      3,
      event ? eventKinds.indexOf(event.kind) : 0,
    );
    const kind = eventKinds.slice(0, KINDS[format])[kindIndex];
    if (!kind) throw new BadCode('A code tells of the kinds of events of its format.');
    const given = event?.choice ?? [];
    const choice =
      kind === 'outcome'
        ? codeOutcome(coder, given, shapes)
        : codeChoice(coder, kind, given, shapes);
    const nth = codeTry(coder, kind, choice, event?.try ?? 1);
    const question = `again${kind}${nth > 1}`;
    const hash = codeItem(coder, question, event ? itemToHash(event.item) : 0, recent);
    read.push({ kind, item: items(hash), choice, at, try: nth });
    before = at;
    kindBefore = kindIndex;
  }
  return read;
}

/** The number of a try; a run of which every step is recorded mostly has as many tries as values. */
function codeTry(coder: Coder, kind: string, choice: readonly string[], given: number): number {
  const usual = kind === 'run' && runName(choice) ? choice.length : 1;
  const more = usual > 1 && coder.bit('fewer', given < usual ? 1 : 0) === 1 ? -1 : 1;
  const nth = usual + more * natural(coder, `try${kind}`, Math.abs(given - usual));
  if (nth < 1 || nth > MOST_TRIES) throw new BadCode(`A try in a code is from 1 to ${MOST_TRIES}.`);
  return nth;
}

/** The short form of an item; a second try, or the end of a scene, names an item that stood there a moment ago. */
function codeItem(coder: Coder, question: string, hash: number, recent: number[]): number {
  const known = recent.indexOf(hash);
  const isKnown = coder.bit(question, known >= 0 ? 1 : 0) === 1;
  const place = isKnown ? natural(coder, 'recent', Math.max(known, 0)) : -1;
  const found = isKnown ? recent[place] : whole(coder, '', 20, hash);
  if (found === undefined) throw new BadCode('A code repeats only items that it has named.');
  const old = recent.indexOf(found);
  if (old >= 0) recent.splice(old, 1);
  recent.unshift(found);
  return found;
}

/** An outcome as this edition writes it takes some bits for what was met; any other is spelt out. */
function codeOutcome(coder: Coder, choice: readonly string[], shapes: Shape[]): string[] {
  const [verdict = '', release = '', ...met] = choice;
  const composed = (passed: boolean, all: readonly string[]) => [
    passed ? 'passed' : 'failed',
    release,
    ...leads.filter((lead) => all.includes(lead)),
  ];
  const isUsual = composed(verdict === 'passed', met).join() === choice.join();
  if (coder.bit('unusual', isUsual ? 0 : 1) === 1)
    return codeChoice(coder, 'outcome', choice, shapes);
  const passed = coder.bit('passed', verdict === 'passed' ? 1 : 0) === 1;
  const named = codeText(coder, release);
  const there = leads.filter((lead) => coder.bit(`met${passed}`, met.includes(lead) ? 1 : 0) === 1);
  return [passed ? 'passed' : 'failed', named, ...there];
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
  let form = -1;
  for (let index = 0; index < count; index++) {
    const value = choice[index] ?? '';
    form = whole(coder, `form${kind}${form}.`, 3, formOf(value));
    if (form === 0) read.push(codeLetter(coder, `letter${read.at(-1) ?? ''}`, value));
    else if (form === 1) read.push(codeWord(coder, kind, value));
    else if (form === 2) read.push(codeLine(coder, codeShape(coder, shapes, value), value));
    else if (form === 3) read.push(codeName(coder, value));
    else if (form === 4) read.push(codeText(coder, value));
    else throw new BadCode('A value in a code has one of five forms.');
  }
  return read;
}

function formOf(value: string): number {
  if (/^[a-z]$/.test(value)) return 0;
  if (WORDS.includes(value)) return 1;
  if (NAME.test(value)) return 3;
  return LINE.test(value) ? 2 : 4;
}

function codeLetter(coder: Coder, question: string, value: string): string {
  const letter = LETTERS.charAt(natural(coder, question, Math.max(LETTERS.indexOf(value), 0)));
  if (!letter) throw new BadCode('A letter in a code is one of a to z.');
  return letter;
}

function codeWord(coder: Coder, kind: string, value: string): string {
  const word = WORDS[whole(coder, `word${kind}`, 5, Math.max(WORDS.indexOf(value), 0))];
  if (word === undefined) throw new BadCode('A word in a code is one of its list.');
  return word;
}

/** The letters around the number of a line id such as `c04`, and how many digits it has. */
interface Shape {
  prefix: string;
  digits: number;
  suffix: string;
}

/** Most lines are shaped like one of those before; `shapes` holds them in the order of their first appearance. */
function codeShape(coder: Coder, shapes: Shape[], value: string): Shape {
  const [, prefix = '', digits = '', suffix = ''] = LINE.exec(value) ?? [];
  const known = shapes.findIndex(
    (one) => one.prefix === prefix && one.digits === digits.length && one.suffix === suffix,
  );
  const place = natural(coder, 'shape', known < 0 ? shapes.length : known);
  const old = shapes[place];
  if (old) return old;
  const shape = codeNewShape(coder, prefix, digits.length, suffix);
  shapes.push(shape);
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
  const number = `${whole(coder, 'number', 10, given, 6)}`.padStart(digits, '0');
  if (number.length > digits) throw new BadCode('A line in a code has as many digits as it says.');
  return prefix + number + suffix;
}

function codeName(coder: Coder, value: string): string {
  const [, scene = '', seed = ''] = NAME.exec(value) ?? [];
  const sum = codeLong(coder, 'scene', Number.parseInt(scene || '0', 36));
  const name = `${sum.toString(36)}.${codeLong(coder, 'seed', Number(seed))}`;
  if (!NAME.test(name)) throw new BadCode('A name of a run is short.');
  return name;
}

/** A number below 2³² all of whose digits are chance; only how many half-bytes it fills is worth learning. */
function codeLong(coder: Coder, question: string, value: number): number {
  const halves = whole(coder, question, 4, Math.ceil(Math.log2(value + 1) / 4));
  if (halves > 8) throw new BadCode('A number in a code has at most 32 bits.');
  return whole(coder, '', halves * 4, value);
}

function codeText(coder: Coder, value: string): string {
  const points = [...value].map((character) => character.codePointAt(0) ?? 0);
  const length = natural(coder, 'length', points.length);
  if (length > MOST_CHARACTERS) throw new BadCode('A text in a code is short.');
  const read = Array.from({ length }, (_, index) =>
    whole(coder, 'point', 21, points[index] ?? 0, 15),
  );
  const text = String.fromCodePoint(...read);
  if (text.length > MOST_CHARACTERS) throw new BadCode('A text in a code is short.');
  return text;
}
