import { id as idSchema } from '../../schema/words.ts';
import type { Problem } from '../problem.ts';
import type { Content } from '../reading/content.ts';
import { textToId } from './edit-distance.ts';

/** The ids of cards are written as ids. */
export function cardIdsProblems({ lessons }: Content): Problem[] {
  return lessons.flatMap(({ path, tags }) =>
    tags.flatMap(({ name, attributes, line }) => {
      const id = attributes.get('id');
      if (name !== 'Card' || !id || idSchema.safeParse(id).success) return [];
      return {
        ...{ file: path, line, value: id },
        message: `The card’s id “${id}” is not written as an id.`,
        instead: `Write <Card id="${textToId(id)}">`,
        why: 'Ids are lower-case Latin words joined by hyphens; stored answers and addresses carry them.',
      };
    }),
  );
}
