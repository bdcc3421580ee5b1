/** Cells that a spreadsheet would take for a formula, whatever space or unseen sign stands before. */
const FORMULA = /^[\s\p{C}]*[=+\-@＝＋－＠|%]/u;
/** Marks a text as UTF-8; without it spreadsheets show Hindi as signs. */
const MARK = '\ufeff';

/**
 * A table as the text of a CSV file (RFC 4180) that spreadsheets open with Hindi and without running anything: a cell
 * that begins like a formula gets an apostrophe before it.
 * @param rows the heads of the columns first
 */
export const rowsToCsv = (rows: readonly (readonly (string | number)[])[]): string =>
  MARK + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');

function cell(value: string | number): string {
  // A number of ours is no text of anybody's.
  if (typeof value === 'number') return `${value}`;
  const line = value.replace(/[\r\n]+/g, ' ');
  const safe = FORMULA.test(line) ? `'${line}` : line;
  return /[",;\t]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * A day as Indian offices write it, `05-Nov-2026`: no spreadsheet reads it as another day.
 * @param day `2026-11-05`, or empty
 */
export function officeDay(day: string): string {
  const [year, month, date] = day.split('-');
  return date ? `${date}-${MONTHS[Number(month) - 1]}-${year}` : '';
}
