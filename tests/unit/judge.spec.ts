import assert from 'node:assert/strict';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { judge, toExplain } from '../../src/domain/judge.ts';
import { itemToKey, scrambled } from '../../src/domain/question-key.ts';

const all = ['a', 'b', 'c', 'd'];

test('several right options must all be chosen, and no weak one', () => {
  const key = { kind: 'several', right: ['b', 'd'] } as const;
  expect(judge(key, ['d', 'b'])).toBe('right');
  expect(judge(key, ['b'])).toBe('wrong');
  expect(judge(key, ['b', 'c', 'd'])).toBe('wrong');
});

test('steps are right in one order only', () => {
  const key = { kind: 'order', right: ['a', 'b', 'c'] } as const;
  expect(judge(key, ['a', 'b', 'c'])).toBe('right');
  expect(judge(key, ['b', 'a', 'c'])).toBe('wrong');
});

test('a scale is noted, never judged', () => {
  expect(judge({ kind: 'scale', right: [] }, ['1'])).toBe('noted');
});

test('a wrong single choice is explained by itself, without giving away the right one', () => {
  expect(toExplain({ kind: 'single', right: ['b'] }, ['c'], all)).toEqual(['c']);
});

test('a wrong choice of several explains what was chosen wrongly and what was missed', () => {
  expect(toExplain({ kind: 'several', right: ['b', 'd'] }, ['b', 'c'], all)).toEqual(['c', 'd']);
});

test('a right answer is explained as well', () => {
  expect(toExplain({ kind: 'single', right: ['b'] }, ['b'], all)).toEqual(['b']);
  expect(toExplain({ kind: 'sort', right: ['b'] }, ['b'], all)).toEqual(all);
});

test('something is explained after every answer', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('single' as const, 'several' as const, 'sort' as const),
      fc.subarray(all, { minLength: 1 }),
      fc.subarray(all),
      (kind, right, choice) => {
        const chosen = kind === 'single' ? choice.slice(0, 1) : choice;
        const key = { kind, right: kind === 'single' ? right.slice(0, 1) : right };
        if (kind === 'single' && chosen.length === 0) return;
        assert.notDeepEqual(toExplain(key, chosen, all), []);
      },
    ),
  );
});

test('steps are never shown in the right order at first', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 6 }), fc.string(), (count, id) => {
      const steps = Array.from({ length: count }, (_, index) => index);
      assert.notDeepEqual(scrambled(steps, id), steps);
      assert.deepEqual(scrambled(steps, id).toSorted(), steps);
    }),
  );
});

test('the key of a question is read from its options', () => {
  const words = { hi: 'क', en: 'a' };
  const common = { id: 'x', prompt: words, sources: [] };
  const option = (id: string, right: boolean) => ({ id, text: words, feedback: words, right });
  expect(
    itemToKey({
      ...common,
      kind: 'several',
      options: [option('a', true), option('b', false), option('c', true)],
    }),
  ).toEqual({ kind: 'several', right: ['a', 'c'] });
  expect(itemToKey({ ...common, kind: 'scale' })).toEqual({ kind: 'scale', right: [] });
});
