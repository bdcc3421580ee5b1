/*
 * A register as a file: a backup, and what one desk gives to another.
 *
 * Text, UTF-8, one entry a line, each with a sum of its own, below a line `dastak-register <version> <entries> <sum>`
 * with a sum over all that follows. A file that was cut or damaged still gives every line that stands whole, and says
 * how many do not. The sums guard against damage, not against forgery: a file holds what somebody's desk says.
 */
import { sum32 } from '../domain/id-hash.ts';
import type { Entry } from '../domain/register.ts';
import { entryToRow, rowToEntry } from '../domain/register-row.ts';

const VERSION = 1;
const HEAD = /^\ufeff?dastak-register (\d{1,4}) (\d{1,7}) ([0-9a-z]{1,7})$/;
/** A hundred thousand people; what is larger was not written by a desk. */
export const LONGEST_FILE = 60_000_000;

export type FileReading =
  | {
      readonly ok: true;
      readonly entries: readonly Entry[];
      /** Lines that were damaged or are missing. */
      readonly damaged: number;
    }
  | { readonly ok: false; readonly problem: 'not-a-register' | 'newer' | 'too-long' };

/** A register as the text of a file. */
export function registerToFile(entries: Iterable<Entry>): string {
  const rows = Array.from(entries, entryToRow);
  const body = rows.join('\n');
  return `dastak-register ${VERSION} ${rows.length} ${sum32(body).toString(36)}\n${body}\n`;
}

/** Reads a file that any desk wrote. Never throws. */
export function fileToRegister(text: string): FileReading {
  if (text.length > LONGEST_FILE) return { ok: false, problem: 'too-long' };
  const [first = '', ...lines] = text.split(/\r?\n/);
  const [, version, count = '0', sum] = HEAD.exec(first) ?? [];
  if (version === undefined) return { ok: false, problem: 'not-a-register' };
  if (Number(version) > VERSION) return { ok: false, problem: 'newer' };
  const rows = lines.filter((line) => line !== '');
  const entries = rows.flatMap((row) => rowToEntry(row) ?? []);
  const missing = Math.max(rows.length, Number(count)) - entries.length;
  const isWhole = sum32(rows.join('\n')).toString(36) === sum;
  return { ok: true, entries, damaged: isWhole ? missing : Math.max(1, missing) };
}
