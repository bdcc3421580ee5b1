import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import type { ProgressEvent } from '../../src/domain/progress.ts';
import { anyTextOf } from './any-text.ts';
import { runs } from './device.ts';

/** A sound text with some letters replaced by any others, halves of letters among them. */
export const mangled = (sound: string) =>
  fc
    .array(fc.tuple(fc.nat(sound.length - 1), anyTextOf(3)), { maxLength: 3 })
    .map((changes) =>
      changes.reduce(
        (text, [at, to]) => text.slice(0, at) + to.slice(0, 3) + text.slice(at + 1),
        sound,
      ),
    );

/** `outcome` where all events are as pages may use them. */
export const sound = (events: readonly ProgressEvent[] | null, outcome: string) =>
  (events ?? []).every(isWellFormed) ? outcome : 'not well-formed';

const isWellFormed = ({ item, choice, at, try: nth }: ProgressEvent) =>
  /^(#[0-9a-z]{4}|[a-z][a-z0-9-]*)$/.test(item) &&
  choice.length <= 64 &&
  choice.every((value) => typeof value === 'string' && value.length <= 80) &&
  Number.isInteger(at) &&
  at >= 0 &&
  at < 2 ** 26 &&
  nth >= 1 &&
  nth <= 65_535;

/**
 * Tests a border: `read` names the outcome of an input. Among so many inputs each of `outcomes` must come up, or the
 * inputs are not hostile enough, and no other.
 */
export function border<Input>(
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

/** The same for a border that answers in a promise, as whatever checks a signature does. */
export function awaitedBorder<Input>(
  name: string,
  hostile: fc.Arbitrary<Input>,
  read: (input: Input) => Promise<string>,
  outcomes: readonly string[],
): void {
  test(`10,000 hostile inputs: ${name}`, async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(hostile, async (input) => {
        const outcome = await read(input);
        seen.add(outcome);
        return outcomes.includes(outcome);
      }),
      { numRuns: runs(10_000) },
    );
    expect([...seen].sort()).toEqual(outcomes.toSorted());
  });
}
