import { isMap, isPair, isScalar, isSeq, type Scalar } from 'yaml';
import { remarkInText } from './unclosed.ts';
import type { LineProblem } from './yaml-errors.ts';
import { lineAround, quoted } from './yaml-lines.ts';
import type { LineAt } from './yaml-nodes.ts';

const SIGNS = 'In these files some signs have a job, so a text that holds them stands in quotes.';
/**
 * What the parser would leave out, or take for something else, without a word: texts that a “#” cuts or that begin
 * with `&` or `!`, entries that run on into the next line, quotation marks that swallow lines.
 * @param add takes each of them; called while the document is visited
 */
export function lossVisitor(
  text: string,
  lineAt: LineAt,
  add: (loss: LineProblem) => void,
): (key: unknown, scalar: Scalar, path: readonly unknown[]) => void {
  return (key, scalar, path) => {
    if (!scalar.range || scalar.type?.startsWith('BLOCK')) return;
    const parent = path.at(-1);
    const words =
      (key === 'key' ? signBeforeKey(scalar) : cutByRemark(scalar, text)) ??
      beginsWithSign(scalar, parent, text) ??
      runsOn(scalar, text, positionOf(parent, path.at(-2)));
    if (words) add({ line: lineAt(scalar.range[0]), ...words });
  };
}

type Words = Omit<LineProblem, 'line'> | undefined;

function cutByRemark({ type, value, range }: Scalar, text: string): Words {
  if (type !== 'PLAIN' || typeof value !== 'string' || !range) return undefined;
  const next = text.charAt(range[1]);
  if ((next !== ' ' && next !== '\t') || !/^[ \t]+#/.test(text.slice(range[1]))) return undefined;
  return remarkInText(lineAround(text, range[0]).trim());
}

function signBeforeKey({ tag, anchor, value }: Scalar): Words {
  const sign = anchor ? `&${anchor}` : tag?.startsWith('!') ? tag : undefined;
  if (sign === undefined) return undefined;
  return {
    message: `“${sign}” stands before the key “${value}” and would be left out.`,
    instead: `Take “${sign}” out, so that the entry begins with ${value}:`,
    why: SIGNS,
  };
}

function beginsWithSign({ tag, anchor, range }: Scalar, parent: unknown, text: string): Words {
  if (!range || (!anchor && !tag?.startsWith('!'))) return undefined;
  const name = isPair(parent) && isScalar(parent.key) ? `${parent.key.value}: ` : '- ';
  const rest = lineAround(text, range[0]).trim();
  const [, whole = rest] = /([&!]\S*(?:\s[^{}[\],]*)?)/.exec(rest) ?? [];
  const sign = whole.charAt(0);
  return {
    message: `This text begins with “${sign}”, so its first word would be left out: “${whole.trim()}”`,
    instead: `Put the text in quotes: ${name}${quoted(whole)}`,
    why: SIGNS,
  };
}

/** What a text is, as far as it tells how lines below it are read: an entry of a list, a value under its key, or another. */
type Position = 'entry' | 'value' | 'other';

function positionOf(parent: unknown, above: unknown): Position {
  if (isSeq(parent) && !parent.flow) return 'entry';
  return isPair(parent) && isMap(above) && !above.flow ? 'value' : 'other';
}

function runsOn({ type, range }: Scalar, text: string, position: Position): Words {
  const end = range ? text.indexOf('\n', range[0]) : -1;
  if (!range || end < 0 || end >= range[1]) return undefined;
  const [first = '', ...more] = text.slice(range[0], range[1]).trimEnd().split(/\r?\n/);
  if (more.length === 0) return undefined;
  if (type === 'PLAIN') {
    const next = more.find((line) => line.trim() !== '')?.trim() ?? '';
    if (position !== 'entry') return undefined;
    return {
      message: `Two lines are read as one text: “${first.trim()} ${next}”`,
      instead: `If the second is an entry of its own, put a hyphen before it: - ${next}\nIf both are one text, write it on one line: - ${first.trim()} ${next}`,
      why: 'An entry of a list begins with a hyphen.',
    };
  }
  // Below a key the parser takes only lines that stand deeper, as whoever wraps a long text writes them.
  if (position === 'value' && first.length > 1) return undefined;
  const swallowed = more.find((line) => /^\s*(?:- )*[A-Za-z][\w-]*:(?:\s|$)/.test(line));
  if (!swallowed) return undefined;
  return {
    message: `A quotation mark that is opened in this line swallows the next ones: “${swallowed.trim()}”`,
    instead: `Close it where its text ends: ${first}${first.charAt(0)}`,
    why: 'Without the closing mark all that follows counts as one text.',
  };
}
