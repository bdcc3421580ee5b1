import { tagRule } from '../../vocabulary.ts';
import type { Problem } from '../problem.ts';
import type { Content } from '../reading/content.ts';
import { type Part, partsIn } from '../reading/lesson-text.ts';
import { counterpartRows, type Row, signatureOf } from './cards.ts';

/** Within a card the tags are the same in the same order in every language. */
export function tagsParityProblems(content: Content): Problem[] {
  return counterpartRows(content).flatMap(([first, counterpart]) =>
    first.blocks.flatMap(({ part, signature }) => {
      const other = counterpart.blocks.find((block) => block.signature === signature);
      return other ? cardProblems(first, part, counterpart, other.part) : [];
    }),
  );
}

/** The first difference; those after it mostly follow from it. */
function cardProblems(first: Row, card: Part, counterpart: Row, counterpartCard: Part): Problem[] {
  const [tags, tagsParity] = [tagsIn(card), tagsIn(counterpartCard)];
  const places = Array.from({ length: Math.max(tags.length, tagsParity.length) }, (_, at) => at);
  const at = places.find((place) => !isSame(tags[place], tagsParity[place]));
  if (at === undefined) return [];
  const [tag, counterpartTag] = [tags[at], tagsParity[at]];
  const expected = tag && signatureOf(tag);
  const found = counterpartTag && signatureOf(counterpartTag);
  return [
    {
      ...{ file: counterpart.lesson.path, line: counterpartTag?.line ?? counterpartCard.line },
      ...(found && { value: found }),
      message: `Tag ${at + 1} of ${signatureOf(card)} is ${found ?? 'missing'} here; in ${first.lesson.path} it is ${expected ?? 'missing'}.`,
      instead: expected
        ? `Write ${expected} here, or correct the other file.`
        : `Take ${found} out, or add it to the other file.`,
      why: 'Both languages teach the same with the same sources, so their tags are the same in the same order.',
    },
  ];
}

/** Tags of the vocabulary; others are reported by the rule on tags. */
function tagsIn(card: Part): Part[] {
  return [...partsIn(card.parts)].filter(({ kind, name }) => kind === 'tag' && tagRule(name));
}

/** Whether two tags say the same; an attribute that is missing is reported by the rule on tags. */
function isSame(tag: Part | undefined, counterpart: Part | undefined): boolean {
  if (!tag || !counterpart || tag.name !== counterpart.name) return false;
  const { attributes = [], texts = [] } = tagRule(tag.name) ?? {};
  return attributes.every((key) => {
    const [value, other] = [tag.attributes.get(key), counterpart.attributes.get(key)];
    if (texts.includes(key)) return !value === !other;
    return !value || !other || value === other;
  });
}
