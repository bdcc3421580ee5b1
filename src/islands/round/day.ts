/** A day as it is said, such as "1 December 2026". @param day `2026-12-01` */
export const dayInWords = (day: string): string =>
  new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long' }).format(
    new Date(`${day}T12:00:00`),
  );
