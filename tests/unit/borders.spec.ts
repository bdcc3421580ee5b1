// Everything that comes in from outside, in one table: 10,000 hostile inputs for each border. None may throw, each
// must end in an outcome that the border names, and what comes through must be well-formed.
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { partsBelow } from '../../src/build/serve.ts';
import { sum32 } from '../../src/domain/id-hash.ts';
import { tidyLabel } from '../../src/domain/label.ts';
import { leads } from '../../src/domain/outcome.ts';
import { outcomesOf } from '../../src/domain/outcome-event.ts';
import { toOwnNumber } from '../../src/domain/own-number.ts';
import { knownSettings } from '../../src/domain/profile.ts';
import type { ProgressEvent } from '../../src/domain/progress.ts';
import { addressOf } from '../../src/domain/release.ts';
import { choiceToSaved, resume } from '../../src/domain/scenario.ts';
import { typedToNumber } from '../../src/domain/typed-number.ts';
import {
  bytesToFile,
  bytesToLink,
  bytesToText,
  eventsToBytes,
  readCode,
} from '../../src/exports/code.ts';
import { composeHandOver, handOverFields } from '../../src/exports/hand-over.ts';
import { fragmentToNumbers, numbersToFragment } from '../../src/exports/numbers-code.ts';
import { fakeStorage } from '../../src/store/fake-engine.ts';
import { memoryEngine } from '../../src/store/memory-engine.ts';
import { bodyToEvents } from '../../src/store/migrate.ts';
import { openStore } from '../../src/store/progress-store.ts';
import { runs } from '../support/device.ts';
import { finishedRecord, madeCourse } from '../support/finished.ts';
import { forgedLink } from '../support/forged.ts';
import { courseScenes } from '../support/scenes.ts';
import { eventsToSlot, readSlot } from '../support/slots.ts';

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
const outcome: ProgressEvent = {
  kind: 'outcome',
  item: 'outcome',
  choice: ['failed', '1.0.0', 'call'],
  at: record.at(-1)?.at ?? 0,
  try: 1,
};
const outcomeBytes = eventsToBytes([...record, outcome], 'dastak');
const slot = eventsToSlot(7, [...record, outcome]);
const ids = madeCourse().ids.slice(0, 20);
const groups = bytesToText(bytes).split(' ');
/** A code of which a group was left out. */
const shortened = fc.nat(groups.length - 1).map((at) => groups.toSpliced(at, 1).join(' '));

const anyText = fc.string({ maxLength: 400, unit: 'binary' });
const anyBytes = fc.uint8Array({ maxLength: 400 });
/** A sound text with some letters replaced by any others. */
const mangled = (sound: string) =>
  fc
    .array(fc.tuple(fc.nat(sound.length - 1), anyText), { maxLength: 3 })
    .map((changes) =>
      changes.reduce(
        (text, [at, to]) => text.slice(0, at) + to.slice(0, 3) + text.slice(at + 1),
        sound,
      ),
    );
/** Text that reads as JSON and holds anything, prototypes and nesting among it. */
const json = fc.json({ maxDepth: 5 });
/** A slot whose sum is right, whatever it holds. */
const summed = fc
  .tuple(fc.nat(200), fc.nat(9), fc.oneof(json, anyText))
  .map(([version, seq, body]) => {
    const inner = `"events":${body}`;
    const sum = sum32(`${version}:${seq}:${inner}`).toString(36);
    return `{"v":${version},"seq":${seq},"sum":"${sum}",${inner}}`;
  });

/** Whether a text holds a sign that nobody sees, joiners within words and pictures apart. */
const isUnseen = (text: string): boolean =>
  /[^\P{C}\u200c\u200d]|^[\u200c\u200d]|[\u200c\u200d]$/u.test(text);

const isWellFormed = ({ item, choice, at, try: nth }: ProgressEvent) =>
  /^(#[0-9a-z]{4}|[a-z][a-z0-9-]*)$/.test(item) &&
  choice.length <= 64 &&
  choice.every((value) => typeof value === 'string' && value.length <= 80) &&
  Number.isInteger(at) &&
  at >= 0 &&
  at < 2 ** 26 &&
  nth >= 1 &&
  nth <= 65_535;
const sound = (events: readonly ProgressEvent[] | null, outcome: string) =>
  (events ?? []).every(isWellFormed) ? outcome : 'not well-formed';
const codeOutcome = (input: string | Uint8Array) => {
  const reading = readCode(input, 'dastak', ids);
  return reading.ok ? sound(reading.events, 'ok') : reading.problem;
};

/**
 * Tests a border: `read` names the outcome of an input. Among so many inputs each of `outcomes` must come up, or the
 * inputs are not hostile enough, and no other.
 */
function border<Input>(
  name: string,
  hostile: fc.Arbitrary<Input>,
  read: (input: Input) => string,
  outcomes: readonly string[],
): void {
  test(`10,000 hostile inputs: ${name}`, () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(hostile, (input) => {
        const outcome = read(input);
        seen.add(outcome);
        return outcomes.includes(outcome);
      }),
      { numRuns: runs(10_000) },
    );
    expect([...seen].sort()).toEqual(outcomes.toSorted());
  });
}

