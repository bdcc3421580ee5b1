// A register comes in from outside, too: rows of the store, files of other desks.
import fc from 'fast-check';
import { madeEntries } from '../../src/cli/made-register.ts';
import { sum32 } from '../../src/domain/id-hash.ts';
import { entryText } from '../../src/domain/register.ts';
import { attest } from '../../src/domain/register-acts.ts';
import { peopleOf } from '../../src/domain/register-people.ts';
import { entryToRow, rowToEntry } from '../../src/domain/register-row.ts';
import { searchKey } from '../../src/domain/search-key.ts';
import { rowsToCsv } from '../../src/exports/register-csv.ts';
import { fileToRegister, registerToFile } from '../../src/exports/register-file.ts';
import { anyText } from '../support/any-text.ts';
import { border, mangled } from '../support/border.ts';
import { TODAY } from '../support/register.ts';

const entries = madeEntries(3, TODAY).map((entry) => attest(entry, 'Kavita Jain', TODAY));
const [first] = entries;
const text = first ? entryText(first) : '';
const rightSum = (body: string) => `${sum32(body).toString(36)} ${body}`;
/** A row whose sum is right, whatever it holds in whichever of its places. */
const forged = fc.tuple(fc.nat(6), fc.jsonValue({ maxDepth: 3 })).map(([place, value]) => {
  const fields = JSON.parse(text) as unknown[];
  fields[place] = value;
  return rightSum(JSON.stringify(fields));
});
const row = fc.oneof(
  ...[anyText, mangled(rightSum(text)), mangled(text).map(rightSum), forged],
  fc.json().map(rightSum),
  fc.constant(rightSum(text)),
);

/** `outcome` where an entry is one that a page may use. */
function used(one: ReturnType<typeof rowToEntry>, outcome: string): string {
  if (!one) return 'refused';
  const [person] = peopleOf(new Map([[one.learner, one]]), TODAY);
  const isSame = JSON.stringify(rowToEntry(entryToRow(one))) === JSON.stringify(one);
  return isSame && (one.claim === null) === !person ? outcome : 'not well-formed';
}

border('a row of a register', row, (input) => used(rowToEntry(input), 'read'), ['read', 'refused']);
border(
  'a file of another desk',
  fc.oneof(
    anyText,
    mangled(registerToFile(entries)),
    fc.array(row, { maxLength: 3 }).map((rows) => {
      const body = rows.join('\n');
      return `dastak-register 1 ${rows.length} ${sum32(body).toString(36)}\n${body}\n`;
    }),
  ),
  (input) => {
    const reading = fileToRegister(input);
    if (!reading.ok) return reading.problem === 'too-long' ? 'too long' : 'refused';
    const outcomes = reading.entries.map((entry) => used(entry, 'read'));
    return outcomes.find((outcome) => outcome !== 'read') ?? 'read';
  },
  ['read', 'refused'],
);
border(
  'what is searched for',
  anyText,
  (input) => (searchKey(searchKey(input)) === searchKey(input) ? 'searched' : 'unsteady'),
  ['searched'],
);
border(
  'a cell of a table for spreadsheets',
  fc.oneof(
    anyText,
    fc
      .tuple(fc.constantFrom('=', '+', '-', '@', '\t=', ' +', '"='), anyText)
      .map((all) => all.join('')),
  ),
  (input) => {
    const cell = rowsToCsv([[input]])
      .slice(1, -2)
      .replace(/^"/, '');
    return /^[\s\p{C}]*[=+\-@]/u.test(cell) ? 'formula' : 'text';
  },
  ['text'],
);
