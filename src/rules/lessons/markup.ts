import { tagShape, vocabulary } from '../../vocabulary.ts';
import type { Problem } from '../problem.ts';
import type { Content } from '../reading/content.ts';
import { type Lesson, partsIn, partToText } from '../reading/lesson-text.ts';
import { excerpt } from '../reading/sign-problems.ts';

/** What Markdown may hold in a card. */
const ALLOWED = new Set([
  'tag',
  'text',
  'paragraph',
  'heading',
  'list',
  'listItem',
  'strong',
  'emphasis',
  'break',
]);

/** How other things of Markdown are called, and what to write instead. */
const OTHERS: Record<string, [name: string, instead: string]> = {
  image: [
    'A picture',
    'Take it out; a drawing is written <Drawing name="…" alt="…" /> at the end of a card.',
  ],
  link: ['A link', `Take it out; a source is named by its id: ${tagShape(vocabulary.Cite)}`],
  blockquote: [
    'A quotation mark “>” at the beginning of a line',
    `Use the tag for words that are said:\n${vocabulary.Say.example}`,
  ],
  code: ['A computer listing', 'Take out the marks ``` around it.'],
  inlineCode: ['A computer word between ` and `', 'Take out the marks `.'],
  thematicBreak: ['A line of hyphens', 'Take it out; a new idea begins a new card.'],
};

/** A lesson holds no Markdown that a card cannot show. */
export function markupProblems({ lessons }: Content): Problem[] {
  return lessons.flatMap(problemsIn);
}

function problemsIn({ path, parts }: Lesson): Problem[] {
  return [...partsIn(parts)].flatMap((part) => {
    if (ALLOWED.has(part.kind) || part.kind === 'mdxTextExpression') return [];
    const [name, instead] = OTHERS[part.kind] ?? [
      'This piece of text',
      'Write it as a plain paragraph.',
    ];
    const value = partToText(part);
    return {
      ...{ file: path, line: part.line, ...(value ? { value } : {}) },
      message: `${name} stands in the lesson${value ? `: “${excerpt(value)}”` : ''}.`,
      instead,
      why: 'A card holds a heading, paragraphs, lists and the tags of content/README.md.',
    };
  });
}
