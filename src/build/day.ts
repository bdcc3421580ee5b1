import { dayIn } from '../domain/zone-day.ts';
import { timeZone } from './site.ts';

/**
 * The day on which content is checked, such as `2026-11-23`, by the calendar of the institution: a hostel signs and
 * rings at hours at which Greenwich has another day.
 * @param now the moment; left out, the present one
 */
export const dayOf = (now = new Date(), zone = timeZone): string => dayIn(zone, now);
