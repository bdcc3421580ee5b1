/*
 * When refreshers are due: 3 weeks, 3 months and 6 months after the course was completed, then every 6 months. So the
 * law's twice a year is kept, and the short items are answered at 0, at the end, and at 3 weeks, 3 months and 6 months.
 * Days are calendar days such as `2026-11-30`, by the time zone of the site; `dayIn` makes them of moments.
 */

import { completion } from './outcome-event.ts';
import type { Progress } from './progress.ts';
import { dayIn } from './zone-day.ts';

/** Not near yet, to be done now, or past its day. */
export type RefresherState = 'fresh' | 'due' | 'overdue';

/** How many days before its day a refresher may be done and counts for it. */
const EARLY_DAYS = 7;

/**
 * The days of all refreshers, the first one first, without end. Each is counted from `on` and not from the refresher
 * before it: one that is late moves no other, and a month that is too short moves only its own.
 * @param on day of completion
 * @throws RangeError where that is no day
 */
export function* refresherDays(on: string): Generator<string, never> {
  yield daysAfter(on, 21);
  yield monthsAfter(on, 3);
  for (let months = 6; ; months += 6) yield monthsAfter(on, months);
}

/**
 * The day of the next refresher; it may lie in the past.
 * @param on day of completion
 * @param refreshed day of the latest refresher, or empty; done up to 7 days before a day, it counts for that day and
 *   for all before it
 * @throws RangeError where one of them is no day
 */
export function nextRefresher(on: string, refreshed: string): string {
  const covered = refreshed && daysAfter(refreshed, EARLY_DAYS);
  const days = refresherDays(on);
  let day = days.next().value;
  while (day <= covered) day = days.next().value;
  return day;
}

/** How the next refresher stands on some day. @throws RangeError where one of them is no day */
export function refresherState(on: string, refreshed: string, today: string): RefresherState {
  const next = nextRefresher(on, refreshed);
  if (today > next) return 'overdue';
  return today >= opensOn(next) ? 'due' : 'fresh';
}

/** How a learner's refreshers stand on some day. */
export interface Refreshers {
  /** Day of completion, from which the days are counted. */
  readonly on: string;
  /** Day of the latest refresher, or empty. */
  readonly refreshed: string;
  readonly next: string;
  readonly state: RefresherState;
}

/**
 * Reads from a record how its refreshers stand.
 * @param zone time zone of the site
 * @param today as `dayIn` gives it
 * @returns null while the course is not completed
 */
export function refreshersOf(
  { outcomes, refreshers }: Pick<Progress, 'outcomes' | 'refreshers'>,
  zone: string,
  today: string,
): Refreshers | null {
  const completed = completion(outcomes);
  if (!completed) return null;
  const on = minuteToDay(completed.at, zone);
  const [last] = refreshers.slice(-1);
  const refreshed = last ? minuteToDay(last.at, zone) : '';
  return {
    ...{ on, refreshed, next: nextRefresher(on, refreshed) },
    state: refresherState(on, refreshed, today),
  };
}

/** The day of an event. @param minute since 1970 */
export const minuteToDay = (minute: number, zone: string): string =>
  dayIn(zone, new Date(minute * 60_000));

/** Says of a minute whether what ended then counts for the next refresher: since it opened, 7 days before its day. */
export function countsFor({ next }: Refreshers, zone: string): (at: number) => boolean {
  const opens = opensOn(next);
  // Making a calendar day of a moment is slow, and a record asks for the same minutes again and again.
  const known = new Map<number, boolean>();
  return (at) => {
    const counts = known.get(at) ?? minuteToDay(at, zone) >= opens;
    known.set(at, counts);
    return counts;
  };
}

/** The first day on which a refresher may be done. @param day its own day */
export const opensOn = (day: string): string => daysAfter(day, -EARLY_DAYS);

/** A day some days later, or earlier. @throws RangeError where it is no day */
export function daysAfter(day: string, count: number): string {
  const date = toDate(day);
  date.setUTCDate(date.getUTCDate() + count);
  return toDay(date);
}

/** The day some months later with the same number, or the last of a month that has none. */
function monthsAfter(day: string, count: number): string {
  const date = toDate(day);
  const number = date.getUTCDate();
  // The day before the first of the month after.
  date.setUTCMonth(date.getUTCMonth() + count + 1, 0);
  date.setUTCDate(Math.min(number, date.getUTCDate()));
  return toDay(date);
}

const toDay = (date: Date): string => date.toISOString().slice(0, 10);

/** Days outside these years come from a clock or a forger, not from a course. */
const DAY = /^(19[7-9]|20\d|21\d)\d-\d\d-\d\d$/;

function toDate(day: string): Date {
  const date = new Date(DAY.test(day) ? day : '');
  // Some engines read 30 February as a day of March, others as none.
  if (Number.isFinite(date.getTime()) && toDay(date) === day) return date;
  throw new RangeError(`"${day}" is no calendar day. Write one such as 2026-11-30.`);
}
