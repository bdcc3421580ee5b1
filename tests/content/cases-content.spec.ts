import { expect, test } from '@playwright/test';
import {
  answerCase,
  type CasesRun,
  keyOf,
  movesShown,
  placeOf,
  startCases,
} from '../../src/domain/cases.ts';
import type { Deck } from '../../src/domain/cases-deck.ts';
import { isSignal, resultOf, tallyOf } from '../../src/domain/cases-result.ts';
import { detection } from '../../src/domain/signal.ts';
import { type Decision, decisions } from '../../src/schema/cases.ts';
import { courseCases } from '../support/cases.ts';

const all = [...courseCases().entries()];
const seeds = Array.from({ length: 60 }, (_, seed) => seed);

/** A set of the course. */
function setOf(id: string) {
  const found = courseCases().get(id);
  if (!found) throw new Error(`The course has no set of cases “${id}”.`);
  return found;
}

/** A whole run in which every case is decided in one way. */
function always(deck: Deck, seed: number, decision: Decision): CasesRun {
  let run = startCases(deck, seed);
  for (let place = placeOf(deck, run); place.at !== 'end'; place = placeOf(deck, run)) {
    const move = place.at === 'move' ? movesShown(deck, run, place.id)[0] : undefined;
    run = answerCase(
      deck,
      run,
      place.at === 'pick' ? (run.drawn[0]?.id ?? '') : (move ?? decision),
    );
  }
  return run;
}

test('There are at least 42 posts, most in Latin letters, as young people write', () => {
  const { set } = setOf('post-lab');
  if (set.kind !== 'posts') throw new Error('The post lab holds no posts.');
  expect(set.cases.length).toBeGreaterThanOrEqual(42);
  for (const [script, least] of Object.entries({ devanagari: 9, roman: 14, english: 14 })) {
    const own = set.cases.filter((post) => post.script === script);
    expect(own.length, script).toBeGreaterThanOrEqual(least);
  }
});

test('There are at least 18 doors for everybody and 6 more for wardens', () => {
  const doors = (id: string) => {
    const { set } = setOf(id);
    expect(set.kind).toBe('doors');
    return set;
  };
  expect(doors('door-round').cases.length).toBeGreaterThanOrEqual(18);
  expect(doors('warden-doors').cases.length).toBeGreaterThanOrEqual(6);
  expect(doors('warden-doors').roles).toEqual(['warden']);
});

test('In every run somebody is needed, and somebody is not', () => {
  for (const [id, { deck }] of all) {
    for (const seed of seeds) {
      const drawn = startCases(deck, seed).drawn.map((one) => keyOf(deck, one.id));
      const needed = drawn.filter((key) => key && isSignal(key)).length;
      expect(needed, `${id} ${seed}`).toBeGreaterThan(0);
      expect(needed, `${id} ${seed}`).toBeLessThan(drawn.length);
    }
  }
});

test('Always deciding the same comes to nothing over a whole set, but for the correction', () => {
  for (const [id, { deck }] of all) {
    for (const decision of decisions) {
      const counts = tallyOf(deck.cases.map((key) => ({ key, decision })));
      const gotUp = counts.hits + counts.falseAlarms;
      // Without the correction the two rates are the same: all, or none.
      expect([0, counts.signals + counts.noises], `${id} ${decision}`).toContain(gotUp);
      expect(Math.abs(detection(counts).sensitivity), `${id} ${decision}`).toBeLessThan(0.35);
    }
  }
});

test('Always ringing and always leaving come to nothing in every run', () => {
  for (const [id, { deck }] of all) {
    for (const seed of seeds) {
      for (const decision of ['leave', 'now'] as const) {
        const { hits, signals, falseAlarms, noises } = resultOf(deck, always(deck, seed, decision));
        const rates =
          decision === 'now' ? [hits, falseAlarms] : [signals - hits, noises - falseAlarms];
        expect(rates, `${id} ${seed} ${decision}`).toEqual([signals, noises]);
      }
    }
  }
});

test('Whoever decides everything as it is right sees everything', () => {
  for (const [id, { deck }] of all) {
    const counts = tallyOf(deck.cases.map((key) => ({ key, decision: key.right })));
    expect(counts.hits, id).toBe(counts.signals);
    expect(counts.falseAlarms, id).toBe(0);
    expect(detection(counts).sensitivity, id).toBeGreaterThan(2);
  }
});
