import type { LineProblem, YamlError } from './yaml-errors.ts';
import { quoted } from './yaml-lines.ts';

/** The problem of a quotation mark that is never closed; the parser notices it only where the file ends. */
export function unclosedQuote({
  message,
  text,
  offset,
  lineAt,
}: YamlError): LineProblem | undefined {
  const [, sign] = /^Missing closing (["'])quote/.exec(message) ?? [];
  if (!sign) return undefined;
  const found = lastLine(text, offset, (line) => line.split(sign).length % 2 === 0);
  const at = { line: lineAt(found.offset), value: found.line, hidesRest: true } as const;
  const curly = /[“”„‘’]/.exec(found.line.slice(found.line.lastIndexOf(sign)))?.[0];
  if (curly) {
    return {
      ...at,
      message: `A quotation mark ${sign} is opened in this line, and ${curly} does not close it.`,
      instead: `Write ${found.line.replace(/[“”„‘’](?=\s*(?:[,}\]]|$))/, sign)}`,
      why: 'Only the straight mark of the keyboard closes a text that a straight mark has opened.',
    };
  }
  return {
    ...at,
    message: 'A quotation mark is opened in this line and not closed.',
    instead: `Close it where its text ends: ${closedQuote(found.line, sign)}`,
    why: 'Without the closing mark all that follows counts as one text.',
  };
}

/** The problem of a bracket that is never closed. */
export function unclosedBracket({
  message,
  text,
  offset,
  lineAt,
}: YamlError): LineProblem | undefined {
  const [, closing] = /end with a ([\]}])/.exec(message) ?? [];
  if (!closing) return undefined;
  const opening = closing === '}' ? '{' : '[';
  const isOpen = (line: string) => line.split(opening).length > line.split(closing).length;
  const found = lastLine(text, offset, (line) => isOpen(withoutRemark(line)));
  if (found.line === '') return undefined;
  const at = { line: lineAt(found.offset), value: found.line, hidesRest: true } as const;
  if (!isOpen(found.line)) return { ...at, ...remarkInText(found.line) };
  const wrong = /[)\]}]$/.exec(found.line)?.[0];
  if (wrong && wrong !== closing && (wrong !== ')' || !found.line.includes('('))) {
    return {
      ...at,
      message: `The bracket “${opening}” of this line is closed by “${wrong}”.`,
      instead: `Write ${found.line.slice(0, -1)}${closing}`,
      why: `What “${opening}” opens, “${closing}” closes.`,
    };
  }
  return {
    ...at,
    message: `A bracket “${opening}” is opened in this line and not closed.`,
    instead: `Close it where its entries end: ${found.line} ${closing}`,
    why: 'Without the closing bracket all that follows counts as part of it.',
  };
}

/** The line with its quotation mark closed: before the bracket that ends it, if one does. */
function closedQuote(line: string, sign: string): string {
  const [, text = line, end = ''] = /^(.*[{[].*?)(\s*[\]}]+,?)$/.exec(line) ?? [];
  return `${text}${sign}${end}`;
}

/** A line without the remark at its end, as far as quotation marks let one tell. */
const withoutRemark = (line: string) =>
  line.replace(/^((?:[^"'#]|"[^"]*"|\S#|'[^']*')*?)\s#.*$/, '$1');

/** What is said of a text that a “#” has cut. */
export function remarkInText(line: string): Omit<LineProblem, 'line'> {
  const [, key = '', text = ''] =
    /([A-Za-z][\w-]*:|-)\s+([^\s"'{[][^{}[\],]*?\s#[^{}[\],]*?)\s*(?:[,}\]].*)?$/.exec(line) ?? [];
  const remark = /\s(#.*)$/.exec(line)?.[1] ?? '#';
  return {
    message: `All that stands behind “#” in this line is left out: “${remark}”`,
    instead: `If it belongs to the text, put the text in quotes: ${key} ${quoted(text)}\nIf it is a remark, give it a line of its own.`,
    why: 'A space and “#” begin a remark that no learner sees.',
  };
}

/** The last line up to a place that fits; the line of the place itself where none does. */
function lastLine(text: string, offset: number, fits: (line: string) => boolean) {
  let [found, start] = [{ line: '', offset }, 0];
  for (const line of text.slice(0, offset + 1).split('\n')) {
    if (fits(line)) found = { line: line.trim(), offset: start };
    start += line.length + 1;
  }
  return found;
}
