import { moduleFolders } from '../course/modules.ts';
import {
  aloudCards,
  type Content,
  filesOf,
  type Named,
  namedIn,
  quizItems,
} from '../reading/content.ts';
import { type Lesson, partsIn, partToText } from '../reading/lesson-text.ts';
import { fieldOf, listOf, textOf, type Value, walk } from '../reading/value.ts';

/** Something that a professional may have to read. */
export interface ReviewItem {
  /** Its id; a case has that of its file in front, such as `post-lab/p46`. */
  id: string;
  /** Ids that stand for it as well: the lesson of a card, the file of a case. */
  within: readonly string[];
  noun: string;
  file: string;
  line: number;
  /** Its texts, by the language; those of a lesson's card stand in one file for each. */
  texts: readonly { language: string; text: string; file: string; line: number }[];
  /** Reasons that its form gives without its words. */
  given: readonly string[];
}

/** Everything in the content that a professional may have to read, item by item. */
export function reviewItems(content: Content): ReviewItem[] {
  const { languages } = content;
  return [
    ...cardsOf(content),
    ...moduleFolders(content).flatMap((module) => {
      const file = (name: string) => `content/modules/${module}/${name}.yml`;
      const items = (named: readonly Named[] | undefined, path: string, noun: string) =>
        (named ?? []).map(({ id, entry }) => itemOf(id, entry, path, noun, languages));
      return [
        ...items(quizItems(content, module), file('quiz'), 'The question'),
        ...items(aloudCards(content, module), file('aloud'), 'The aloud card'),
      ];
    }),
    ...filesOf(content, 'coordinator').flatMap(({ path, value }) =>
      namedIn(listOf(value, 'parts')).map(({ id, entry }) =>
        itemOf(id, entry, path, 'The part of the guide', languages),
      ),
    ),
    ...filesOf(content, 'scenario').map(({ path, id = '', value }) => ({
      ...itemOf(id, value, path, 'The conversation', languages),
      given:
        fieldOf(value, 'danger')?.written === 'true' || fieldOf(fieldOf(value, 'truths'), 'danger')
          ? ['danger']
          : [],
    })),
    ...(['call', 'relay'] as const).flatMap((kind) =>
      filesOf(content, kind).map(({ path, id = '', value }) => ({
        ...itemOf(id, value, path, `The ${kind}`, languages),
        given: ['danger'],
      })),
    ),
    ...filesOf(content, 'cases').flatMap(({ path, id: set = '', value }) =>
      namedIn(listOf(value, 'cases')).map(({ id, entry }) => ({
        ...itemOf(`${set}/${id}`, entry, path, 'The case', languages),
        within: [set],
        given: [
          ...(textOf(fieldOf(entry, 'right')) === 'now' ? ['danger'] : []),
          ...(listOf(entry, 'signs').some((sign) => textOf(sign) === 'self-harm')
            ? ['injury']
            : []),
        ],
      })),
    ),
  ];
}

function itemOf(
  id: string,
  value: Value,
  file: string,
  noun: string,
  languages: readonly string[],
): ReviewItem {
  const texts = walk(value).flatMap(({ value: part, path }) => {
    const key = path.at(-1);
    const text = textOf(part);
    const language = languages.find((one) => one === key);
    return text && language ? [{ language, text, file, line: part.line }] : [];
  });
  return { id, within: [], noun, file, line: value.line, texts, given: [] };
}

const NUMBERS: Readonly<Record<string, string>> = {
  emergency: 'danger',
  ambulance: 'injury',
  child: 'minors',
};

/** The cards of all lessons; the same card of another language is the same item. */
function cardsOf({ lessons }: Content): ReviewItem[] {
  const cards = new Map<string, ReviewItem>();
  for (const lesson of lessons)
    for (const part of lesson.parts) {
      const id = part.attributes.get('id');
      if (part.name !== 'Card' || !id) continue;
      const card = cardOf(lesson, id, part);
      const known = cards.get(id);
      cards.set(id, known ? { ...known, texts: [...known.texts, ...card.texts] } : card);
    }
  return [...cards.values()];
}

function cardOf(
  { lesson, language, path: file }: Lesson,
  id: string,
  part: Lesson['parts'][number],
): ReviewItem {
  const tags = [...partsIn(part.parts)].filter(({ kind }) => kind === 'tag');
  const numbers = tags.filter(({ name }) => name === 'Helpline');
  const given = [
    ...(tags.some(({ name }) => name === 'Danger') ? ['danger', 'injury'] : []),
    ...numbers.flatMap(({ attributes }) => NUMBERS[attributes.get('id') ?? ''] ?? []),
  ];
  const texts = [...partsIn(part.parts)]
    .filter(({ kind }) => kind === 'paragraph' || kind === 'heading')
    .map((one) => ({ language, text: partToText(one), file, line: one.line }));
  return { id, within: [lesson], noun: 'The card', file, line: part.line, texts, given };
}
