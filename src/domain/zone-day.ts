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
