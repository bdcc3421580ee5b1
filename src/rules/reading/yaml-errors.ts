import type { Problem } from '../problem.ts';
import { unclosedBracket, unclosedQuote } from './unclosed.ts';
import type { LineAt } from './yaml-nodes.ts';

/** An error of the YAML parser, with the text that it was found in. */
export interface YamlError {
  file: string;
  code: string;
  message: string;
  /** Place in the text, in code units from 0. */
  offset: number;
  text: string;
  lineAt: LineAt;
}

/** What an error's problem says, without its file. */
export type LineProblem = Omit<Problem, 'file'>;

const SIGNS = 'In these files some signs have a job, so a text that holds them stands in quotes.';

/** Puts an error of the YAML parser into words that an editor can act on. */
export function yamlErrorToProblem(error: YamlError): Problem {
  const problem = unclosedQuote(error) ?? unclosedBracket(error) ?? oneLine(error) ?? unread(error);
  return { file: error.file, ...problem };
}

/** Errors that the line itself explains. */
function oneLine({ code, text, offset, lineAt }: YamlError): LineProblem | undefined {
  const line = lineAt(offset);
  const written = lineAround(text, offset);
  const trimmed = written.trim();
  switch (code) {
    case 'TAB_AS_INDENT':
      return {
        line,
        message: 'This line begins with a tab.',
        instead: `Begin it with spaces, two for each step inwards: ${trimmed}`,
        why: 'A tab is as wide as each program likes, so it cannot show what belongs to what.',
      };
    case 'DUPLICATE_KEY': {
      const value = trimmed.replace(/^(- )+/, '').split(':')[0] ?? trimmed;
      return {
        ...{ line, value },
        message: `The key “${value}” stands twice in one entry.`,
        instead: `Keep one line “${value}: …” and take the other out.`,
        why: 'The second line would replace the first without a word.',
      };
    }
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'BLOCK_IN_FLOW':
    case 'MISSING_CHAR':
    case 'MULTILINE_IMPLICIT_KEY':
      return lackingColon(line, trimmed) ?? extraColon(line, trimmed);
    case 'BAD_SCALAR_START':
      return {
        ...{ line, value: trimmed },
        message: 'The text in this line begins with a sign that a text may not begin with.',
        instead: `Put the text in quotes: ${inQuotes(written) ?? quoted(trimmed)}`,
        why: SIGNS,
      };
    case 'BAD_DQ_ESCAPE':
      return {
        ...{ line, value: trimmed },
        message: 'The text in this line holds a backslash that means nothing.',
        instead: `Leave the backslash out: ${trimmed.replaceAll('\\', '')}`,
        why: 'Within double quotes a backslash announces a special sign.',
      };
    case 'UNEXPECTED_TOKEN':
      return {
        ...{ line, value: trimmed },
        message: 'Something stands after a text that has already ended.',
        instead: `If the text holds quotation marks, write them as “ ” within it${curled(written)}`,
        why: 'A text that begins with a quotation mark ends at the next one of the same kind.',
      };
    default:
      return undefined;
  }
}

function unread({ message, text, offset, lineAt }: YamlError): LineProblem {
  const clause = message.replace(/\n[\s\S]*/, '').replace(/[.:]$/, '');
  return {
    ...{ line: lineAt(offset), value: lineAround(text, offset).trim() },
    message: `This line cannot be read: ${clause.charAt(0).toLowerCase()}${clause.slice(1)}.`,
    instead:
      'Compare it with an entry of the same kind in this file: the same spaces in front, a colon and a space after each key.',
    why: 'Spaces at the beginning of a line show what belongs to what.',
  };
}

/** The problem of a key without its colon, or of a colon without its space. */
function lackingColon(line: number, written: string): LineProblem | undefined {
  const [, hyphens = '', key, sign, text] =
    /^((?:- )*)([A-Za-z][\w-]*)(:(?!\s)| (?!:))\s*(\S.*)$/.exec(written) ?? [];
  if (!key || !text) return undefined;
  return {
    ...{ line, value: written },
    message: `After ${sign === ':' ? 'the colon a space' : `the key “${key}” the colon`} is missing.`,
    instead: `Write ${hyphens}${key}: ${text}`,
    why: 'A colon and a space part a key from what belongs to it.',
  };
}

const COLON_IN_LINE = /^((?:- )*[^\s:"'{[]+:)\s+([^\s"'{[|>].*:(?:\s.*)?)$/;
const COLON_IN_BRACKETS =
  /[{,]\s*([^\s:"'{}[\],]+:)\s+([^\s"'{}[\],][^{}[\],]*:(?:\s[^{}[\],]*)?)(?=[},])/;

/** The problem of a text without quotes that holds a colon. */
function extraColon(line: number, written: string): LineProblem | undefined {
  const [, key, text] = COLON_IN_LINE.exec(written) ?? COLON_IN_BRACKETS.exec(written) ?? [];
  if (!key || !text) return undefined;
  return {
    ...{ line, value: written },
    message: 'The text in this line holds a colon followed by a space.',
    instead: `Put the text in quotes: ${key} ${quoted(text)}`,
    why: SIGNS,
  };
}

/** The text in quotes of the kind that it does not hold itself. */
function quoted(text: string): string {
  const trimmed = text.trim();
  return trimmed.includes('"') ? `'${trimmed.replaceAll("'", "''")}'` : `"${trimmed}"`;
}

/** The line of a text that a place belongs to. */
function lineAround(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return text.slice(start, end < 0 ? undefined : end).replace(/\r$/, '');
}

const KEY = String.raw`^\s*((?:- )*[^:\s"'{[]+:)\s+`;

/** `key: a: b` as `key: "a: b"`; undefined where the line is no key with a text. */
function inQuotes(line: string): string | undefined {
  const [, key, text] = new RegExp(`${KEY}(.+)$`).exec(line) ?? [];
  return key && text ? `${key} ${quoted(text)}` : undefined;
}

/** `: key: "a “b” c"` for the line `key: "a "b" c"`; a full stop where nothing can be shown. */
function curled(line: string): string {
  const [, key, text] = new RegExp(`${KEY}["'](.+)["']\\s*$`).exec(line) ?? [];
  if (!key || !text) return '.';
  return `: ${key} "${text.replaceAll(/"([^"]*)"/g, '“$1”').replaceAll('"', '”')}"`;
}
