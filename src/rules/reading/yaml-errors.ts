import type { Problem } from '../problem.ts';
import { spacesForTab, spacesSlip } from './line-spaces.ts';
import { unclosedBracket, unclosedQuote } from './unclosed.ts';
import { curled, inQuotes, lineAround, quoted, spacesBefore, spacesInWords } from './yaml-lines.ts';
import type { LineAt } from './yaml-nodes.ts';
import { lineSlip } from './yaml-slips.ts';

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
export interface LineProblem extends Omit<Problem, 'file'> {
  /** Whether nothing that follows is read as it was meant, so that further errors would only confuse. */
  hidesRest?: true;
}

const SIGNS = 'In these files some signs have a job, so a text that holds them stands in quotes.';

/** Puts an error of the YAML parser into words that an editor can act on. */
export function yamlErrorToProblem(error: YamlError): LineProblem {
  return (
    unclosedQuote(error) ??
    (error.message.includes('end with a') ? unclosedBracket(error) : undefined) ??
    lineSlip(error) ??
    (POSITIONS.has(error.code) ? spacesSlip(error) : undefined) ??
    oneLine(error) ??
    unread(error)
  );
}

/** What the parser calls a line that stands too far left or right. */
const POSITIONS = new Set([
  ...['BAD_INDENT', 'BLOCK_AS_IMPLICIT_KEY', 'MISSING_CHAR', 'IMPOSSIBLE'],
  ...['UNEXPECTED_TOKEN', 'MULTILINE_IMPLICIT_KEY'],
]);

/** Errors that the line itself explains. */
function oneLine({ code, text, offset, lineAt }: YamlError): LineProblem | undefined {
  const line = lineAt(offset);
  const written = lineAround(text, offset);
  const trimmed = written.trim();
  switch (code) {
    case 'TAB_AS_INDENT':
      return {
        line,
        hidesRest: true,
        message: 'This line begins with a tab.',
        instead: withoutTab(trimmed, spacesForTab(text, offset)),
        why: 'A tab is as wide as each program likes, so it cannot show what belongs to what.',
      };
    case 'DUPLICATE_KEY':
      return lackingHyphen(line, trimmed, text) ?? twice(line, text, offset);
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
      if (!/["'].*["']/.test(trimmed) || curled(written) === '.') return undefined;
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

/** What to do with a line that begins with a tab. */
function withoutTab(line: string, spaces: number): string {
  return spaces === 0
    ? `Take the tab away, so that nothing stands before “${line}”.`
    : `Delete what stands before “${line}” and put ${spacesInWords(spaces)} there.`;
}

/** The problem of a key that stands twice in one entry. */
function twice(line: number, text: string, offset: number): LineProblem {
  const [value = ''] = /^[^\s:]+/.exec(text.slice(offset)) ?? [];
  return {
    ...{ line, value },
    message: `The key “${value}” stands twice in one entry.`,
    instead: `Keep one “${value}: …” and take the other out, or give it its own name.`,
    why: 'The second would replace the first without a word.',
  };
}

/** The problem of an entry that has lost its hyphen, so that its keys count as those of the entry before it. */
function lackingHyphen(line: number, trimmed: string, text: string): LineProblem | undefined {
  const [, key] = /^([A-Za-z][\w-]*):/.exec(trimmed) ?? [];
  const entries = text.split('\n').filter((other) => other.trim().startsWith(`- ${key}:`));
  const spaces = spacesBefore(entries.at(-1) ?? '');
  if (!key || entries.length === 0) return undefined;
  return {
    ...{ line, value: trimmed, hidesRest: true },
    message: `The key “${key}” stands twice in one entry, since the hyphen of the next entry is missing.`,
    instead: `Put ${spacesInWords(spaces)}, a hyphen and a space in front of “${trimmed}”, as in the entries around it.`,
    why: 'A hyphen and a space begin an entry of a list.',
  };
}

function unread({ text, offset, lineAt }: YamlError): LineProblem {
  return {
    ...{ line: lineAt(offset), value: lineAround(text, offset).trim(), hidesRest: true },
    message: 'This line does not fit the lines around it.',
    instead:
      'Compare it and the line before it with an entry of the same kind in this file: the same spaces in front, a colon and a space after each key, every quotation mark and bracket closed.',
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
