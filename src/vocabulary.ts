/** What a tag may stand in: the lesson itself, or another tag. */
export type TagParent = 'lesson' | 'Card' | 'For' | 'Say' | 'Avoid' | 'Rule';

/** A tag that an editor may write in a lesson. */
export interface TagRule {
  /** Attributes; each must be written and no other may be. */
  attributes: readonly string[];
  /** Those of the attributes that hold a text of the lesson's language; empty in every language or in none. */
  texts?: readonly string[];
  parents: readonly TagParent[];
  /**
   * `container`: an opening and a closing tag around a passage, each on a line of its own; `block`: one tag on a line of its
   * own; `inline`: one tag within a sentence.
   */
  form: 'container' | 'block' | 'inline';
  /** How it is written. */
  example: string;
  /** The greatest number of words of its text. */
  maxWords?: number;
}

const inBlocks = ['Card', 'For'] as const;
const inSentences = ['Card', 'For', 'Say', 'Avoid', 'Rule'] as const;

/** All the tags of lessons; `content/README.md` explains them to editors. */
export const vocabulary = {
  Card: {
    attributes: ['id'],
    parents: ['lesson'],
    form: 'container',
    example: '<Card id="plate-before-face">\n\n## Look at the plate\n\nText.\n\n</Card>',
  },
  Question: {
    attributes: ['id'],
    parents: ['lesson'],
    form: 'block',
    example: '<Question id="two-changes" />',
  },
  Aloud: {
    attributes: ['id'],
    parents: ['lesson'],
    form: 'block',
    example: '<Aloud id="ask-in-own-words" />',
  },
  For: {
    attributes: ['role'],
    parents: ['Card'],
    form: 'container',
    example: '<For role="warden faculty">\n\nText.\n\n</For>',
  },
  Say: {
    attributes: [],
    parents: inBlocks,
    form: 'container',
    example: '<Say>\n\n"Words."\n\n</Say>',
  },
  Avoid: {
    attributes: [],
    parents: inBlocks,
    form: 'container',
    example: '<Avoid>\n\n"Words."\n\n</Avoid>',
  },
  Rule: {
    attributes: [],
    parents: inBlocks,
    form: 'container',
    example: '<Rule>\n\nText.\n\n</Rule>',
    maxWords: 20,
  },
  Danger: { attributes: [], parents: inBlocks, form: 'block', example: '<Danger />' },
  Drawing: {
    attributes: ['name', 'alt'],
    texts: ['alt'],
    parents: ['Card'],
    form: 'block',
    example: '<Drawing name="tiffin" alt="An open tiffin, its lid beside it." />',
  },
  Cite: {
    attributes: ['id'],
    parents: inSentences,
    form: 'inline',
    example: '<Cite id="federal-dastak-2023" />',
  },
  Helpline: {
    attributes: ['id'],
    parents: inSentences,
    form: 'inline',
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
