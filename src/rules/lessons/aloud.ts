import type { Problem } from '../problem.ts';
import { type Content, filesOf, type Named, namedIn } from '../reading/content.ts';

/** Every aloud card is shown by a lesson. */
export function aloudsProblems(content: Content): Problem[] {
  return filesOf(content, 'aloud').flatMap(({ path, module: home, value }) => {
    const lessons = content.lessons.filter(({ module }) => module === home);
    const isPlaced = (id: string) =>
      lessons.some(
        ({ tags, isWhole, text }) =>
          tags.some(({ name, attributes }) => name === 'Aloud' && attributes.get('id') === id) ||
          (!isWhole && text.includes(id)),
      );
    return namedIn(value.items)
      .filter(({ id }) => !isPlaced(id))
      .map((card) => unplaced(path, card));
  });
}

function unplaced(file: string, { id, line }: Named): Problem {
  return {
    ...{ file, line, value: id },
    message: `No lesson of the module shows the aloud card “${id}”.`,
    instead: `Write <Aloud id="${id}" /> into a lesson, in every language, or take the card out.`,
    why: 'A card that no lesson shows is never seen.',
  };
}
