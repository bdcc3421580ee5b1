import { idHash20 } from '../../domain/id-hash.ts';
import type { Problem } from '../problem.ts';
import type { Content } from '../reading/content.ts';
import { type IdOwner, idOwners, takenNames } from './id-owners.ts';

/** No two ids share the short form under which a resume code carries them. */
export function idHashesProblems(content: Content): Problem[] {
  const settings = [...takenNames(content).keys()].map(
    (id): IdOwner => ({ id, file: '', line: 0, noun: '', module: '' }),
  );
  const byForm = new Map<number, IdOwner>();
  return [...settings, ...idOwners(content)].flatMap((owner) => {
    const { id, file, line, noun } = owner;
    const other = byForm.get(idHash20(id));
    if (!other) byForm.set(idHash20(id), owner);
    if (!other || other.id === id) return [];
    return {
      ...{ file, line, value: id },
      message: `${noun} “${id}” has the same short form as “${other.id}”.`,
      instead: `Give it another id, for example “${freeName(id, byForm)}”.`,
      why: 'A resume code carries ids in a short form, and each short form must mean one thing.',
    };
  });
}

function freeName(id: string, byForm: ReadonlyMap<number, IdOwner>): string {
  let count = 2;
  while (byForm.has(idHash20(`${id}-${count}`))) count += 1;
  return `${id}-${count}`;
}