// A new border is one more call here.
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
    fc.tuple(fc.nat(), fc.nat(255)).map(([at, byte]) => {
      const file = bytesToFile(bytes);
      return file.with(at % file.length, byte);
    }),
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
border('a code with what the course has come to', mangled(bytesToLink(outcomeBytes)), codeOutcome, [
  'ok',
  'damaged',
  'not-a-code',
]);
border(
  'a kept outcome',
  fc.array(fc.oneof(anyText, fc.constantFrom('passed', 'failed', '1.0.0', ...leads)), {
    maxLength: 9,
  }),
  (choice) => {
    const [outcome] = outcomesOf([{ choice, at: 5, try: 1 }]);
    if (!outcome) return 'none';
    return outcome.met.every((lead) => leads.includes(lead)) ? 'read' : 'not well-formed';
  },
  ['read', 'none'],
);
border(
  'stored text of a record',
  fc.oneof(anyText, mangled(slot), summed),
  (text) => {
    const { state, entries } = readSlot(text);
    return sound(entries, state);
  },
  ['valid', 'damaged', 'newer'],
);
border(
  'a stored record of any version',
  fc.tuple(
    fc.nat(3),
    fc.oneof(
      fc.anything(),
      json.map((text) => ({ events: JSON.parse(text) })),
    ),
  ),
  ([version, body]) => {
    const events = bodyToEvents(version, body);
    return events ? sound(events, 'read') : 'refused';
  },
  ['read', 'refused'],
);
border(
  'a whole storage',
  fc.dictionary(
    fc.constantFrom(
      'dastak/active',
      'dastak/gone',
      'dastak/shared',
      'dastak/one.a',
      'dastak/one.b',
      'dastak/x.a',
      'dastak/one.kept-1',
      'other',
    ),
    fc.oneof(anyText, mangled(slot), summed),
    { maxKeys: 3 },
  ),
  storeOutcome,
  ['saved', 'newer', 'damaged', 'asks'],
);
border(
  'the name of a tab',
  fc.oneof(
    anyText,
    json,
    anyText.map((text) => `dastak:${text}`),
    json.map((text) => `dastak:${text}`),
  ),
  (name) =>
    memoryEngine('blocked', 'dastak/', { name })
      .keys()
      .every((key) => typeof key === 'string')
      ? 'read'
      : 'not text',
  ['read'],
);
border(
  'a kept conversation',
  fc.array(
    fc.oneof(anyText, fc.stringMatching(/^c\d\d$/), fc.stringMatching(/^[0-9a-z]{1,4}\.\d{1,4}$/)),
    { maxLength: 12 },
  ),
  (choice) => {
    const [scene] = courseScenes;
    return scene && resume(scene.graph, choiceToSaved(choice)).run.beats.length > 0
      ? 'played'
      : 'nothing';
  },
  ['played'],
);
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
border(
  'an address asked of the worker',
  fc.oneof(
    anyText,
    fc.constantFrom(
      'hi',
      'hi/index.html',
      'index.html',
      '__proto__',
      'constructor/',
      '../hi/',
      'hi//',
    ),
  ),
  (path) =>
    addressOf(
      new Map([
        ['hi/', 'a'],
        ['', 'b'],
      ]),
      path,
    ) ?? 'unknown',
  ['hi/', '', 'unknown'],
);
border(
  'a path asked of the server',
  fc
    .array(fc.constantFrom('..', '.', '/', '%2e', '%2F', '%5c', '\\', '%00', 'hi', ':', '%'))
    .map((parts) => `/${parts.join('')}`),
  (path) => {
    const parts = partsBelow('/', path);
    return !parts
      ? 'refused'
      : parts.every((part) => !/^\.|[/\\\0:]|^$/.test(part))
        ? 'inside'
        : 'outside';
  },
  ['refused', 'inside'],
);

/** Opens a store on a storage that holds anything, and answers a question there. */
function storeOutcome(values: Record<string, string>): string {
  const disk = fakeStorage();
  for (const [key, value] of Object.entries(values)) disk.values.set(key, value);
  const store = openStore({
    storage: () => disk,
    clock: () => 29_000_000 * 60_000,
    newId: () => 'p1',
    tab: { name: '' },
  });
  const result = store.dispatch({ kind: 'answer', item: 'two-changes', choice: ['a'] });
  if (!result.saved && result.why === 'asks') return store.active() ? 'asks somebody' : 'asks';
  if (!store.progress().answers['two-changes']) return 'answer lost';
  return sound(store.events(), store.status());
}
