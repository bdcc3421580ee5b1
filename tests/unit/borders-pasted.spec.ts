// What people type and paste, as hostile as it can be; see borders.spec.ts.
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { isClaim } from '../../src/domain/claim.ts';
import { tidyLabel } from '../../src/domain/label.ts';
import { toOwnNumber } from '../../src/domain/own-number.ts';
import { knownSettings } from '../../src/domain/profile.ts';
import { typedToNumber } from '../../src/domain/typed-number.ts';
import { claimToGroups, claimToText, textToClaim } from '../../src/exports/claim-code.ts';
import { textToClaims } from '../../src/exports/claims-in-text.ts';
import {
  bytesToFile,
  bytesToLink,
  bytesToText,
  eventsToBytes,
  readCode,
} from '../../src/exports/code.ts';
import { composeHandOver, handOverFields } from '../../src/exports/hand-over.ts';
import { fragmentToNumbers, numbersToFragment } from '../../src/exports/numbers-code.ts';
import { anyText } from '../support/any-text.ts';
import { border, mangled, sound } from '../support/border.ts';
import { longest, sunita } from '../support/claims.ts';
import { finishedRecord, madeCourse, outcomeAfter } from '../support/finished.ts';
import { forgedClaim, forgedLink } from '../support/forged.ts';

const record = finishedRecord(7).slice(0, 12);
const bytes = eventsToBytes(record, 'dastak');
const numbersLink = numbersToFragment([
  {
    kind: 'warden',
    name: 'रात की वार्डन',
    number: '07440000',
    by: 'AB',
    on: '2026-11-01',
    place: '',
  },
]);
const otherNumbersLink = numbersToFragment([]);
const outcome = outcomeAfter(record);
const outcomeBytes = eventsToBytes([...record, outcome], 'dastak');
const ids = madeCourse().ids.slice(0, 20);
const groups = bytesToText(bytes).split(' ');
/** A code of which a group was left out. */
const shortened = fc.nat(groups.length - 1).map((at) => groups.toSpliced(at, 1).join(' '));

// Worked out once: ten thousand inputs are made of them.
const file = bytesToFile(bytes);
const [shortClaim, longClaim] = [claimToText(sunita), claimToText(longest)];

const anyBytes = fc.uint8Array({ maxLength: 400 });

/** Whether a text holds a sign that nobody sees, joiners within words and pictures apart. */
const isUnseen = (text: string): boolean =>
  /[^\P{C}\u200c\u200d]|^[\u200c\u200d]|[\u200c\u200d]$/u.test(text);

const codeOutcome = (input: string | Uint8Array) => {
  const reading = readCode(input, 'dastak', ids);
  return reading.ok ? sound(reading.events, 'ok') : reading.problem;
};

