import type { LineProblem, YamlError } from './yaml-errors.ts';

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
  return {
    ...{ line: lineAt(found.offset), value: found.line },
    message: 'A quotation mark is opened in this line and not closed.',
    instead: `Close it where its text ends: ${found.line}${sign}`,
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
  const found = lastLine(text, offset, isOpen);
  if (found.line === '') return undefined;
  return {
    ...{ line: lineAt(found.offset), value: found.line },
    message: `A bracket “${opening}” is opened in this line and not closed.`,
    instead: `Close it where its entries end: ${found.line} ${closing}`,
    why: 'Without the closing bracket all that follows counts as part of it.',
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
