import { LineCounter, parseDocument, visit } from 'yaml';
import type { Problem } from '../problem.ts';
import { mendLines } from './mend-lines.ts';
import type { Value } from './value.ts';
import { yamlErrorToProblem } from './yaml-errors.ts';
import { lossVisitor } from './yaml-losses.ts';
import { nodeToValue } from './yaml-nodes.ts';

/** What reading a YAML text gives: its value, unless the text cannot be read, and the problems of its writing. */
export interface YamlReading {
  value: Value | undefined;
  problems: Problem[];
}

/**
 * Reads a YAML text.
 * @param file path for the problems
 * @param written the YAML text
 * @param linesBefore lines of the file that stand before the text, for the head of a lesson
 */
export function readYaml(file: string, written: string, linesBefore = 0): YamlReading {
  const { text, problems: slips } = mendLines(file, written, linesBefore);
  const lines = new LineCounter();
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line) + linesBefore;
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    if (document.errors.some(({ code }) => code === 'RESOURCE_EXHAUSTION')) throw new Error();
    const found = document.errors.map(({ code, message, pos }) =>
      yamlErrorToProblem({ file, code, message, offset: pos[0], text, lineAt }),
    );
    const last = found.findIndex(({ hidesRest }) => hidesRest);
    const errors = found
      .slice(0, last < 0 ? undefined : last + 1)
      .map(({ hidesRest: _, ...problem }) => ({ file, ...problem }));
    const losses: Problem[] = [];
    const aliases: Problem[] = [];
    visit(document, {
      Scalar: lossVisitor(text, lineAt, (loss) => losses.push({ file, ...loss })),
      Alias: (_, { range, source }) => {
        aliases.push(aliasProblem(file, lineAt(range?.[0] ?? 0), source));
      },
    });
    // After a repeated key the rest of the file still reads as it was meant.
    const isReadable =
      aliases.length === 0 &&
      last < 0 &&
      document.errors.every(({ code }) => code === 'DUPLICATE_KEY');
    return {
      value: isReadable ? nodeToValue(document.contents, lineAt) : undefined,
      // One slip makes the parser complain several times about the same line.
      problems: [
        ...new Map(
          [...slips, ...errors, ...losses, ...aliases]
            .toReversed()
            .map((problem) => [problem.line, problem]),
        ).values(),
      ],
    };
  } catch {
    // The parser works by recursion, so lists within lists without end exhaust it.
    return { value: undefined, problems: [tooDeep(file, linesBefore + 1)] };
  }
}

function aliasProblem(file: string, line: number, name: string): Problem {
  return {
    file,
    line,
    value: `*${name}`,
    message: `“*${name}” stands for a text written elsewhere.`,
    instead: `Write the text itself; if it is to begin with an asterisk, put it in quotes: "*${name}"`,
    why: 'Each text can be read and reviewed where it stands.',
  };
}

function tooDeep(file: string, line: number): Problem {
  return {
    file,
    line,
    message: 'Brackets stand within brackets too deeply to be read.',
    instead:
      'Take the file back to its last good state and make the change again, a few lines at a time.',
    why: 'A file that cannot be read leaves its part of the course out.',
  };
}
