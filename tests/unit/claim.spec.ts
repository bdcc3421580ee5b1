import assert from 'node:assert/strict';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import {
  bytesToLearner,
  type ClaimFacts,
  isClaim,
  longestInClaim,
  progressToClaim,
  tidyTyped,
} from '../../src/domain/claim.ts';
import { endedRuns, passedTruths, practicesFor, standingsOf } from '../../src/domain/last-runs.ts';
import { hasFinished, leads, standings } from '../../src/domain/outcome.ts';
import { completion, outcomeEvent } from '../../src/domain/outcome-event.ts';
import { foldEvents } from '../../src/domain/progress.ts';
import {
  choicesShown,
  choose,
  ending,
  type Run,
  runToChoice,
  startScenario,
} from '../../src/domain/scenario.ts';
import type { Finding } from '../../src/domain/scenario-debrief.ts';
import { newSeed } from '../../src/domain/scenario-world.ts';
import { anyText } from '../support/any-text.ts';
import { anyClaim, longest, sunita } from '../support/claims.ts';
import { assertAtMost } from '../support/compare.ts';
import { runs } from '../support/device.ts';
import { lastDoor, passedEvents } from '../support/passed.ts';

const passed = (at: number, met: readonly string[] = leads, release = '1.4.0') => ({
  choice: ['passed', release, ...met],
  at,
  try: 1,
});
const failed = (at: number) => ({ choice: ['failed', '1.4.0', 'call'], at, try: 1 });
const facts: ClaimFacts = {
  ...{
    name: ' सुनीता  मीणा ',
    place: 'सूर्या हॉस्टल, कोटा।',
    truths: ['danger', 'none'],
    refreshed: '',
  },
  dayOf: (minute) => (minute < 20 ? '2026-11-30' : '2026-12-05'),
};
const findings = leads.map((domain) => ({ domain, must: true, status: 'met' }) as Finding);
const settings = { role: 'warden', learner: sunita.learner };

test('a passed last door with a name is a claim', () => {
  expect(progressToClaim({ outcomes: [failed(5), passed(10)], settings }, facts)).toEqual({
    ok: true,
    claim: sunita,
  });
});

test('a claim rests on the latest pass, and a later failure takes nothing away from it', () => {
  const outcomes = [passed(10, leads, '1.3.0'), failed(15), passed(30), failed(40)];
  expect(completion(outcomes)).toMatchObject({ at: 30, release: '1.4.0' });
  const reading = progressToClaim({ outcomes, settings }, facts);
  expect(reading.ok && reading.claim.on).toBe('2026-12-05');
});

test('what stands in the way of a claim is named', () => {
  const problem = (
    outcomes: readonly ReturnType<typeof passed>[],
    change: object,
    own = settings,
  ) => {
    const reading = progressToClaim({ outcomes, settings: own }, { ...facts, ...change });
    return reading.ok ? null : reading.problem;
  };
  expect(problem([], {})).toBe('not-passed');
  expect(problem([failed(10)], {})).toBe('not-passed');
  expect(problem([passed(10, ['call'])], {}), 'a pass without all that must be there').toBe(
    'not-passed',
  );
  expect(problem([passed(10)], { dayOf: () => '1970-01-01' })).toBe('wrong-clock');
  expect(problem([passed(10)], { name: ' “” 🙂 ' })).toBe('no-name');
  expect(problem([passed(10)], {}, { ...settings, learner: '' })).toBe('no-learner');
  expect(problem([passed(10)], { place: '' })).toBeNull();
});

test('a refresher from before the practice on which a claim rests is none of it', () => {
  const refreshed = (day: string) => {
    const reading = progressToClaim(
      { outcomes: [passed(10)], settings },
      { ...facts, refreshed: day },
    );
    return reading.ok && reading.claim.refreshed;
  };
  expect(refreshed('2026-11-29')).toBe('');
  expect(refreshed('2026-12-21')).toBe('2026-12-21');
});

test('a role that this edition does not know is left out', () => {
  const reading = progressToClaim(
    { outcomes: [passed(10)], settings: { ...settings, role: 'parent' } },
    facts,
  );
  expect(reading.ok && reading.claim.role).toBe('');
});

test('a record is named by twelve letters that nobody mistakes for others', () => {
  const drawn = Uint8Array.from({ length: 12 }, (_, at) => at * 21);
  expect(bytesToLearner(drawn)).toBe('0NAZM9YK8XJ7');
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 12, maxLength: 12 }), (bytes) =>
      /^[0-9A-HJKMNP-TV-Z]{12}$/.test(bytesToLearner(bytes)),
    ),
  );
});

