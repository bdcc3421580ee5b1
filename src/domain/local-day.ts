/**
 * The calendar day of a moment where this phone or machine stands, `2026-11-23`.
 * @param moment the present one as a rule; at two at night it is already tomorrow, though not yet in Greenwich
 */
export function localDay(moment: Date): string {
  const two = (value: number) => `${value}`.padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
