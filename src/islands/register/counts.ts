import { type CountRow, hideSmall, leastShown } from '../../domain/anonymous-counts.ts';
import { type Person, standingsOfPeople } from '../../domain/register-people.ts';
import { placeKey } from '../../domain/register-view.ts';
import { made, part, refill } from '../dom.ts';
import type { PeopleList } from './people.ts';
import type { RegisterState } from './register-state.ts';

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
