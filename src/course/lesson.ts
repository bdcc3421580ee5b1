import { lessonTags, readLesson } from '../rules/reading/lesson-text.ts';

/** A lesson's text as its collection holds it: the id, `<module>/<lesson>.<language>`, and all that stands below the head. */
export interface LessonText {
  id: string;
  body?: string | undefined;
}

/** A piece of a lesson's text as its page draws it: HTML, or a tag with what it holds. */
export type Piece = string | { tag: string; attributes: Record<string, string>; pieces: Piece[] };

/**
 * The text of a lesson in one language, as its collection holds it.
 * @throws Error where it could not be read
 */
export function lessonToPieces({ rendered, filePath }: DrawnLesson): Piece[] {
  if (rendered?.html) return JSON.parse(rendered.html) as Piece[];
  throw new Error(`${filePath} cannot be drawn. ${rendered?.metadata?.['fault']}`);
}

interface DrawnLesson {
  rendered?: { html: string; metadata?: Readonly<Record<string, unknown>> | undefined } | undefined;
  filePath?: string | undefined;
}

/** Ids of a lesson's cards of all kinds, in the order of its file. */
export const cardsIn = (text: LessonText): string[] => idsIn(text, ['Card', 'Question', 'Aloud']);

/** Ids in tags of some names, in the order of the lesson's file. */
export function idsIn(text: LessonText, names: readonly string[]): string[] {
  return lessonTags(toFile(text), languageOf(text)).flatMap(({ name, attributes }) => {
    const id = attributes.get('id');
    return id && names.includes(name) ? [id] : [];
  });
}

/** A lesson's text in each of its languages, in pieces. */
export const lessonToParts = ({ texts }: { texts: Readonly<Record<string, LessonText>> }) =>
  Object.fromEntries(
    Object.entries(texts).map(([language, text]) => [
      language,
      readLesson(toFile(text), { module: '', lesson: text.id, language }),
    ]),
  );

/** The text as a file, whose head Astro has taken off. */
const toFile = ({ id, body = '' }: LessonText) => ({
  path: `content/modules/${id}.mdx`,
  text: `---\n---\n${body}`,
});

const languageOf = ({ id }: LessonText) => id.slice(id.lastIndexOf('.') + 1);