test('what is typed stays as it is once it was tidied, and is never longer than a claim takes', () => {
  fc.assert(
    fc.property(anyText, (typed) => {
      const tidy = tidyTyped('name', typed);
      assert.equal(tidyTyped('name', tidy), tidy);
      assertAtMost((tidy.match(/\P{M}/gu) ?? []).length, longestInClaim.name * 2);
    }),
  );
  expect(tidyTyped('name', `${'कि'.repeat(50)}`)).toBe('कि'.repeat(40));
  expect(tidyTyped('name', '<b>Ravi</b>')).toBe('bRavi/b');
  expect(longest.name.length).toBeGreaterThan(50);
});

test('anything that came from elsewhere is a claim only with every field as it would be written', () => {
  for (const change of [
    ...[{ learner: 'K7M2WXQ4R9Z' }, { learner: 'K7M2WXQ4R9ZI' }, { learner: ['K7M2WXQ4R9ZB'] }],
    ...[
      { name: '' },
      { name: ' Ravi' },
      { name: '\u202eRavi' },
      { name: 'क'.repeat(41) },
      { name: 7 },
    ],
    ...[{ place: null }, { role: 'parent' }, { release: '' }, { release: '1 2' }],
    ...[
      { on: '2026-02-30' },
      { on: '1970-01-01' },
      { refreshed: '2026-11-29' },
      { refreshed: 'x' },
    ],
    ...[{ met: 'call' }, { met: ['sleep'] }, { met: ['call', 'cases'] }, { met: ['call', 'call'] }],
    ...[{ truths: ['danger', 'none'] }, { truths: [''] }],
  ])
    expect(isClaim({ ...sunita, ...change }), JSON.stringify(change)).toBe(false);
  expect(isClaim(sunita)).toBe(true);
  fc.assert(fc.property(fc.anything(), (value) => !isClaim(value)));
  fc.assert(fc.property(anyClaim, (claim) => isClaim(JSON.parse(JSON.stringify(claim)))));
});

test('A name is one of a claim exactly where tidying leaves it as it is, also by the quick look', () => {
  const letters = fc.constantFrom(...'रमशिाीौ्ंँ़कषऩय A-z.1\u200d'.split(''));
  fc.assert(
    fc.property(fc.string({ unit: letters, maxLength: 6 }), (name) => {
      assert.equal(isClaim({ ...sunita, name }), name !== '' && tidyTyped('name', name) === name);
    }),
    { numRuns: runs(2_000) },
  );
});

test('a record that went through the last door as one who has trained is a claim, in the truths that it met', () => {
  const events = passedEvents('warden', ['danger', 'none'], 29_960_000);
  const progress = foldEvents(events);
  const door = practicesFor(lastDoor(), 'warden');
  const { all, at } = standingsOf(endedRuns(door, progress));
  expect(hasFinished(all)).toBe(true);
  const event = outcomeEvent(all, at, '1.4.0', progress.outcomes);
  const { outcomes } = foldEvents([...events, ...(event ? [event] : [])]);
  const reading = progressToClaim(
    { outcomes, settings },
    { ...facts, truths: passedTruths(door.scenes, progress) },
  );
  expect(reading.ok && [reading.claim.truths, reading.claim.met]).toEqual([
    ['none', 'danger'],
    leads,
  ]);
});

test('a conversation that was broken off, or in which something was missed, stands for no truth', () => {
  const events = passedEvents('peer', ['thoughts'], 29_960_000).map((event) =>
    event.kind === 'run' ? { ...event, choice: event.choice.slice(0, -1) } : event,
  );
  const door = practicesFor(lastDoor(), 'peer');
  expect(passedTruths(door.scenes, foldEvents(events))).toEqual([]);
  const [scene] = door.scenes;
  if (!scene) throw new Error('Peers have no conversation behind the last door.');
  const first = (run: Run): Run =>
    ending(run) ? run : first(choose(run, choicesShown(run)[0]?.id ?? ''));
  const weak = runToChoice(first(startScenario(scene.graph, newSeed(scene.graph, 7, ['danger']))));
  const run = { kind: 'run', item: scene.id, choice: weak, at: 5, try: 1 } as const;
  expect(passedTruths(door.scenes, foldEvents([run]))).toEqual([]);
});

test('a pass under a clock that was years off is written once more under the right one', () => {
  const all = standings(findings, true, true);
  const early = outcomeEvent(all, 500, '1.4.0', []);
  const kept = foldEvents(early ? [early] : []).outcomes;
  expect(outcomeEvent(all, 600, '1.4.0', kept), 'the clock is still off').toBeNull();
  expect(outcomeEvent(all, 29_960_000, '1.4.0', kept)?.at).toBe(29_960_000);
});
