import assert from 'node:assert/strict';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import {
  answerCase,
  type CasesRun,
  casesMet,
  judgeDecision,
  keyOf,
  movesShown,
  placeOf,
  resumeCases,
  runToChoice,
  startCases,
} from '../../src/domain/cases.ts';
import type { CaseKey, Deck } from '../../src/domain/cases-deck.ts';
import { type Decision, decisions } from '../../src/schema/cases.ts';
import { madeDeck } from '../support/cases.ts';
import { assertAtMost, assertHolds } from '../support/compare.ts';
import { runs } from '../support/device.ts';

const posts = madeDeck();
const doors: Deck = { ...posts, kind: 'doors' };
const seeds = Array.from({ length: 100 }, (_, seed) => seed);
const idsOf = ({ drawn }: CasesRun) => drawn.map(({ id }) => id);
const rightOf = (deck: Deck, id: string) => keyOf(deck, id)?.right ?? 'leave';
const countOf = <Value>(values: readonly Value[]) =>
  [...new Set(values)].map((value) => values.filter((other) => other === value).length);

/** Goes on with a run to its end, deciding as told and making the first move that helps. */
function playOn(deck: Deck, run: CasesRun, decide: (key: CaseKey) => Decision): CasesRun {
  const place = placeOf(deck, run);
  if (place.at === 'end') return run;
  if (place.at === 'pick') return playOn(deck, answerCase(deck, run, idsOf(run)[2] ?? ''), decide);
  const key = keyOf(deck, place.id) as CaseKey;
  const answer =
    place.at === 'decide'
      ? decide(key)
      : (movesShown(deck, run, place.id).find((move) => key.moves.includes(move)) ?? '');
  return playOn(deck, answerCase(deck, run, answer), decide);
}

test.describe('A draw', () => {
  test('is the same for the same seed, and another for another', () => {
    expect(startCases(posts, 7)).toEqual(startCases(posts, 7));
    const draws = seeds.map((seed) => idsOf(startCases(posts, seed)).join());
    expect(new Set(draws).size).toBeGreaterThan(95);
  });

  test('holds each decision, none in a fixed share, and every script', () => {
    const draws = seeds.map((seed) => {
      const ids = idsOf(startCases(posts, seed));
      const counts = decisions.map(
        (right) => ids.filter((id) => rightOf(posts, id) === right).length,
      );
      const scripts = new Set(ids.map((id) => keyOf(posts, id)?.script)).size;
      return { seed, cases: new Set(ids).size, counts, scripts };
    });
    const odd = draws.filter(({ cases, counts, scripts }) => {
      const isMixed = Math.min(...counts) === 1 && Math.max(...counts) < 4;
      return cases !== 6 || !isMixed || scripts !== 3;
    });
    expect(odd).toEqual([]);
    // Neither does the last post follow from those before it.
    expect(new Set(draws.map(({ counts }) => counts.join())).size).toBeGreaterThan(5);
  });

  test('of as few as three holds a case that needs somebody', () => {
    const deck = madeDeck(24, 3);
    const without = seeds.filter((seed) => {
      const ids = idsOf(startCases(deck, seed));
      return !ids.some((id) => ['today', 'now'].includes(rightOf(posts, id)));
    });
    expect(without).toEqual([]);
  });

  test('does not let the decisions come up by turns', () => {
    const firsts = seeds.map((seed) => rightOf(posts, idsOf(startCases(posts, seed))[0] ?? ''));
    for (const count of countOf(firsts)) expect(count).toBeGreaterThan(10);
  });

  test('shows cases not met before, as long as there are any', () => {
    let kept: { choice: string[] }[] = [];
    for (const seed of [3, 9, 27, 81, 243, 729]) {
      kept = [...kept, { choice: runToChoice(startCases(posts, seed, casesMet(kept))) }];
    }
    expect(Object.keys(casesMet(kept))).toHaveLength(24);
  });

  test('takes no case of a decision while another of it was met less often', () => {
    const met = fc.array(fc.nat({ max: 3 }), { minLength: 24, maxLength: 24 });
    fc.assert(
      fc.property(fc.nat({ max: 9999 }), met, (seed, counts) => {
        const times = Object.fromEntries(posts.cases.map(({ id }, at) => [id, counts[at] ?? 0]));
        const drawn = idsOf(startCases(posts, seed, times));
        for (const right of decisions) {
          const all = posts.cases.filter((one) => one.right === right).map(({ id }) => id);
          const most = Math.max(
            ...all.filter((id) => drawn.includes(id)).map((id) => times[id] ?? 0),
          );
          const least = Math.min(
            ...all.filter((id) => !drawn.includes(id)).map((id) => times[id] ?? 0),
          );
          assertAtMost(most, least);
        }
      }),
    );
  });
});

