const DAY = 24 * 60 * 60 * 1000;

/** A tested number counts as fresh for this many days. */
const FRESH_DAYS = 90;

/**
 * Whether the last test of a number is too old to rely on.
 * @param testedOn calendar day of the test, `2026-11-23`
 * @param today the calendar day of whoever asks: that of the institution, or of the learner's phone
 */
export function isStale(testedOn: string, today: string): boolean {
  const days = (Date.parse(`${today}T00:00Z`) - Date.parse(`${testedOn}T00:00Z`)) / DAY;
  return !(days <= FRESH_DAYS);
}

/** The link that rings a number: digits and a leading `+`, without the spaces that make it readable. */
export const numberToLink = (number: string): string => `tel:${number.replace(/[^+\d]/g, '')}`;
