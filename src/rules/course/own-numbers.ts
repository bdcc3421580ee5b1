import { isStale } from '../../domain/ledger.ts';
import { neededKinds } from '../../domain/referral.ts';
import { found, type Problem } from '../problem.ts';
import { type Content, type Named, namedIn, yamlAt } from '../reading/content.ts';
import { fieldOf, listOf, textOf } from '../reading/value.ts';

const FILE = 'content/site.yml';
const WHY_NEEDED =
  'At night the nearest people are rung first; a page cannot look their numbers up.';
const WHY_FRESH =
  'Numbers change and telephones go dead; one that nobody has rung lately is a guess.';
const WHY_ROOM = 'Two police districts have two control rooms; the wrong one loses time.';

/** Whether an institution has put its name to this site, which makes it a deployment. */
export function isDeployment(content: Content): boolean {
  const name = fieldOf(yamlAt(content, FILE), 'institution');
  return name !== undefined && name.kind !== 'empty';
}

/**
 * What is missing or stale among the numbers of a deployment; one problem a number.
 * @param today the day of the check, such as `2026-11-23`
 * @returns nothing where no institution stands in `site.yml`, or the file cannot be read
 */
export function ownNumbersProblems(content: Content, today: string): Problem[] {
  if (!isDeployment(content)) return [];
  const site = yamlAt(content, FILE);
  const contacts = namedIn(listOf(site, 'contacts'));
  const line = fieldOf(site, 'contacts')?.line ?? 1;
  const kinds = contacts.map(({ entry }) => textOf(fieldOf(entry, 'kind')));
  const missing = neededKinds
    .filter((group) => !group.some((kind) => kinds.includes(kind)))
    .map((group) => ({
      ...{ file: FILE, line, value: group[0] ?? '' },
      message: `No number of the kind ${group.join(' or ')} stands among the contacts.`,
      instead: `Ring it, then add:\n\n  - id: our-${group[0]}\n    kind: ${group[0]}\n    name: { hi: …, en: … }\n    number: "…"\n    tested: { by: "Name, post", on: "${today}" }`,
      why: WHY_NEEDED,
    }));
  return [
    ...missing,
    ...contacts.flatMap((contact) => [
      ...staleProblem(contact, today),
      ...roomProblem(content, contact),
    ]),
  ];
}

/**
 * The numbers of a deployment that were last rung too long ago.
 * @param today the day of the check, such as `2026-11-23`
 */
export function staleNumbersProblems(content: Content, today: string): Problem[] {
  if (!isDeployment(content)) return [];
  const contacts = namedIn(listOf(yamlAt(content, FILE), 'contacts'));
  return contacts.flatMap((contact) => staleProblem(contact, today));
}

function staleProblem({ id, entry }: Named, today: string): Problem[] {
  const on = fieldOf(fieldOf(entry, 'tested'), 'on');
  return found(
    on &&
      isStale(on.written, today) && {
        ...{ file: FILE, line: on.line, value: on.written },
        message: `The number “${id}” was last rung on ${on.written}, more than 90 days ago.`,
        instead: `Ring it again by day, at about 22:00 and at about 02:00, and write on: "${today}"`,
        why: WHY_FRESH,
      },
  );
}

function roomProblem(content: Content, { id, entry, line }: Named): Problem[] {
  const rooms = textOf(fieldOf(entry, 'kind')) === 'control-room' ? divided(content) : [];
  const place = textOf(fieldOf(entry, 'place'));
  if (rooms.length < 2 || (place && place !== districtOf(content))) return [];
  return [
    {
      ...{ file: FILE, line, value: id },
      message: `The control room “${id}” does not say for which police district it answers.`,
      instead: `Write place: ${rooms.join(' or place: ')}`,
      why: WHY_ROOM,
    },
  ];
}

const districtOf = (content: Content) => textOf(fieldOf(yamlAt(content, FILE), 'district'));

/** The police districts of the site's district. */
function divided(content: Content): string[] {
  const districts = namedIn(listOf(yamlAt(content, 'content/places.yml'), 'districts'));
  const own = districts.find(({ id }) => id === districtOf(content));
  return namedIn(listOf(own?.entry, 'police')).map(({ id }) => id);
}
