import type { Problem } from '../problem.ts';
import { type Content, namedIn, yamlAt } from '../reading/content.ts';
import { fieldOf, listOf, textsOf } from '../reading/value.ts';
import { type Target, unresolvedProblems } from './unresolved-references.ts';

/** The site's district, the places of its contacts and each district's state stand in `places.yml`. */
export function placesProblems(content: Content): Problem[] {
  const home = 'content/places.yml';
  const places = yamlAt(content, home);
  if (!places) return [];
  const target = (noun: string, list: string): Target => ({
    ...{ noun, home, ids: namedIn(listOf(places, list)).map(({ id }) => id) },
    why: 'The place decides which control room answers.',
  });
  const site = 'content/site.yml';
  const ofSite = [fieldOf(yamlAt(content, site), 'district') ?? []].flat();
  const ofContacts = listOf(yamlAt(content, site), 'contacts').flatMap(
    (entry) => fieldOf(entry, 'place') ?? [],
  );
  const districts = listOf(places, 'districts');
  const rooms = [
    ...[...districts.flatMap((entry) => listOf(entry, 'police')), ...districts],
    ...listOf(places, 'states'),
  ];
  const states = listOf(places, 'districts').flatMap((entry) => fieldOf(entry, 'state') ?? []);
  return [
    ...unresolvedProblems(site, textsOf(ofSite), target('district', 'districts')),
    ...unresolvedProblems(site, textsOf(ofContacts), {
      ...target('place', 'districts'),
      ids: namedIn(rooms).map(({ id }) => id),
    }),
    ...unresolvedProblems(home, textsOf(states), target('state', 'states')),
  ];
}
