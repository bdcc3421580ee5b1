import type { Nodes } from 'mdast';
import type {} from 'mdast-util-mdx-jsx';
import remarkFrontmatter from 'remark-frontmatter';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { ContentFile, Problem } from '../problem.ts';
import { headProblem, titleProblem, twiceProblem } from './lesson-head.ts';
import { readSigns } from './lesson-signs.ts';
import type { Tag } from './tag.ts';
import type { Value } from './value.ts';
import { readYaml } from './yaml-text.ts';

/** A piece of a lesson's text: a tag with what it holds, a paragraph, a heading, plain text. */
export interface Part {
  /** `tag`, or the name that Markdown gives it: `paragraph`, `heading`, `text`, `list` … */
  kind: string;
  line: number;
  /** Plain text; empty for all but `text`. */
  text: string;
  /** Name of a tag; empty for all else. */
  name: string;
  /** Attributes of a tag by name; null for one without a value or with a command in it. */
  attributes: ReadonlyMap<string, string | null>;
  /** Whether a tag stands within a sentence. */
  isInline: boolean;
  /** Level of a heading; 0 for all else. */
  depth: number;
  parts: Part[];
}

/** A lesson file as the rules read it. */
export interface Lesson {
  path: string;
  module: string;
  lesson: string;
  language: string;
  text: string;
  /** What stands between the two lines `---` at the top. */
  head: Value | undefined;
  /** Place in the text where the head ends, in code units. */
  start: number;
  /** Every well-written tag in the order of the file. */
  tags: Tag[];
  /** The text in pieces; empty where the file is not whole. */
  parts: Part[];
  /** Whether the text could be read from end to end; if not, rules on its structure say nothing. */
  isWhole: boolean;
  problems: Problem[];
}

const HEAD = /^\ufeff?---[ \t]*\r?\n((?:[\s\S]*?\n)?)---[ \t]*(?:\r?\n|$)/;
const parser = unified().use(remarkParse).use(remarkMdx).use(remarkFrontmatter);

/**
 * Reads a lesson file.
 * @param lessThan how “less than” is said in its language, such as `under {amount}`
 */
export function readLesson(
  { path, text }: ContentFile,
  { module, lesson, language }: Pick<Lesson, 'module' | 'lesson' | 'language'>,
  lessThan?: string,
): Lesson {
  const [whole = '', headText] = HEAD.exec(text) ?? [];
  const head = headText === undefined ? undefined : readYaml(path, headText, 1);
  const signs = readSigns(path, text, whole.length, lessThan);
  const broken = head ? undefined : headProblem(path, text);
  const twice = headText === undefined ? undefined : twiceProblem(path, headText);
  const title = headText === undefined ? undefined : titleProblem(path, headText);
  const problems = [
    ...(head?.problems ?? []),
    ...[broken?.problem, twice, title].flatMap((one) => one ?? []),
    ...signs.problems,
  ];
  const body = `${whole.replaceAll(/[^\n]/g, ' ')}${signs.repaired.slice(whole.length)}`;
  const isReadable = signs.isPaired && !broken?.hasHead;
  const { parts, problem } = isReadable ? readParts(path, body) : { parts: [] };
  if (problem) problems.push(problem);
  return {
    ...{ path, module, lesson, language, text, tags: signs.tags, parts, problems },
    ...{ head: head?.value, start: whole.length, isWhole: isReadable && !problem },
  };
}

/**
 * The well-written tags of a lesson's text in the order of its file, without reading the text between them.
 * @param language the language that problems of the writing would be told for
 */
export function lessonTags({ path, text }: ContentFile, language: string): Tag[] {
  const [head = ''] = HEAD.exec(text) ?? [];
  return readSigns(path, text, head.length, language).tags;
}

function readParts(path: string, body: string): { parts: Part[]; problem?: Problem } {
  try {
    return { parts: toPart(parser.parse(body)).parts };
  } catch (error) {
    return { parts: [], problem: parserProblem(path, error) };
  }
}

function toPart(node: Nodes): Part {
  const isTag = node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
  return {
    kind: isTag ? 'tag' : node.type,
    line: node.position?.start.line ?? 1,
    text: node.type === 'text' ? node.value : '',
    name: isTag ? (node.name ?? '') : '',
    attributes: new Map(
      (isTag ? node.attributes : []).map((attribute) => [
        attribute.type === 'mdxJsxAttribute' ? attribute.name : '…',
        'value' in attribute && typeof attribute.value === 'string' ? attribute.value : null,
      ]),
    ),
    isInline: node.type === 'mdxJsxTextElement',
    depth: node.type === 'heading' ? node.depth : 0,
    parts: 'children' in node ? node.children.map(toPart) : [],
  };
}

/** Puts the parser's complaint into words; what remains after the signs are in order is nearly always a tag beside a text. */
function parserProblem(file: string, error: unknown): Problem {
  const { line, reason = '' } = error as { line?: number; reason?: string };
  const [, tag] = /(<[^>`]*>)/.exec(reason) ?? [];
  const [, placeLine] = /\((\d+):\d+/.exec(reason) ?? [];
  return {
    file,
    line: line ?? Number(placeLine ?? 1),
    ...(tag ? { value: tag } : {}),
    message: tag
      ? `The passage that the tag ${tag} opens or closes begins in one paragraph and ends in another.`
      : 'This paragraph cannot be read.',
    instead: tag
      ? `Put ${tag} and its other half on lines of their own, with an empty line before and after.`
      : 'Write it again as plain paragraphs with an empty line between them.',
    why: 'A passage holds whole paragraphs.',
  };
}

/** All parts within the given ones, outer before inner, in the order of the file. */
export function* partsIn(parts: readonly Part[]): Generator<Part> {
  for (const part of parts) {
    yield part;
    yield* partsIn(part.parts);
  }
}

/** The words of a part without its tags, spaces drawn together. */
export function partToText(part: Part): string {
  const pieces = [...partsIn([part])].map(({ kind, text }) =>
    kind === 'text' ? text : kind === 'paragraph' ? ' ' : '',
  );
  return pieces.join('').replaceAll(/\s+/g, ' ').trim();
}
