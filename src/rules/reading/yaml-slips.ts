import { keysOfAllKinds } from '../../schema/keys.ts';
import { spacesForNext } from './line-spaces.ts';
import type { LineProblem, YamlError } from './yaml-errors.ts';
import { inQuotes, lineAround, quoted, spacesBefore, spacesInWords } from './yaml-lines.ts';

const SIGNS = 'In these files some signs have a job, so a text that holds them stands in quotes.';

/** What a slip says, given the line of the file, that line without its spaces, and the error that it was found by. */
type Slip = (
  trimmed: string,
  error: YamlError,
) => (Omit<LineProblem, 'line'> & { line?: number }) | undefined;

/** Slips that the line of an error explains better than the parser does, the surest first. */
const slips: readonly Slip[] = [
  twoVersions,
  secondDocument,
  leftBrackets,
  firstHyphen,
  runTogether,
  lackingComma,
  spareComma,
  noHyphenSpace,
  textBesideBar,
  textUnderBar,
  openedText,
];

/** The problem of a line in which a well-known slip is to be seen; undefined where there is none. */
export function lineSlip(error: YamlError): LineProblem | undefined {
  const trimmed = lineAround(error.text, error.offset).trim();
  if (!trimmed) return undefined;
  for (const slip of slips) {
    const words = slip(trimmed, error);
    if (words) return { line: error.lineAt(error.offset), value: trimmed, ...words };
  }
  return undefined;
}

/** `<<<<<<< HEAD` */
function twoVersions(trimmed: string): ReturnType<Slip> {
  const [mark] = /^(?:<{7}|={7}|>{7})(?= |$)/.exec(trimmed) ?? [];
  if (!mark) return undefined;
  return {
    hidesRest: true,
    message:
      'Two versions of this place stand in the file, between lines of the signs <<<<<<<, ======= and >>>>>>>.',
    instead: 'Keep the version that is right, and take out the other one and these three lines.',
    why: 'A program for versions writes both where two people have changed the same lines.',
  };
}

/** `---` between entries */
function secondDocument(trimmed: string, { code }: YamlError): ReturnType<Slip> {
  if (code !== 'MULTIPLE_DOCS') return undefined;
  return {
    hidesRest: true,
    message: 'A line of three hyphens or points cuts this file in two.',
    instead: `Take the line “${trimmed}” out.`,
    why: 'What follows such a line would count as another file.',
  };
}