test.describe('A run', () => {
  test('asks for each post a decision and then the first move, until the end', () => {
    const run = startCases(posts, 1);
    const [first = ''] = idsOf(run);
    expect(placeOf(posts, run)).toEqual({ at: 'decide', id: first });
    const decided = answerCase(posts, run, 'now');
    expect(placeOf(posts, decided)).toEqual({ at: 'move', id: first });
    const end = playOn(posts, run, ({ right }) => right);
    expect(placeOf(posts, end)).toEqual({ at: 'end' });
  });

  test('asks for no first move where a post is rightly left, or its writer rightly asked how they are', () => {
    const left = playOn(posts, startCases(posts, 1), ({ right }) => right).drawn;
    for (const { id, move } of left) {
      expect(move === undefined, id).toBe(/leave|check-in/.test(rightOf(posts, id) ?? ''));
    }
    const acted = playOn(posts, startCases(posts, 1), () => 'now').drawn;
    expect(acted.filter(({ move }) => !move)).toEqual([]);
  });

  test('offers three first moves, one of which helps, not always in the same place', () => {
    const offers = seeds.flatMap((seed) => {
      const run = startCases(posts, seed);
      return idsOf(run).map((id) => {
        const shown = movesShown(posts, run, id);
        const helping = shown.filter((move) => keyOf(posts, id)?.moves.includes(move));
        return { seed, id, shown, helping };
      });
    });
    const odd = offers.filter(
      ({ shown, helping }) => new Set(shown).size !== 3 || helping.length !== 1,
    );
    expect(odd).toEqual([]);
    const places = offers.map(({ shown, helping: [one = ''] }) => shown.indexOf(one));
    for (const count of countOf(places)) expect(count).toBeGreaterThan(places.length / 4);
  });

  test('offers what helps elsewhere and not here, and never calls ringing for help wrong where it may be now', () => {
    const shown = (key: Partial<CaseKey>) => {
      const cases = [
        { id: 'p01', right: 'today', also: [], signs: [], moves: 'c', ...key } as CaseKey,
      ];
      const deck: Deck = { ...posts, draw: 1, cases };
      return new Set(seeds.flatMap((seed) => movesShown(deck, startCases(deck, seed), 'p01')));
    };
    expect(shown({ right: 'today' })).toEqual(new Set([...'clfwmapthr']));
    expect(shown({ right: 'check-in', moves: 'h' })).toEqual(new Set([...'hlfwmaptr']));
    expect(shown({ right: 'now' })).toEqual(new Set([...'clfwmapth']));
    expect(shown({ right: 'today', also: ['now'] })).toEqual(new Set([...'clfwmapth']));
    expect(shown({ right: 'leave', moves: 'h' })).toEqual(new Set([...'hlfwmapt']));
  });

  test('through doors begins with the door gone to first', () => {
    const run = startCases(doors, 1);
    expect(placeOf(doors, run)).toEqual({ at: 'pick' });
    const third = idsOf(run)[2] ?? '';
    const picked = answerCase(doors, run, third);
    expect(placeOf(doors, picked)).toEqual({ at: 'decide', id: third });
    expect(idsOf(picked).toSorted()).toEqual(idsOf(run).toSorted());
    const end = playOn(doors, picked, () => 'leave');
    expect(placeOf(doors, end)).toEqual({ at: 'end' });
    expect(end.drawn.filter(({ move }) => move)).toEqual([]);
  });

  test('refuses what is not asked', () => {
    const run = startCases(posts, 1);
    expect(() => answerCase(posts, run, 'c')).toThrow('"c" is no answer at "decide".');
    expect(() => answerCase(posts, answerCase(posts, run, 'now'), 'now')).toThrow(
      '"now" is no answer at "move".',
    );
    expect(() => answerCase(doors, startCases(doors, 1), 'z99')).toThrow(
      '"z99" is no answer at "pick".',
    );
  });

  test('judges a decision as right, accepted, too little or too much', () => {
    const key = { right: 'today', also: ['now'] } as const;
    expect(decisions.map((decision) => judgeDecision(key, decision))).toEqual([
      'less',
      'less',
      'right',
      'accepted',
    ]);
    expect(judgeDecision({ right: 'leave', also: [] }, 'check-in')).toBe('more');
  });
});

