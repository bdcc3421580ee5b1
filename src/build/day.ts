import { timeZone } from './site.ts';

/**
 * The day on which content is checked, such as `2026-11-23`, by the calendar of the institution: a hostel signs and
 * rings at hours at which Greenwich has another day.
 * @param now the moment; left out, the present one
 */
export function dayOf(now = new Date(), zone = timeZone): string {
  // Sweden writes days as the content does: year, month, day, with hyphens.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(now);
}
