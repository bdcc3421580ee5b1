import type { Person } from '../../domain/register-people.ts';
import { officeDay, rowsToCsv } from '../../exports/register-csv.ts';
import { registerToFile } from '../../exports/register-file.ts';
import { copied, part, refill } from '../dom.ts';
import { download } from '../share.ts';
import type { Strings } from '../strings/strings.ts';
import type { PeopleList } from './people.ts';
import type { RegisterState } from './register-state.ts';

/** The columns that an office expects, in its order. */
const COLUMNS = [
  ...(['number', 'name', 'role', 'place', 'on', 'refreshed', 'until'] as const),
  ...(['attested', 'signed', 'remarks'] as const),
] as const;

/** Gives the whole register as a file. */
export function saveBackup({ entries }: RegisterState, say: Strings): void {
  const text = registerToFile(entries.values());
  download(new Blob([text], { type: 'text/plain' }), say('backup-name'));
}

/** Gives the list as it is shown, as a table for spreadsheets. */
export function saveCsv(list: PeopleList, say: Strings): void {
  const heads = COLUMNS.map((name) => say(name));
  const rows = list.fitting().map((person, at) => [at + 1, ...cells(list, person)]);
  download(new Blob([rowsToCsv([heads, ...rows])], { type: 'text/csv' }), say('csv-name'));
}

function cells(list: PeopleList, person: Person): string[] {
  const { name, place, role, state } = list.texts(person);
  const { claim, attested, issued, due } = person;
  return [
    ...[name, role, place],
    ...[claim.on, claim.refreshed, person.state === 'not-yet' ? '' : due].map(officeDay),
    attested ? `${attested.by}, ${officeDay(attested.on)}` : '',
    issued ? officeDay(issued.on) : '',
    state,
  ];
}

/** Puts the list as it is shown into the table for paper, with a column for signatures. */
export function fillPaper(host: HTMLElement, list: PeopleList): void {
  const body = part(host, '.paper tbody');
  const rows = list.fitting().map((person, at) => {
    const row = copied(part<HTMLTemplateElement>(host, 'template.paper-row'));
    const texts = [`${at + 1}`, ...cells(list, person)];
    for (const [index, cell] of [...row.children].entries()) {
      const text = texts[index];
      if (text !== undefined) cell.textContent = text;
    }
    return row;
  });
  refill(body, ...rows);
}
