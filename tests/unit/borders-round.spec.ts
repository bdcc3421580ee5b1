// What comes to a round from outside; see borders.spec.ts.
import fc from 'fast-check';
import { sum32 } from '../../src/domain/id-hash.ts';
import { isScore } from '../../src/domain/round.ts';
import { bytesToFragment } from '../../src/exports/base32.ts';
import {
  codeToRound,
  joinedToSetting,
  roundToCode,
  settingToJoined,
} from '../../src/exports/round-code.ts';
import {
  payloadToRow,
  rowToFragment,
  rowToPayload,
  textToRows,
} from '../../src/exports/round-rows.ts';
import { roundFormat } from '../../src/store/round-format.ts';
import { readSlot, toSlot } from '../../src/store/slot.ts';
import { anyText } from '../support/any-text.ts';
import { border, mangled } from '../support/border.ts';
import { anyRow, personOf, round, rowOf, score } from '../support/rounds.ts';

const rows = [
  rowOf(personOf(1), { scores: { start: score(2, 4) } }),
  rowOf(personOf(2), { passed: true, acts: { asked: 1, handedOver: 0, followedUp: 1 } }),
];
const chat = rows.map((row) => `https://x.example/hi/round/${rowToFragment(row)}`).join('\n');

/** A row whose sum is right, whatever it holds. */
const forged = fc.array(fc.nat(255), { maxLength: 50 }).map((body) => {
  const sum = sum32(`1:${body.join()}`);
  const bytes = [1, ...[sum >>> 16, sum >>> 8, sum].map((byte) => byte & 255), ...body];
  return `#w=${bytesToFragment(Uint8Array.from(bytes))}`;
});

border(
  'a text with the rows of a round',
  fc.oneof(
    ...[anyText, mangled(chat), forged],
    anyText.map((text) => `#w=${text}`),
    anyRow.map(rowToFragment),
  ),
  (text) => {
    const { rows: read, damaged } = textToRows(text);
    const isSound = read.every(
      (row) =>
        Object.values(row.scores).every(isScore) &&
        settingToJoined(joinedToSetting(row)) !== null &&
        payloadToRow(rowToPayload(row)) !== null,
    );
    if (!isSound) return 'not well-formed';
    return read.length > 0 ? 'rows' : damaged > 0 ? 'damaged' : 'nothing';
  },
  ['rows', 'damaged', 'nothing'],
);
border(
  'the code of a round, typed or kept in a record',
  fc.oneof(
    ...[anyText, mangled(roundToCode(round)), fc.stringMatching(/^[0-9A-Z]{12}$/)],
    mangled(joinedToSetting(rowOf(personOf(3)))),
  ),
  (text) => {
    const read = codeToRound(text) ?? settingToJoined(text)?.round;
    if (!read) return 'refused';
    return codeToRound(roundToCode(read))?.starts === read.starts ? 'read' : 'not well-formed';
  },
  ['read', 'refused'],
);
const kept = toSlot(roundFormat, 3, [
  `r=${roundToCode(round)}`,
  ...rows.map((row) => `w=${rowToPayload(row)}`),
]);
border(
  'stored text of the rounds that somebody runs',
  fc.oneof(anyText, mangled(kept), fc.constant(kept)),
  (text) => {
    const { state, entries } = readSlot(roundFormat, text);
    return entries.every((entry) => kept.includes(entry)) ? state : 'invented';
  },
  ['valid', 'damaged'],
);
