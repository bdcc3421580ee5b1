import { tagRule } from '../vocabulary.ts';
import type { Fault } from './fault.ts';
import type { Content } from './reading/content.ts';
import { type Part, partsIn } from './reading/lesson-text.ts';
import { type Row, signatureOf, twinRows } from './twin-cards.ts';

/** Within a card the tags are the same in the same order in every language. */
export function twinTagsFaults(content: Content): Fault[] {
  return twinRows(content).flatMap(([first, twin]) =>
    first.blocks.flatMap(({ part, signature }) => {
      const other = twin.blocks.find((block) => block.signature === signature);
      return other ? cardFaults(first, part, twin, other.part) : [];
    }),
  );
}

/** The first difference; those after it mostly follow from it. */
function cardFaults(first: Row, card: Part, twin: Row, twinCard: Part): Fault[] {
  const [tags, twinTags] = [tagsIn(card), tagsIn(twinCard)];
  const places = Array.from({ length: Math.max(tags.length, twinTags.length) }, (_, at) => at);
  const at = places.find((place) => !isSame(tags[place], twinTags[place]));
  if (at === undefined) return [];
  const [tag, twinTag] = [tags[at], twinTags[at]];
  const expected = tag && signatureOf(tag);
  const found = twinTag && signatureOf(twinTag);
  return [
    {
      ...{ file: twin.lesson.path, line: twinTag?.line ?? twinCard.line },
      ...(found && { value: found }),
      problem: `Tag ${at + 1} of ${signatureOf(card)} is ${found ?? 'missing'} here; in ${first.lesson.path} it is ${expected ?? 'missing'}.`,
      instead: expected
        ? `Write ${expected} here, or correct the other file.`
        : `Take ${found} out, or add it to the other file.`,
      why: 'Both languages teach the same with the same sources, so their tags are the same in the same order.',
    },
  ];
}

/** Tags of the vocabulary; others are told by the law on tags. */
function tagsIn(card: Part): Part[] {
  return [...partsIn(card.parts)].filter(({ kind, name }) => kind === 'tag' && tagRule(name));
}

/** Whether two tags say the same; an attribute that is missing is told by the law on tags. */
function isSame(tag: Part | undefined, twin: Part | undefined): boolean {
  if (!tag || !twin || tag.name !== twin.name) return false;
  return (tagRule(tag.name)?.attributes ?? []).every((key) => {
    const [value, other] = [tag.attributes.get(key), twin.attributes.get(key)];
    return !value || !other || value === other;
  });
}