/** `contacts: []` with a list below it; the parser stumbles over either line. */
function leftBrackets(_: string, { text, offset, lineAt }: YamlError): ReturnType<Slip> {
  const lines = text.split('\n');
  const at = text.slice(0, offset).split('\n').length - 1;
  const isText = (line: string) => /^\s*[^\s#]/.test(line);
  const above = lines.slice(0, at).findLastIndex(isText);
  for (const place of [at, above]) {
    const line = lines[place] ?? '';
    const [, key, empty] =
      /^\s*((?:- )*[A-Za-z][\w-]*:)\s*(\[\s*\]|\{\s*\}|null|~)\s*$/.exec(line) ?? [];
    const below = lines.slice(place + 1).find(isText) ?? '';
    const isBelow = /^\s*- /.test(below)
      ? spacesBefore(below) >= spacesBefore(line)
      : spacesBefore(below) > spacesBefore(line);
    if (!key || !isBelow) continue;
    return {
      ...{ line: lineAt(offset) + place - at, value: line.trim(), hidesRest: true },
      message: `“${empty}” says that nothing belongs to “${key}”, and below it something follows.`,
      instead: `Take ${empty} away, so that the line ends with the colon: ${key}`,
      why: 'A key has its value beside it or below it, not both.',
    };
  }
  return undefined;
}

/** `- id: b` in a file whose first entry is written `  id: a` */
function firstHyphen(trimmed: string, { text, offset, lineAt }: YamlError): ReturnType<Slip> {
  const [, key] = /^- ([A-Za-z][\w-]*:)/.exec(trimmed) ?? [];
  const lines = text.split('\n');
  const at = text.slice(0, offset).split('\n').length - 1;
  const first = lines.findIndex((line) => /^\s*[^\s#]/.test(line));
  const written = lines[first]?.trim() ?? '';
  if (!key || first >= at || !written.startsWith(key)) return undefined;
  // Only a file that is a list as a whole has its entries at the very left.
  if (spacesBefore(lineAround(text, offset)) > 0) return undefined;
  return {
    ...{ line: lineAt(offset) + first - at, value: written, hidesRest: true },
    message: 'The hyphen of the first entry is missing.',
    instead: `Put a hyphen and a space in the place of what stands in front of “${written}”.`,
    why: 'A hyphen and a space begin an entry of a list.',
  };
}

/** `minutes: 5 drawing: tiffin` */
function runTogether(trimmed: string, { text: whole, offset }: YamlError): ReturnType<Slip> {
  const [, key = '', text = '', next] =
    /^(?:- )*([A-Za-z][\w-]*):\s+([^"'{[|>].*?|\[[^\]]*\]|\{.*\}|"[^"]*"|'[^']*')\s+((?:- )*[A-Za-z][\w-]*:(?:\s.*)?)$/.exec(
      trimmed,
    ) ?? [];
  const nextKey = /([\w-]+):/.exec(next ?? '')?.[1] ?? '';
  if (!next || key === nextKey || !isKey(nextKey, key)) return undefined;
  // A number, an id or a closed value is certainly at its end.
  const isSure = /^(?:[\w-]+|.*["'\]}])$/.test(text) || isLanguage(nextKey);
  const spaces = spacesInWords(spacesForNext(next, whole, offset));
  const apart = `Begin a new line before “${next}”, with ${spaces} in front`;
  return {
    message: 'Two lines have run together in this one.',
    instead: isSure
      ? `${apart}.`
      : `${apart}.\nIf it is all one text, put it in quotes: ${key}: ${quoted(trimmed.slice(trimmed.indexOf(text)))}`,
    why: 'Each key stands on a line of its own.',
  };
}

/** `{ hi: … en: … }` */
function lackingComma(trimmed: string): ReturnType<Slip> {
  const [, before = '', key = '', text = '', next = ''] =
    /^(.*[{,]\s*)([A-Za-z][\w-]*): ([^"'{}[\],:]+?)\s+([A-Za-z][\w-]*): /.exec(trimmed) ?? [];
  if (!next || key === next || !isKey(next, key)) return undefined;
  const start = `${before}${key}: ${text}`;
  return {
    message: `The comma before “${next}:” is missing.`,
    instead: `Write ${start}, ${trimmed.slice(start.length).trim()}`,
    why: 'Between { and } a comma parts the entries.',
  };
}

function isKey(next: string, key: string): boolean {
  return (isLanguage(next) && isLanguage(key)) || keysOfAllKinds().has(next);
}

const isLanguage = (key: string) => /^[a-z]{2}$/.test(key) && !keysOfAllKinds().has(key);

/** `{ hi: …,, en: … }` and `title: { … },` */
function spareComma(trimmed: string, { code }: YamlError): ReturnType<Slip> {
  if (code !== 'UNEXPECTED_TOKEN' && code !== 'MISSING_CHAR') return undefined;
  const right = /,\s*,/.test(trimmed)
    ? trimmed.replaceAll(/,(?:\s*,)+/g, ',')
    : /[}\]"']\s*,$/.test(trimmed)
      ? trimmed.slice(0, -1).trimEnd()
      : undefined;
  if (right === undefined) return undefined;
  return {
    message: 'A comma too many stands in this line.',
    instead: `Write ${right}`,
    why: 'A comma parts two entries between brackets, and nothing else.',
  };
}

/** `-id: b` */
function noHyphenSpace(trimmed: string): ReturnType<Slip> {
  const [, rest] = /^-([A-Za-z{"'[].*)$/.exec(trimmed) ?? [];
  if (!rest) return undefined;
  return {
    hidesRest: true,
    message: 'After the hyphen the space is missing.',
    instead: `Write - ${rest}`,
    why: 'A hyphen and a space begin an entry of a list.',
  };
}

/** `en: | Ring now.` */
function textBesideBar(trimmed: string): ReturnType<Slip> {
  const [, key, bar, text] =
    /^((?:- )*[A-Za-z][\w-]*:)\s+([|>])[-+]?\s+([^\s#].*)$/.exec(trimmed) ?? [];
  if (!key || !text) return undefined;
  return {
    hidesRest: true,
    message: `Text stands beside the sign “${bar}”.`,
    instead: `Take the sign away: ${key} ${quoted(text)}`,
    why: `After “${bar}” the text begins on the next line.`,
  };
}

/** Text that is not further in than the key of the bar above it. */
function textUnderBar(trimmed: string, { text, offset }: YamlError): ReturnType<Slip> {
  const own = spacesBefore(lineAround(text, offset));
  const above = text.slice(0, text.lastIndexOf('\n', offset - 1) + 1).split('\n');
  const bar = above.findLast((line) => /^\s*[^\s#]/.test(line) && spacesBefore(line) <= own);
  if (!bar || !/:\s+[|>][-+]?\s*$/.test(bar) || /^(?:- )*[A-Za-z][\w-]*:(?:\s|$)/.test(trimmed)) {
    return undefined;
  }
  const right = spacesInWords(spacesBefore(bar) + (/^ *((?:- )*)/.exec(bar)?.[1]?.length ?? 0) + 2);
  return {
    hidesRest: true,
    message: `This text belongs to “${bar.trim()}” and begins too far left.`,
    instead: `Put ${right} in front of “${trimmed}”, and of the lines of its text that follow.`,
    why: 'A text below its key stands two spaces further in than the key.',
  };
}

/** A text that begins with a bracket or a quotation mark and goes on behind its other half. */
function openedText(trimmed: string, { code }: YamlError): ReturnType<Slip> {
  if (code !== 'UNEXPECTED_TOKEN') return undefined;
  const flow = /([{,]\s*)([A-Za-z][\w-]*:) (\{[^{}]*\}[^{},]+)(?=[,}])/.exec(trimmed);
  const whole =
    /^(?:- )*[A-Za-z][\w-]*: (?:\[[^\]]*\]|\{[^}]*\}|"[^"]*"|'[^']*')\s*[^\s,"'][^"']*$/.test(
      trimmed,
    ) || /^(?:- )*[A-Za-z][\w-]*: - /.test(trimmed);
  const right = flow
    ? `${flow[2]} ${quoted(flow[3] ?? '')}`
    : whole
      ? inQuotes(trimmed)
      : undefined;
  if (!right) return undefined;
  return {
    message: 'The text in this line begins with a sign that has a job.',
    instead: `Put the whole text in quotes: ${right}`,
    why: SIGNS,
  };
}
