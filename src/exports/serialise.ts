import { itemToHash } from '../domain/id-hash.ts';
import { leads } from '../domain/outcome.ts';
import {
  eventKinds,
  LATEST_MINUTE,
  MOST_TRIES,
  type ProgressEvent,
  runName,
} from '../domain/progress.ts';
import { BadCode } from './bad-code.ts';
import { codeChoice } from './choice-coder.ts';
import type { Shape } from './line-coder.ts';
import { type Coder, natural, whole } from './range-coder.ts';
import { codeText } from './text-coder.ts';

/** More than any record holds; a code that claims more is not read. */
const MOST_EVENTS = 4096;
/**
 * A record of the whole course comes to some 4,000 of these: twelve for each event, one for each value and each of its
 * characters. A code that goes on beyond ten times that was forged to fill a phone.
 */
const MOST_SIZE = 40_000;
const sizeOf = (choice: readonly string[]) =>
  choice.reduce((sum, value) => sum + 1 + value.length, 12);

/** How many kinds of events the codes of each format tell of. */
const KINDS: Readonly<Record<number, number>> = { 1: 5, 2: 6 };

/** The oldest format that can carry these events, so that older releases read what they can understand. */
export const formatFor = (events: readonly ProgressEvent[]): number =>
  events.some(({ kind }) => kind === 'outcome') ? 2 : 1;

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
  let size = 0;
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
    size += sizeOf(choice);
    if (coder.isReading && size > MOST_SIZE)
      throw new BadCode('A code holds no more than a record.');
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

/** An outcome as this release writes it takes some bits for what was met; any other is spelt out. */
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
