import { expect, test } from '@playwright/test';
import { madeEntries } from '../../src/cli/made-register.ts';
import { entryToRow } from '../../src/domain/register-row.ts';
import { officeDay, rowsToCsv } from '../../src/exports/register-csv.ts';
import { fileToRegister, LONGEST_FILE, registerToFile } from '../../src/exports/register-file.ts';
import { TODAY } from '../support/register.ts';

const entries = madeEntries(20, TODAY);
const file = registerToFile(entries);

test('A file gives every entry back, also with the line ends of another machine', () => {
  expect(fileToRegister(file)).toEqual({ ok: true, entries, damaged: 0 });
  const windows = `\ufeff${file.replace(/\n/g, '\r\n')}`;
  expect(fileToRegister(windows)).toEqual({ ok: true, entries, damaged: 0 });
  expect(fileToRegister(registerToFile([]))).toEqual({ ok: true, entries: [], damaged: 0 });
});

test('A file that was cut gives the lines that stand whole and says how many are lost', () => {
  const cut = fileToRegister(file.slice(0, file.length - 30));
  expect(cut).toEqual({ ok: true, entries: entries.slice(0, -1), damaged: 1 });
  const half = file.split('\n').slice(0, 6).join('\n');
  expect(fileToRegister(half)).toEqual({ ok: true, entries: entries.slice(0, 5), damaged: 15 });
});

test('A letter that was changed never comes through as another entry', () => {
  const some = entries.slice(0, 3);
  const whole = registerToFile(some);
  const rows = new Set(some.map(entryToRow));
  const passed: unknown[] = [];
  for (let at = 30; at < whole.length; at += 5) {
    const flipped =
      whole.slice(0, at) + String.fromCharCode(whole.charCodeAt(at) ^ 2) + whole.slice(at + 1);
    const reading = fileToRegister(flipped);
    if (!reading.ok) continue;
    const others = reading.entries.filter((entry) => !rows.has(entryToRow(entry)));
    if (reading.damaged === 0 || others.length > 0)
      passed.push({ letter: at, damaged: reading.damaged, others });
  }
  expect(passed).toEqual([]);
});

test('Another file, a newer one and an endless one are refused', () => {
  const problem = (text: string) => Object(fileToRegister(text)).problem;
  expect(problem('Sr,Name\n1,Ram')).toBe('not-a-register');
  expect(problem('')).toBe('not-a-register');
  expect(problem(file.replace('register 1', 'register 2'))).toBe('newer');
  expect(problem('x'.repeat(LONGEST_FILE + 1))).toBe('too-long');
});

test('No cell of a CSV runs as a formula, and commas, quotes and line breaks stay in their cell', () => {
  const csv = rowsToCsv([
    ['Name', 'Place'],
    ['=HYPERLINK("http://x")', '+91'],
    ['-1', '@SUM(A1)'],
    [' \t=1', '＝1'],
    ['Verma, Anita "Anu"', 'a\nb'],
    [7, 'सूर्या'],
  ]);
  expect(csv).toBe(
    '\ufeffName,Place\r\n"\'=HYPERLINK(""http://x"")",\'+91\r\n\'-1,\'@SUM(A1)\r\n"\' \t=1",\'＝1\r\n' +
      '"Verma, Anita ""Anu""",a b\r\n7,सूर्या\r\n',
  );
});

test('Days read the same in every spreadsheet', () => {
  expect([officeDay('2026-11-05'), officeDay('')]).toEqual(['05-Nov-2026', '']);
});
