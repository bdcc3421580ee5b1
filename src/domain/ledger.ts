const DAY = 24 * 60 * 60 * 1000;

/** A tested number counts as fresh for this many days. */
export const FRESH_DAYS = 90;

/**
 * Whether the last test of a number is too old to rely on.
 * @param testedOn calendar day of the test, `2026-11-23`
 * @param now milliseconds since 1970
 */
export function isStale(testedOn: string, now: number): boolean {
  const tested = Date.parse(`${testedOn}T00:00:00Z`);
  return Number.isNaN(tested) || now - tested > FRESH_DAYS * DAY;
}

/** The link that rings a number: digits and a leading `+`, without the spaces that make it readable. */
export const numberToLink = (number: string): string => `tel:${number.replace(/[^+\d]/g, '')}`;
