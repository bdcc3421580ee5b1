// Everything that comes in from outside: 10,000 hostile inputs for each border. None may throw, each
// must end in an outcome that the border names, and what comes through must be well-formed.
import fc from 'fast-check';
import { partsBelow } from '../../src/build/serve.ts';
import { tidyTyped } from '../../src/domain/claim.ts';
import { sum32 } from '../../src/domain/id-hash.ts';
import { leads } from '../../src/domain/outcome.ts';
import { outcomesOf } from '../../src/domain/outcome-event.ts';
import { addressOf } from '../../src/domain/release.ts';
import { choiceToSaved, resume } from '../../src/domain/scenario.ts';
import { textToKept } from '../../src/store/kept-certificate.ts';
import { memoryEngine } from '../../src/store/memory-engine.ts';
import { bodyToEvents } from '../../src/store/migrate.ts';
import { openStore } from '../../src/store/progress-store.ts';
import { anyText } from '../support/any-text.ts';
import { border, mangled, sound } from '../support/border.ts';
import { fakeStorage } from '../support/fake-engine.ts';
import { finishedRecord, outcomeAfter } from '../support/finished.ts';
import { courseScenes } from '../support/scenes.ts';
import { eventsToSlot, readSlot } from '../support/slots.ts';

const record = finishedRecord(7).slice(0, 12);
const outcome = outcomeAfter(record);
const slot = eventsToSlot(7, [...record, outcome]);
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

// A new border is one more call here, or in borders-pasted.spec.ts.
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
  'what is kept for a certificate',
  fc.oneof(
    anyText,
    json,
    mangled('{"name":"सुनीता","place":"कोटा","credential":"eyJh.eyJi.c2ln"}'),
    fc
      .record({ name: anyText, place: anyText, credential: anyText })
      .map((kept) => JSON.stringify(kept)),
  ),
  (text) => {
    const { name, place, credential } = textToKept(text);
    const isTidy = tidyTyped('name', name) === name && tidyTyped('place', place) === place;
    if (!isTidy || !/^([\w-]+\.[\w-]+\.[\w-]+)?$/.test(credential)) return 'not well-formed';
    return name || place || credential ? 'kept' : 'empty';
  },
  ['kept', 'empty'],
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
    const [scene] = courseScenes();
    return scene && resume(scene.graph, choiceToSaved(choice)).run.beats.length > 0
      ? 'played'
      : 'nothing';
  },
  ['played'],
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
