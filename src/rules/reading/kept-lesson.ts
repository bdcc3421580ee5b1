import type { Cache } from '../cache.ts';
import type { Lesson, Part } from './lesson-text.ts';
import type { Tag } from './tag.ts';

/** Attributes as JSON can hold them. */
type Pairs = [name: string, value: string | null][];
type KeptTag = Omit<Tag, 'attributes'> & { attributes: Pairs };
type KeptPart = Omit<Part, 'attributes' | 'parts'> & { attributes: Pairs; parts: KeptPart[] };

/**
 * A lesson as it was read before, where its text has not changed.
 * @param inputs everything that the reading depends on
 */
export function keptLesson(cache: Cache, inputs: readonly string[], read: () => Lesson): Lesson {
  const { tags, parts, ...rest } = cache.remember('lesson', inputs, () => {
    const lesson = read();
    return { ...lesson, tags: lesson.tags.map(tagToKept), parts: lesson.parts.map(partToKept) };
  });
  return { ...rest, tags: tags.map(keptToTag), parts: parts.map(keptToPart) };
}

const tagToKept = (tag: Tag): KeptTag => ({ ...tag, attributes: [...tag.attributes] });
const keptToTag = (tag: KeptTag): Tag => ({ ...tag, attributes: new Map(tag.attributes) });

const partToKept = (part: Part): KeptPart => ({
  ...part,
  attributes: [...part.attributes],
  parts: part.parts.map(partToKept),
});
const keptToPart = (part: KeptPart): Part => ({
  ...part,
  attributes: new Map(part.attributes),
  parts: part.parts.map(keptToPart),
});
