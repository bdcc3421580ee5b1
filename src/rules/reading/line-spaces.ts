import type { LineProblem, YamlError } from './yaml-errors.ts';
import { spacesBefore, spacesInWords } from './yaml-lines.ts';

/** The key of a line, with its hyphens: `text`, `- id`; only a hyphen for an entry without one. */
const KEY = /^ *((?:- )*)(?:([A-Za-z][\w-]*):(?:\s|$))?/;

interface Line {
  /** From 1, within the text. */
  line: number;
  key: string;
  spaces: number;
  text: string;
}

/**
 * The problem of a line that has other spaces in front than the lines like it: those with the same key, or else the
 * lines around it. The parser notices some such lines one line early.
 */
export function spacesSlip({ text, offset, lineAt }: YamlError): LineProblem | undefined {
  const first = text.slice(0, offset).split('\n').length;
  const lines = keyLines(text);
  for (const line of [first, first + 1]) {
    const slip = lines.find((one) => one.line === line);
    const right = slip && rightSpaces(slip, lines);
    if (!slip || right === undefined) continue;
    const shown = `“${slip.text}”`;
    return {
      ...{ line: lineAt(offset) + line - first, value: slip.text, hidesRest: true },
      message: `This line begins with ${spacesInWords(slip.spaces)}, and the lines like it with ${spacesInWords(right)}.`,
      instead:
        right === 0
          ? `Take away what stands before ${shown}.`
          : `Put ${spacesInWords(right)} in front of ${shown}.`,
      why: 'Spaces at the beginning of a line show what belongs to what.',
    };
  }
  return undefined;
}

function keyLines(text: string): Line[] {
  return text.split('\n').flatMap((written, index) => {
    const [, hyphens = '', name = ''] = KEY.exec(written) ?? [];
    if (!hyphens && !name) return [];
    const shown = written.trim().slice(0, 60);
    const key = `${hyphens}${name}`;
    return [{ line: index + 1, key, spaces: spacesBefore(written), text: shown }];
  });
}

/** The spaces that a line should have; undefined where those that it has are right or nothing tells. */
function rightSpaces(slip: Line, lines: readonly Line[]): number | undefined {
  const others = lines.filter((one) => one !== slip);
  const same = others.filter(({ key }) => key === slip.key);
  const at = others.findIndex(({ line }) => line > slip.line);
  const around = (at < 0 ? others.slice(-1) : [others[at - 1], others[at]]).flatMap(
    (one) => one ?? [],
  );
  const candidates = (same.length > 0 ? same : around).map(({ spaces }) => spaces);
  if (candidates.length === 0 || candidates.includes(slip.spaces)) return undefined;
  const far = (spaces: number) => Math.abs(spaces - slip.spaces);
  const often = (spaces: number) => candidates.filter((one) => one === spaces).length;
  return candidates.toSorted((a, b) => far(a) - far(b) || often(b) - often(a))[0];
}

/** How many spaces are right in front of the line at a place, which begins with tabs. */
export function spacesForTab(text: string, offset: number): number {
  const at = text.slice(0, offset).split('\n').length;
  const own = keyLines(text.replaceAll(/^[ \t]+/gm, (front) => front.replaceAll('\t', '  ')));
  const slip = own.find(({ line }) => line === at);
  const others = keyLines(text.replaceAll(/^ *\t/gm, '#'));
  if (!slip) return 2;
  if (slip.key.startsWith('-')) return rightSpaces(slip, [...others, slip]) ?? slip.spaces;
  const above = others.findLast(({ line }) => line < at);
  const below = others.find(({ line }) => line > at);
  const columns = [above, below].flatMap((one) => (one ? [column(one)] : []));
  return columns.toSorted((a, b) => Math.abs(a - slip.spaces) - Math.abs(b - slip.spaces))[0] ?? 0;
}

/** Where the key of a line begins. */
const column = ({ spaces, key }: Line) => spaces + key.length - key.replace(/^(?:- )+/, '').length;

/** How many spaces belong in front of what has run on behind another line, e.g. `- id: c`. */
export function spacesForNext(next: string, text: string, offset: number): number {
  const lines = keyLines(text);
  const at = text.slice(0, offset).split('\n').length;
  const own = lines.find(({ line }) => line === at);
  const [added] = keyLines(next);
  if (!own || !added) return 0;
  if (!added.key.startsWith('-')) return column(own);
  const like = lines.filter(({ key }) => key === added.key).map(({ spaces }) => spaces);
  return like.filter((spaces) => spaces < column(own)).toSorted((a, b) => b - a)[0] ?? own.spaces;
}
