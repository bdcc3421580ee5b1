import { dayIn } from '../../domain/zone-day.ts';

/** A calendar day in words, as people of the locale write it. */
export const dayToText = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));

/** The present day by the clock of the site. */
export const todayIn = (zone: string): string => dayIn(zone, new Date());
