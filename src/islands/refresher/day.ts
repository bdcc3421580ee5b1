import { dayIn } from '../../domain/zone-day.ts';

/** A calendar day as the page's language writes it, the month as a word. */
export const dayToText = (day: string): string =>
  new Intl.DateTimeFormat(document.documentElement.lang, {
    ...{ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  } as Intl.DateTimeFormatOptions).format(new Date(day));

/** The present day by the clock of the site. */
export const todayIn = (zone: string): string => dayIn(zone, new Date());
