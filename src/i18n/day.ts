/**
 * A calendar day in words, the day first as India writes it: "30 November 2026", "30 Nov 2026", "30 नवंबर 2026".
 * @param day such as `2026-11-30`
 * @param locale a BCP 47 tag; a language alone is taken as it is written in India, since English alone is American
 */
export function dayInWords(day: string, locale: string, month: 'long' | 'short' = 'long'): string {
  const tag = locale.includes('-') ? locale : `${locale}-IN`;
  const format = formats.get(tag + month) ?? formatOf(tag, month);
  formats.set(tag + month, format);
  return format.format(new Date(`${day}T12:00:00Z`));
}

/**
 * A date that may be no more than a month or a year, as far as it is known: "29 May 2024", "मई 2024", "2024".
 * @param date such as `2024-05-29`, `2024-05` or `2024`
 */
export function dateInWords(date: string, lang: string): string {
  const [year = '', month, day] = date.split('-');
  if (day) return dayInWords(date, lang);
  if (!month) return year;
  const format = new Intl.DateTimeFormat(`${lang}-IN`, { month: 'long', timeZone: 'UTC' });
  return `${format.format(new Date(`${date}-15T12:00:00Z`))} ${year}`;
}

/** A register writes thousands of days, and making a format takes longest. */
const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (locale: string, month: 'long' | 'short') =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' });