border(
  'a code that is typed or pasted',
  fc.oneof(
    anyText,
    mangled(bytesToText(bytes)),
    shortened,
    fc.stringMatching(/^[0-9A-Z ]{12,200}$/),
  ),
  codeOutcome,
  ['ok', 'mistyped', 'damaged', 'not-a-code'],
);
border(
  'the fragment of a link',
  fc.oneof(
    mangled(bytesToLink(bytes)),
    anyText.map((text) => `#c=${text}`),
    fc.base64String({ maxLength: 400 }).map((text) => `#c=${text}`),
    fc.array(fc.nat(255), { maxLength: 300 }).map((body) => forgedLink(1, 'dastak', body)),
  ),
  codeOutcome,
  ['ok', 'damaged', 'not-a-code'],
);
border(
  'a link with the own numbers of a hostel',
  fc.oneof(
    mangled(numbersLink),
    fc.nat(numbersLink.length).map((length) => numbersLink.slice(0, length)),
    fc.constantFrom('', '#n=', `#n=${'A'.repeat(5000)}`, numbersLink + numbersLink),
    fc.constant(`${numbersLink} ${otherNumbersLink}`),
    anyText.map((text) => `#n=${text}`),
    fc.base64String({ maxLength: 400 }).map((text) => `#n=${text}`),
  ),
  (link) => {
    const reading = fragmentToNumbers(link, '2026-11-23');
    if (!reading.ok) return reading.problem;
    return reading.numbers.every((number) => toOwnNumber(number).ok) ? 'ok' : 'not well-formed';
  },
  ['ok', 'damaged', 'not-a-link', 'several'],
);
border(
  'a number for the worst night, as it is typed or pasted',
  fc.record({
    kind: fc.constantFrom('warden', 'control-room', 'parent', '"] *, [x="', ''),
    name: fc.oneof(
      anyText,
      fc.constantFrom('श्री\u200dमती वर्मा', '<b>', '"', '\u202e', 'रात की वार्डन'),
    ),
    number: fc.oneof(
      anyText,
      mangled('07442325342'),
      fc.constantFrom(
        '0744–2325342',
        '०७४४-२३२५३४२',
        '12345',
        '*21#',
        'tel:112;ext=1',
        '𝟏𝟏𝟐',
        '0744/1',
      ),
    ),
    by: fc.constantFrom('', 'AB', '\u200d', 'a'.repeat(500)),
    on: fc.constantFrom('', '2026-11-01', '2026-13-01', '2027-01-01'),
    place: fc.constantFrom('', 'kota-city', '../x'),
  }),
  (typed) => {
    const reading = typedToNumber(typed, '2026-11-23');
    if (!reading.ok) return reading.problem;
    const again = toOwnNumber(reading.number, '2026-11-23');
    return again.ok && isDeepStrictEqual(again.number, reading.number) ? 'ok' : 'not well-formed';
  },
  [
    ...['ok', 'kind', 'name', 'no-name', 'number', 'no-number', 'unlikely'],
    ...['by', 'on', 'future', 'place'],
  ],
);
border(
  'a field of a card to hand over',
  fc.tuple(
    fc.constantFrom(...Object.keys(handOverFields), '__proto__', 'constructor', 'name'),
    fc.oneof(anyText, fc.constantFrom('२२:४०', '22.40', '25:00', '\u202e204', '👩\u200d🏫')),
  ),
  ([field, text]) => {
    const values = Object.values(composeHandOver({ [field]: text }));
    return values.some((value) => isUnseen(value) || value.length > 160)
      ? 'unseen signs'
      : `${values.length} filled`;
  },
  ['0 filled', '1 filled'],
);
border(
  'a file',
  fc.oneof(
    anyBytes,
    fc.tuple(fc.nat(), fc.nat(255)).map(([at, byte]) => file.with(at % file.length, byte)),
    mangled(bytesToLink(bytes)).map((text) => Uint8Array.from(Buffer.from(text, 'utf16le'))),
    mangled(bytesToText(bytes)).map((text) => Uint8Array.from(Buffer.from(`\ufeff${text}`))),
  ),
  codeOutcome,
  ['ok', 'mistyped', 'damaged', 'not-a-code'],
);
border(
  'a code within any text, mail or message',
  fc
    .tuple(
      fc.constantFrom('', '> ', '[29/11/26, 10:15 pm] Sunita: ', 'https%3A%2F%2Fx%2F%23', '“', '<'),
      fc.oneof(mangled(bytesToLink(bytes)), mangled(bytesToText(bytes)), shortened),
      fc.oneof(
        anyText,
        fc.constantFrom('', '.', '।', '&fbclid=x', '\n> ', bytesToLink(outcomeBytes)),
      ),
    )
    .map((parts) => parts.join('')),
  codeOutcome,
  ['ok', 'mistyped', 'damaged', 'not-a-code', 'several'],
);
border(
  'a claim in a link, in groups, in a message or a file',
  fc.oneof(
    mangled(shortClaim),
    mangled(claimToGroups(longest)),
    fc.array(fc.nat(255), { maxLength: 300 }).map((body) => forgedClaim(1, body)),
    fc.array(fc.nat(255), { minLength: 12, maxLength: 60 }).map((body) => forgedClaim(2, body)),
    anyText.map((text) => `#z=${text}`),
    anyText.map((text) => `${longClaim} ${text} ${shortClaim}`),
    fc.base64String({ maxLength: 900 }).map((text) => `#z=${text}`),
    mangled(shortClaim).map((text) => Uint8Array.from(Buffer.from(text, 'utf16le'))),
    anyBytes,
  ),
  (input) => {
    const reading = textToClaim(input);
    if (!reading.ok) return reading.problem;
    return isClaim(reading.claim) ? 'ok' : 'not well-formed';
  },
  ['ok', 'mistyped', 'damaged', 'newer', 'not-a-claim', 'several'],
);
border(
  'a chat in which claims are looked for',
  fc
    .array(
      fc.oneof(
        anyText,
        mangled(shortClaim),
        mangled(claimToGroups(sunita)),
        fc.constantFrom('\n', '\n\n', '29/11/26, 22:15 - Sunita: ', 'z=', 'z='.repeat(200), '%3D'),
        fc.constantFrom('AAAAA1 '.repeat(50), longClaim, claimToGroups(longest)),
      ),
      { maxLength: 3 },
    )
    .map((pieces) => pieces.join('')),
  (chat) => {
    const { claims, damaged } = textToClaims(chat);
    if (!claims.every(isClaim)) return 'not well-formed';
    return damaged > 0 ? 'some damaged' : `${Math.min(claims.length, 1)} found`;
  },
  ['0 found', '1 found', 'some damaged'],
);
border('a code with what the course has come to', mangled(bytesToLink(outcomeBytes)), codeOutcome, [
  'ok',
  'damaged',
  'not-a-code',
]);
border(
  'a name for a record',
  fc.oneof(anyText, fc.string({ unit: 'grapheme', maxLength: 80 })),
  (typed) => {
    const label = tidyLabel(typed);
    const shown = knownSettings({ label: typed })['label'] ?? '';
    const isBad = [label, shown].some((text) => isUnseen(text) || text.length > 400);
    return isBad ? 'unseen signs' : label ? 'kept' : 'empty';
  },
  ['kept', 'empty'],
);
