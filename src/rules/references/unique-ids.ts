import type { Problem } from '../problem.ts';
import type { Content } from '../reading/content.ts';
import { type IdOwner, idOwners, takenNames } from './id-owners.ts';

/** Modules, lessons, cards, questions and conversations never share an id, nor take a name of the site's own. */
export function uniqueIdsProblems(content: Content): Problem[] {
  const first = new Map<string, IdOwner>();
  const owners = idOwners(content);
  const taken = takenNames(content);
  for (const owner of owners) if (!first.has(owner.id)) first.set(owner.id, owner);
  return owners.flatMap((one) => {
    const { id, file, line, noun, module } = one;
    const owner = first.get(id);
    const own = taken.get(id);
    if (!own && (!owner || owner === one)) return [];
    const better = id.startsWith(module) ? `${id}-2` : `${module}-${id}`;
    const fresh = [better, `${better}-2`].find((name) => !first.has(name));
    return {
      ...{ file, line, value: id },
      message: `${noun} “${id}” has the id of ${own ?? `${owner?.noun.toLowerCase()} in ${owner?.file}:${owner?.line}`}.`,
      instead: `Give it an id of its own, for example “${fresh ?? `${better}-3`}”.`,
      why: 'Stored answers refer to ids alone, so each id means one thing in the whole course, for ever.',
    };
  });
}
