/** The zone in which the days of the content are meant: a hostel of Kota signs and tests by its own calendar. */
const ZONE = 'Asia/Kolkata';

/**
 * The day on which content is checked, such as `2026-11-23`.
 * @param now the moment; left out, the present one
 */
export function dayOf(now = new Date()): string {
  // Sweden writes days as the content does: year, month, day, with hyphens.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short' }).format(now);
}