test.describe('A kept run', () => {
  const decided = fc.array(fc.constantFrom(...decisions), { minLength: 6, maxLength: 6 });

  test('holds its name, then ids with what was decided on them', () => {
    const run = startCases(doors, 1);
    const [one = '', two = '', three = '', ...rest] = idsOf(run);
    const kept = runToChoice(answerCase(doors, answerCase(doors, run, three), 'check-in'));
    expect(kept).toEqual(['2x.1', three, 'o', 'check-in', one, two, ...rest]);
  });

  test('is taken up where it stood, at every step', () => {
    for (const deck of [posts, doors]) {
      let run = startCases(deck, 5);
      for (let place = placeOf(deck, run); place.at !== 'end'; place = placeOf(deck, run)) {
        expect(resumeCases(deck, runToChoice(run))).toEqual({ run, dropped: 0 });
        const answers = { pick: idsOf(run)[1] ?? '', decide: 'today', move: '' };
        const move = place.at === 'move' ? (movesShown(deck, run, place.id)[0] ?? '') : '';
        run = answerCase(deck, run, move || answers[place.at]);
      }
      expect(resumeCases(deck, runToChoice(run)).run).toEqual(run);
    }
  });

  test('of the longest set is short enough for a code', () => {
    const deck = madeDeck(24, 14);
    const longest = runToChoice(playOn(deck, startCases(deck, 255), () => 'now'));
    expect(longest.length).toBeLessThanOrEqual(64);
  });

  test('keeps every answer with its own case, whatever an editor does to the set', () => {
    const edits = fc.record({
      removed: fc.uniqueArray(fc.nat(23), { maxLength: 12 }),
      added: fc.nat(5),
      order: fc.integer(),
    });
    fc.assert(
      fc.property(decided, fc.nat(255), edits, (choices, seed, { removed, added, order }) => {
        const chosen = [...choices];
        const run = playOn(posts, startCases(posts, seed), () => chosen.pop() ?? 'now');
        const left = posts.cases.filter((_, at) => !removed.includes(at));
        const more = Array.from({ length: added }, (_, at) => ({
          ...(posts.cases[at] as CaseKey),
          id: `q0${at}`,
        }));
        const turned = [...left, ...more].toSorted((a, b) =>
          order % 2 === 0 ? (a.id < b.id ? 1 : -1) : a.right < b.right ? -1 : 1,
        );
        const edited = { ...posts, hash: 'zz', cases: turned };
        const resumed = resumeCases(edited, runToChoice(run));
        const expected = run.drawn.filter(({ id }) => left.some((one) => one.id === id));
        assert.deepEqual(resumed.run, { name: run.name, drawn: expected });
        assert.equal(resumed.dropped, run.drawn.length - expected.length);
        assert.deepEqual(placeOf(edited, resumed.run), { at: 'end' });
      }),
      { numRuns: runs(200) },
    );
  });

  test('that cannot be read holds no cases', () => {
    for (const choice of [[], ['p01', 'now'], ['now', 'p01'], ['2x.', 'p01'], ['2x.1', 'now']]) {
      expect(resumeCases(posts, choice).run.drawn).toEqual([]);
    }
  });

  test('of chance values never breaks the page', () => {
    const value = fc.oneof(
      fc.constantFrom('p01', 'p02', 'z99', 'o', 'now', 'leave', 'c', 'x', '__proto__', '2x.1'),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(value, { maxLength: 30 }), fc.boolean(), (values, isDoors) => {
        const deck = isDoors ? doors : posts;
        const { run } = resumeCases(deck, ['2x.1', ...values]);
        for (const { id } of run.drawn) movesShown(deck, run, id);
        assertHolds(['pick', 'decide', 'move', 'end'], placeOf(deck, run).at);
      }),
      { numRuns: runs(300) },
    );
  });
});
