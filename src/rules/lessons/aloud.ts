import type { Problem } from '../problem.ts';
import { type Content, filesOf, type Named, namedIn } from '../reading/content.ts';
import { fieldOf, listOf } from '../reading/value.ts';

/** Most characters of what one listens for. */
const LONGEST_TICK = 120;

/** Every aloud card is shown by a lesson, and what one listens for is short and named once. */
export function aloudsProblems(content: Content): Problem[] {
  return filesOf(content, 'aloud').flatMap(({ path, module: home, value }) => {
    const lessons = content.lessons.filter(({ module }) => module === home);
    const isPlaced = (id: string) =>
      lessons.some(
        ({ tags, isWhole, text }) =>
          tags.some(({ name, attributes }) => name === 'Aloud' && attributes.get('id') === id) ||
          (!isWhole && text.includes(id)),
      );
    return namedIn(value.items).flatMap((card) => [
      ...(isPlaced(card.id) ? [] : [unplaced(path, card)]),
      ...repeatedTicks(path, card),
      ...longTicks(path, card),
    ]);
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

function repeatedTicks(file: string, { id, entry }: Named): Problem[] {
  const ticks = namedIn(listOf(entry, 'ticks'));
  return ticks
    .filter((tick, at) => ticks.findIndex((other) => other.id === tick.id) < at)
    .map((tick) => ({
      ...{ file, line: tick.line, value: tick.id },
      message: `Two ticks of the aloud card “${id}” have the id “${tick.id}”.`,
      instead: `Give this one an id of its own, for example “${tick.id}-2”.`,
      why: 'Those who review or translate the card name each tick by its id.',
    }));
}

function longTicks(file: string, { id, entry }: Named): Problem[] {
  return listOf(entry, 'ticks').flatMap((tick) =>
    (fieldOf(tick, 'text')?.fields ?? []).flatMap(({ value: { written, line } }) => {
      const length = [...written].length;
      if (length <= LONGEST_TICK) return [];
      return [
        {
          ...{ file, line, value: written },
          message: `A tick of the aloud card “${id}” has ${length} characters.`,
          instead: `Shorten it by ${length - LONGEST_TICK} to ${LONGEST_TICK}: “${written}”`,
          why: 'It is read at a glance, while listening.',
        },
      ];
    }),
  );
}
