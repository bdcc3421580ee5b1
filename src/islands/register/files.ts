import { type CountRow, hideSmall, leastShown } from '../../domain/anonymous-counts.ts';
import { type Person, standingsOfPeople } from '../../domain/register-people.ts';
import { placeKey } from '../../domain/register-view.ts';
import { officeDay, rowsToCsv } from '../../exports/register-csv.ts';
import { registerToFile } from '../../exports/register-file.ts';
import { copied, made, part, refill } from '../dom.ts';
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

/** Draws the counts that tell of nobody. */
export function drawCounts(host: HTMLElement, list: PeopleList, { people, index }: RegisterState) {
  const { say } = list;
  part(host, '.counts-few').hidden = people.length >= leastShown;
  const nameless = say('place-none');
  const placeOf = ({ claim }: Person) => index.placeOf(placeKey(claim.place)) || nameless;
  const states = standingsOfPeople.map((state) => say(`state-${state}`));
  // A role or a state of nobody is a row like any other: that it is missing would tell.
  const tables: [string, string[], (person: Person) => string][] = [
    ['role', [...list.roles.values()], ({ claim }) => list.roles.get(claim.role) ?? nameless],
    ['place', [], placeOf],
    ['state', states, (person) => say(`state-${person.state}`)],
  ];
  for (const [name, all, nameOf] of tables) {
    const table = part(host, `[data-counts=${name}]`);
    const found = hideSmall(countsOf(all, people.map(nameOf)));
    table.hidden = found === null;
    if (!found) continue;
    const rows = found.shown.map((row): [string, number] => [row.name, row.count]);
    const { others } = found;
    if (others) rows.push([say('counts-others', { rows: others.rows }), others.count]);
    rows.push([say('counts-total'), people.length]);
    refill(part(table, 'tbody'), ...rows.map(toRow));
  }
}

function toRow([text, count]: [string, number]): HTMLElement {
  const head = made('th', text);
  head.setAttribute('scope', 'row');
  return made('tr', head, made('td', `${count}`));
}

function countsOf(all: readonly string[], names: readonly string[]): CountRow[] {
  const counts = new Map(all.map((name) => [name, 0]));
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count }));
}
