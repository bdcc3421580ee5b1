/**
 * The calendar day of a moment where this phone or machine stands, `2026-11-23`.
 * @param moment the present one as a rule; at two at night it is already tomorrow, though not yet in Greenwich
 */
export function localDay(moment: Date): string {
  const two = (value: number) => `${value}`.padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/**
 * The calendar day of a moment by the clock of a time zone, `2026-11-23`: the same one on every phone.
 * @param zone its name, such as `Asia/Kolkata`
 * @throws RangeError where the zone is none
 */
export function dayIn(zone: string, moment: Date): string {
  const parts = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(moment);
  return ['year', 'month', 'day']
    .map((type) => parts.find((part) => part.type === type)?.value)
    .join('-');
}
