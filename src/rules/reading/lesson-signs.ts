import type { Problem } from '../problem.ts';
import { meantTag, readBrokenTag } from './broken-tag.ts';
import { angleProblem, braceProblem, commandProblem, remarkProblem } from './sign-problems.ts';
import { lineCounter, type Tag, tagAt } from './tag.ts';
import { closed, unpairedTags } from './tag-pairs.ts';

/** A lesson's text after its signs were looked at. */
export interface Signs {
  /** Every tag in the order of the file, mended where it is clear what was meant. */
  tags: Tag[];
  problems: Problem[];
  /** The text for the parser: line by line as before, without the signs that would stop it. */
  repaired: string;
  /** Whether it is clear where each passage begins and ends. */
  isPaired: boolean;
}

/** A stretch of a text and what stands there instead. */
interface Edit {
  from: number;
  to: number;
  text: string;
}

const BROKEN_TAG = /<\/?[A-Za-z][^<>\n]*>?/y;
const REMARK = /<!--[\s\S]*?(?:-->|$)/y;
const BRACES = /\{[^{}\n]*\}/y;
const COMMAND = /(?<=(?:^|\n[ \t]*\r?\n)[ \t]*)(?:import|export)(?=[ \t{*])/g;

/**
 * Looks at every `<`, `{` and `}` of a lesson, so that one run names all that would stop the parser.
 * @param file path of the lesson
 * @param text its whole text
 * @param start where the text after the head begins, in code units
 * @param lessThan how “less than” is said in its language, for the corrections
 */
export function readSigns(
  file: string,
  text: string,
  start: number,
  lessThan: string | undefined,
): Signs {
  const lineAt = lineCounter(text);
  const signs: Sign[] = [];
  let next = start;
  for (const { index: from, 0: sign } of text.matchAll(/[<{}]/g)) {
    if (from < next) continue;
    const read = readSign({ file, line: lineAt(from), text, from, sign, lessThan });
    next = read.edit.to;
    signs.push(read);
  }
  for (const { index, 0: word } of text.slice(start).matchAll(COMMAND)) {
    const from = start + index;
    const problem = commandProblem(file, lineAt(from), word);
    signs.push({ problem, edit: { from, to: from + word.length, text: '' } });
  }
  const tags = signs.flatMap(({ tag }) => tag ?? []);
  const unpaired = unpairedTags(file, tags);
  const edits = signs.map(({ edit, tag }) => {
    const found = unpaired.find((entry) => tag && entry.tag === tag);
    return found ? { ...edit, text: found.isClear ? closed(found.tag.written) : '' } : edit;
  });
  return {
    tags,
    problems: [
      ...signs.flatMap(({ problem }) => problem ?? []),
      ...unpaired.map(({ problem }) => problem),
    ],
    repaired: edited(text, edits),
    isPaired: unpaired.every(({ isClear }) => isClear) && signs.every(({ isLost }) => !isLost),
  };
}

interface Sign {
  tag?: Tag;
  problem?: Problem;
  edit: Edit;
  /** Whether it may have been a tag of which nothing is known. */
  isLost?: boolean;
}

interface FoundSign {
  file: string;
  line: number;
  text: string;
  from: number;
  sign: string;
  lessThan: string | undefined;
}

function readSign({ file, line, text, from, sign, lessThan }: FoundSign): Sign {
  const edit = (length: number, instead = '') => ({ from, to: from + length, text: instead });
  const match = (pattern: RegExp) => {
    pattern.lastIndex = from;
    return pattern.exec(text)?.[0];
  };
  if (sign !== '<') {
    const braces = match(BRACES) ?? sign;
    return {
      problem: braceProblem(file, line, braces),
      edit: edit(braces.length, braces.slice(1, -1)),
    };
  }
  const tag = tagAt(text, from, line);
  if (tag) return { tag, edit: edit(tag.written.length, corrected(tag)) };
  const remark = match(REMARK);
  if (remark) {
    const lineEnds = remark.replaceAll(/[^\n]/g, '');
    return { problem: remarkProblem(file, line, remark), edit: edit(remark.length, lineEnds) };
  }
  const broken = match(BROKEN_TAG);
  if (!broken) {
    return {
      problem: angleProblem(file, line, text.slice(from, from + 40), lessThan),
      edit: edit(1),
    };
  }
  const { problem, mended } = readBrokenTag(file, line, broken, from);
  if (!mended) return { problem, isLost: true, edit: edit(broken.length) };
  return { problem, tag: mended, edit: edit(broken.length, corrected(mended)) };
}

/** The tag as it is written, under the name that is meant. */
function corrected({ name, written }: Tag): string {
  return written.replace(name, meantTag(name));
}

/** The text with each stretch replaced. */
function edited(text: string, edits: readonly Edit[]): string {
  let result = '';
  let done = 0;
  for (const { from, to, text: instead } of edits.toSorted((a, b) => a.from - b.from)) {
    if (from < done) continue;
    result += text.slice(done, from) + instead;
    done = to;
  }
  return result + text.slice(done);
}

/** The text with spaces in place of all its tags, as long as before. */
export function withoutTags(text: string, tags: readonly Tag[]): string {
  return edited(
    text,
    tags.map(({ start, end }) => ({ from: start, to: end, text: ' '.repeat(end - start) })),
  );
}
