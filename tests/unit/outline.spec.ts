import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import {
  continueAt,
  doorState,
  type ModuleOutline,
  outlineFor,
  stepsToText,
  textToSteps,
} from '../../src/domain/outline.ts';
import { assertSame } from '../support/compare.ts';

const everybody = ['warden', 'faculty', 'peer'];
const notice: ModuleOutline = {
  id: 'notice',
  roles: everybody,
  steps: [
    { id: 'signs', cards: ['plate', 'door'] },
    { id: 'knock', roles: ['warden'], cards: ['knock'] },
    { id: 'notice-check', cards: ['two-changes'] },
  ],
};
const ask: ModuleOutline = {
  id: 'ask',
  roles: everybody,
  steps: [{ id: 'words', cards: ['plain-word'] }],
};
const nothing = { done: {}, seen: {}, last: null };

test('a door is closed at first, ajar after a card, open after every step', () => {
  const mine = outlineFor([notice], 'peer')[0] as ModuleOutline;
  expect(doorState(mine, nothing)).toBe('new');
  expect(doorState(mine, { ...nothing, seen: { plate: 1 } })).toBe('begun');
  expect(doorState(mine, { ...nothing, done: { signs: 1, 'notice-check': 2 } })).toBe('finished');
});

test("a warden's door stays ajar until the warden's own practice is done", () => {
  const mine = outlineFor([notice], 'warden')[0] as ModuleOutline;
  const done = { signs: 1, 'notice-check': 2 };
  expect(doorState(mine, { ...nothing, done })).toBe('begun');
  expect(doorState(mine, { ...nothing, done: { ...done, knock: 3 } })).toBe('finished');
});

test('a step off the short way keeps no door ajar and is not where one is led', () => {
  const more: ModuleOutline = {
    ...ask,
    steps: [...ask.steps, { id: 'silence', cards: ['wait'], isMore: true }],
  };
  const done = { words: 1 };
  expect(doorState(more, { ...nothing, done })).toBe('finished');
  expect(continueAt([more], { done, seen: {}, last: { card: 'plain-word' } })).toBeNull();
  expect(continueAt([more], { done, seen: { wait: 2 }, last: { card: 'wait' } })?.step).toBe(
    'silence',
  );
});

test('a module without steps is never open', () => {
  expect(doorState({ id: 'empty', roles: [], steps: [] }, nothing)).toBe('new');
});

test('a role sees its own modules only', () => {
  const nightDuty = { id: 'warden-night', roles: ['warden'], steps: [] };
  expect(outlineFor([notice, nightDuty], 'peer').map(({ id }) => id)).toEqual(['notice']);
  expect(outlineFor([notice, nightDuty], undefined)).toHaveLength(2);
});

test('the learner goes on at the last card seen', () => {
  const reached = { ...nothing, seen: { plate: 1, door: 2 }, last: { card: 'door' } };
  expect(continueAt([notice, ask], reached)).toEqual({
    module: 'notice',
    step: 'signs',
    card: 'door',
  });
});

test('after a finished step the learner goes on with the next one, in the next module if need be', () => {
  const modules = outlineFor([notice, ask], 'peer');
  const done = { signs: 1, 'notice-check': 2 };
  expect(continueAt(modules, { done, seen: {}, last: { card: 'two-changes' } })).toEqual({
    module: 'ask',
    step: 'words',
    card: null,
  });
});

test('a step that was left out is offered when all after it is done', () => {
  const done = { 'notice-check': 1, words: 2 };
  const place = continueAt(outlineFor([notice, ask], 'peer'), {
    done,
    seen: {},
    last: { card: 'plain-word' },
  });
  expect(place).toEqual({ module: 'notice', step: 'signs', card: null });
});

test('there is nowhere to go on before the first card and after the last step', () => {
  expect(continueAt([ask], nothing)).toBeNull();
  expect(
    continueAt([ask], { done: { words: 1 }, seen: {}, last: { card: 'plain-word' } }),
  ).toBeNull();
});

test('the last card of a removed lesson still leads to the first open step', () => {
  const place = continueAt([ask], { done: {}, seen: {}, last: { card: 'gone' } });
  expect(place).toEqual({ module: 'ask', step: 'words', card: null });
});

test('steps come back from their text as they went in', () => {
  const id = fc.stringMatching(/^[a-z][a-z0-9]{0,6}(-[a-z0-9]{1,4})?$/);
  const step = fc.record(
    {
      id,
      cards: fc.array(id),
      roles: fc.uniqueArray(fc.constantFrom(...everybody), { minLength: 1 }),
      isMore: fc.constant(true as const),
    },
    { requiredKeys: ['id', 'cards'] },
  );
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      assertSame(textToSteps(stepsToText(steps)), steps);
    }),
  );
});
