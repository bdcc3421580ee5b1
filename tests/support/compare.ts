import assert from 'node:assert/strict';
import { inspect, isDeepStrictEqual } from 'node:util';

// What node:assert lacks, for properties and long loops, where Playwright's expect costs too much.

/** Throws unless a number, or a day as text, comes before another. */
export function assertBelow<Value extends number | string>(actual: Value, limit: Value): void {
  assert.ok(actual < limit, `${actual} is not below ${limit}.`);
}

/** Throws unless a number, or a day as text, comes before another or is the same. */
export function assertAtMost<Value extends number | string>(actual: Value, limit: Value): void {
  assert.ok(actual <= limit, `${actual} is more than ${limit}.`);
}

/** Throws unless two numbers differ by less than half of the last of so many decimal places. */
export function assertClose(actual: number, wanted: number, places: number): void {
  const isClose = Math.abs(actual - wanted) < 10 ** -places / 2;
  assert.ok(isClose, `${actual} is not ${wanted} to ${places} places.`);
}

/** Throws unless a list holds values that equal all of these. */
export function assertHolds(list: readonly unknown[], ...wanted: readonly unknown[]): void {
  const missing = wanted.filter((value) => !list.some((one) => isDeepStrictEqual(one, value)));
  if (missing.length > 0) assert.fail(`${inspect(missing)} is missing in ${inspect(list)}.`);
}

/** Throws unless two values hold the same. Whether objects have a prototype, as few of fast-check's have none, does not count. */
export function assertSame(actual: unknown, wanted: unknown): void {
  assert.deepEqual(structuredClone(actual), structuredClone(wanted));
}
