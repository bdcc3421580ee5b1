/*
 * Anonymous rows of a round as texts.
 *
 * Bytes: 1 format version, 3 sum over version and body, then the body: 4 the round's letters, 2 the day on which it
 * begins, 5 the person's letters, 1 what there is (a bit for each wave, then whether all was there at the end, then
 * whether it was said what was done), 4 for each wave that there is, and 3 for what was done. The same row always comes
 * to the same bytes. The sum guards against damage, not against forgery: whoever has the code can make rows.
 */
import { sum32 } from '../domain/id-hash.ts';
import {
  type Acts,
  actNames,
  isScore,
  mostInRow,
  type Round,
  type Row,
  type Score,
  type Wave,
  waves,
} from '../domain/round.ts';
import { bytesToFragment, fragmentToBytes } from './base32.ts';
import { ROUND, ROW, toFragment } from './fragment.ts';
import { payloadsIn, readOneOf } from './pasted-code.ts';
import {
  codeToRound,
  dayToNumber,
  drawnLetters,
  lettersToNumber,
  numberToDay,
  numberToLetters,
  roundToCode,
} from './round-code.ts';

const FORMAT = 1;
const HEAD = 4;
const FIXED = 12;
const PASSED = 1 << waves.length;
const SAID = PASSED << 1;
/** A text may be this long; a group's whole chat of some years is shorter. */
export const LONGEST_TEXT = 2_000_000;
/** What is looked at after the beginning of a row, line breaks and all. */
const LONGEST_ROW = 160;
/** So many letters after `w=` are a row that was damaged, and no word of a chat. */
const LEAST_ROW = 16;
const START = /(?:^|[^\p{L}\p{N}]|%23)([rw]) ?(?:=|%3D)/giu;

/** What a text holds that belongs to rounds. */
export interface RowsReading {
  readonly rows: readonly Row[];
  /** Rounds whose code stands in it, as in an invitation or a file that was kept. */
  readonly rounds: readonly Round[];
  /** How many rows stand in it that cannot be read. */
  readonly damaged: number;
}

/** A round's invitation as the fragment of a link, with its `#r=`. */
export const roundToFragment = (round: Round): string => toFragment(ROUND, roundToCode(round));

/** A row as the fragment of a link, with its `#w=`. */
export const rowToFragment = (row: Row): string => toFragment(ROW, rowToPayload(row));

/** A row as it stands behind `#w=`. */
export function rowToPayload(row: Row): string {
  const body = rowToBytes(row);
  return bytesToFragment(Uint8Array.from([FORMAT, ...sumOf(FORMAT, body), ...body]));
}

/** Reads the row of one payload. @returns null for anything that `rowToPayload` does not write */
export function payloadToRow(payload: string): Row | null {
  if (payload.length > LONGEST_ROW) return null;
  const [version, ...rest] = fragmentToBytes(payload) ?? [];
  const body = rest.slice(HEAD - 1);
  if (version !== FORMAT || sumOf(FORMAT, body).some((byte, at) => byte !== rest[at])) return null;
  const row = bytesToRow(body);
  // What is written otherwise than we write it was made by hand.
  return row && rowToPayload(row) === payload ? row : null;
}

/** Finds every row and every round in a text, such as a chat that was exported. Never throws. */
export function textToRows(text: string): RowsReading {
  const plain = text.slice(0, LONGEST_TEXT);
  const starts = [...plain.matchAll(START)];
  const pieces = starts.map(({ index, 1: name = '' }, at) => ({
    name: name.toLowerCase(),
    piece: plain.slice(index, Math.min(starts[at + 1]?.index ?? plain.length, index + LONGEST_ROW)),
  }));
  const rows: Row[] = [];
  const rounds = new Map<string, Round>();
  let damaged = 0;
  for (const { name, piece } of pieces) {
    const payloads = payloadsIn(piece, name);
    if (name === ROUND) {
      const round = payloads.map((one) => codeToRound(one)).find((one) => one !== null);
      if (round) rounds.set(roundToCode(round), round);
      continue;
    }
    const reading = readOneOf(payloads, (payload) => {
      const row = payloadToRow(payload);
      return row ? { ok: true as const, row } : { ok: false as const, problem: 'damaged' };
    });
    if (reading !== 'several' && reading?.ok) rows.push(reading.row);
    else if (payloads.some(({ length }) => length >= LEAST_ROW)) damaged += 1;
  }
  return { rows, rounds: [...rounds.values()], damaged };
}

function sumOf(version: number, body: readonly number[]): number[] {
  const sum = sum32(`${version}:${body.join()}`);
  return [sum >>> 16, sum >>> 8, sum].map((byte) => byte & 255);
}

/** A number as bytes, the first one weighing most. */
const toBytes = (value: number, count: number): number[] =>
  Array.from({ length: count }, (_, at) => Math.floor(value / 256 ** (count - 1 - at)) % 256);
const toNumber = (bytes: readonly number[]): number =>
  bytes.reduce((sum, byte) => sum * 256 + byte, 0);

function rowToBytes({ round, person, passed, scores, acts }: Row): number[] {
  const bits = waves.reduce((sum, wave, at) => sum + (scores[wave] ? 1 << at : 0), 0);
  return [
    ...toBytes(lettersToNumber(round.id), 4),
    ...toBytes(dayToNumber(round.starts) ?? 0, 2),
    ...toBytes(lettersToNumber(person), 5),
    bits + (passed ? PASSED : 0) + (acts ? SAID : 0),
    ...waves.flatMap((wave) => {
      const score = scores[wave];
      return score ? [score.right, score.asked, score.ready, score.scales] : [];
    }),
    ...(acts ? actNames.map((name) => acts[name]) : []),
  ];
}

/** @returns null where the bytes are no row */
function bytesToRow(bytes: readonly number[]): Row | null {
  const bits = bytes[FIXED - 1];
  if (bits === undefined) return null;
  let next = FIXED;
  const byte = () => bytes[next++] ?? Number.NaN;
  const scores: Partial<Record<Wave, Score>> = {};
  for (const [at, wave] of waves.entries()) {
    if (!(bits & (1 << at))) continue;
    const score = { right: byte(), asked: byte(), ready: byte(), scales: byte() };
    if (!isScore(score)) return null;
    scores[wave] = score;
  }
  const acts: Acts | null =
    bits & SAID ? { asked: byte(), handedOver: byte(), followedUp: byte() } : null;
  const isRow =
    next === bytes.length &&
    bits < SAID << 1 &&
    actNames.every((name) => acts === null || acts[name] <= mostInRow.acts);
  const id = toNumber(bytes.slice(0, 4));
  if (!isRow || id >= 32 ** drawnLetters.round) return null;
  return {
    round: {
      id: numberToLetters(id, drawnLetters.round),
      starts: numberToDay(toNumber(bytes.slice(4, 6))),
    },
    person: numberToLetters(toNumber(bytes.slice(6, 11)), drawnLetters.person),
    passed: (bits & PASSED) !== 0,
    ...{ scores, acts },
  };
}
