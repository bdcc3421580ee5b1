import { type Asked, referral } from '../../src/domain/referral.ts';
import { everyPlace, land, ownContacts } from './land.ts';

/** What the answers are told by, each with its values; all values together are `any`. */
const dimensions = {
  contacts: { 'no own numbers': [], 'own numbers': ownContacts },
  danger: { 'hurt, or perhaps': 'hurt', danger: 'yes', 'no danger': 'no' },
  place: {
    'in Kota City': { state: 'rajasthan', district: 'kota', police: 'kota-city' },
    'in Jhunjhunu': { state: 'rajasthan', district: 'jhunjhunu' },
    'place not known': null,
  },
  home: { 'home not told': null, 'home in Baran': { state: 'rajasthan', district: 'baran' } },
  minor: { 'under 18': 'yes', 'not under 18': 'no', 'age not known': 'unknown' },
  channel: { 'with them': 'in-person', 'in a call': 'call', 'on a post': 'post' },
  hour: Object.fromEntries(Array.from({ length: 24 }, (_, hour) => [`${hour}h`, hour])),
} as const;
type Names = string[][];

/** The text of the golden file: rooms by place, then every list with the answers that lead to it. */
export function goldenText(): string {
  return `Whom to ring: every answer of src/domain/referral.ts, asked from a hostel in Kota.
After a change that is meant, write it anew with DASTAK_GOLDEN=1 npm test -- unit -g "a reviewer has read", and read it.
In brackets: the reason / what is done when nobody answers, as keys of the group "now" in content/ui.

CONTROL ROOMS BY PLACE, danger now, no number supplied

${roomTexts().join('\n')}

LISTS

${listTexts().join('\n\n')}
`;
}

function roomTexts(): string[] {
  const base = { danger: 'yes', home: null, minor: 'no', channel: 'call', hour: 0, contacts: [] };
  const told = Object.entries(everyPlace).map(([name, place]) => {
    const steps = referral({ ...base, place } as Asked, land);
    const rooms = steps.filter(({ whom }) => whom === 'missing-room').map(({ room }) => room);
    const last = name.split(', ').at(-1);
    return { name, last, rooms: rooms.map((room) => room ?? 'the district there') };
  });
  const isOwn = ({ rooms, last }: (typeof told)[number]) => rooms.join() === last;
  return [
    `a room of its own name: ${told
      .filter(isOwn)
      .map(({ last }) => last)
      .join(', ')}`,
    ...told
      .filter((one) => !isOwn(one))
      .map(({ name, rooms }) => `${name}: ${rooms.join(' and ') || 'none'}`),
  ];
}

function listTexts(): string[] {
  const lists = new Map<string, Names[]>();
  for (const names of combinations(
    Object.values(dimensions).map((values) => Object.keys(values)),
  )) {
    const asked = Object.fromEntries(
      Object.entries(dimensions).map(([key, values], index) => [
        key,
        (values as Record<string, unknown>)[names[index] ?? ''],
      ]),
    ) as unknown as Asked;
    const list = listText(asked);
    lists.set(list, [...(lists.get(list) ?? []), names.map((name) => [name])]);
  }
  return [...lists].map(([list, all]) => `${united(all).map(inWords).join('\n')}\n${list}`);
}

function listText(asked: Asked): string {
  const steps = referral(asked, land).map(({ whom, number, room, why, unanswered }, index) => {
    const rung =
      whom === 'missing-room' ? `no number of ${room}: ${number}` : (number ?? 'platform');
    return `${index + 1} ${rung} (${why}${unanswered ? ` / ${unanswered}` : ''})`;
  });
  return steps.map((step) => `  ${step}`).join('\n');
}

function combinations(lists: readonly string[][]): string[][] {
  const [first, ...rest] = lists;
  if (!first) return [[]];
  const others = combinations(rest);
  return first.flatMap((name) => others.map((other) => [name, ...other]));
}

/** Puts answers together that differ in one dimension only, dimension by dimension. */
function united(all: readonly Names[]): Names[] {
  let now = [...all];
  for (const at of Object.keys(dimensions).keys()) {
    const alike = new Map<string, Names>();
    for (const names of now) {
      const key = names.map((name, index) => (index === at ? '' : name.join())).join('|');
      const before = alike.get(key);
      const both = [...(before?.[at] ?? []), ...(names[at] ?? [])];
      alike.set(
        key,
        names.map((name, index) => (index === at ? both : name)),
      );
    }
    now = [...alike.values()];
  }
  return now;
}

function inWords(names: Names): string {
  return Object.values(dimensions)
    .map((values, index) => {
      const named = names[index] ?? [];
      const isHours = '0h' in values;
      if (named.length === Object.keys(values).length) return isHours ? 'any hour' : '';
      return isHours ? spans(named.map((name) => Number.parseInt(name, 10))) : named.join(' or ');
    })
    .filter(Boolean)
    .join(' · ');
}

/** Hours in order as spans, such as `8h-19h`. */
function spans(hours: readonly number[]): string {
  const starts = hours.filter((hour) => !hours.includes(hour - 1));
  const ends = hours.filter((hour) => !hours.includes(hour + 1));
  return starts.map((start, index) => `${start}h-${ends[index]}h`).join(' and ');
}
