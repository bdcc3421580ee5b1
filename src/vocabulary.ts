/** Where a tag may stand: straight in the lesson, or within another tag. */
export type Place = 'lesson' | 'Card' | 'For' | 'Say' | 'Avoid' | 'Rule';

/** A tag that an editor may write in a lesson. */
export interface TagRule {
  /** Attributes; each must be written and no other may be. */
  attributes: readonly string[];
  /** Those of the attributes that hold a text of the lesson's language; empty in every language or in none. */
  texts?: readonly string[];
  where: readonly Place[];
  /** `around` a passage, its two halves on lines of their own; a `line` of its own; or a `word` within a sentence. */
  form: 'around' | 'line' | 'word';
  /** How it is written. */
  example: string;
  /** Most words of its text. */
  mostWords?: number;
}

const within = ['Card', 'For'] as const;
const inSentences = ['Card', 'For', 'Say', 'Avoid', 'Rule'] as const;

/** All the tags of lessons; `content/README.md` explains them to editors. */
export const vocabulary = {
  Card: {
    attributes: ['id'],
    where: ['lesson'],
    form: 'around',
    example: '<Card id="plate-before-face">\n\n## Look at the plate\n\nText.\n\n</Card>',
  },
  Question: {
    attributes: ['id'],
    where: ['lesson'],
    form: 'line',
    example: '<Question id="two-changes" />',
  },
  Aloud: {
    attributes: ['id'],
    where: ['lesson'],
    form: 'line',
    example: '<Aloud id="ask-in-own-words" />',
  },
  For: {
    attributes: ['role'],
    where: ['Card'],
    form: 'around',
    example: '<For role="warden faculty">\n\nText.\n\n</For>',
  },
  Say: { attributes: [], where: within, form: 'around', example: '<Say>\n\n"Words."\n\n</Say>' },
  Avoid: {
    attributes: [],
    where: within,
    form: 'around',
    example: '<Avoid>\n\n"Words."\n\n</Avoid>',
  },
  Rule: {
    attributes: [],
    where: within,
    form: 'around',
    example: '<Rule>\n\nText.\n\n</Rule>',
    mostWords: 20,
  },
  Danger: { attributes: [], where: within, form: 'line', example: '<Danger />' },
  Drawing: {
    attributes: ['name', 'alt'],
    texts: ['alt'],
    where: ['Card'],
    form: 'line',
    example: '<Drawing name="tiffin" alt="An open tiffin, its lid beside it." />',
  },
  Cite: {
    attributes: ['id'],
    where: inSentences,
    form: 'word',
    example: '<Cite id="federal-dastak-2023" />',
  },
  Helpline: {
    attributes: ['id'],
    where: inSentences,
    form: 'word',
    example: '<Helpline id="emergency" />',
  },
} as const satisfies Record<string, TagRule>;

/** The name of a tag of lessons. */
export type TagName = keyof typeof vocabulary;

/** The rule of a tag, or undefined for a name that is no tag of lessons. */
export function tagRule(name: string): TagRule | undefined {
  return Object.hasOwn(vocabulary, name) ? vocabulary[name as TagName] : undefined;
}

/** How a tag is written, with “…” for the values that belong to the example alone, so that nobody takes them over. */
export function tagShape({ example }: TagRule): string {
  return example.replaceAll(/="[^"]*"/g, '="…"');
}
