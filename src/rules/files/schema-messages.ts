import type { z } from 'astro/zod';
import type { Problem } from '../problem.ts';
import type { Value } from '../reading/value.ts';
import { suggestion } from '../references/edit-distance.ts';
import { knownKeys, type Schema, typeAt } from './schema-shape.ts';
import { wrongForm } from './wrong-form.ts';
import { exampleOfType, wrongType } from './wrong-type.ts';

/** Something that a schema found. */
export type Issue = z.core.$ZodIssue;

/** Where in a file an issue was found. */
export interface Finding {
  schema: Schema;
  root: Value;
  /** The value at the issue's path, or the nearest one around it. */
  found: Value;
  /** Whether nothing stands at the issue's path. */
  isMissing: boolean;
}

const WHY = 'The pages are made from these entries, so each has to be there in its own form.';

/** Puts what a schema found into the words of problems; one problem for each unknown key. */
export function issueToWords(issue: Issue, finding: Finding): Omit<Problem, 'file'>[] {
  const { found, isMissing } = finding;
  const { line, written } = found;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((name) => unknownKey(name, issue.path, finding));
  }
  if (isMissing) {
    const key = String(issue.path.at(-1));
    const message = `The entry lacks “${key}”.`;
    const isNumber = typeAt(finding.schema, finding.root, issue.path) === 'number';
    const example = isNumber ? 'and after it the number' : exampleOf(issue, finding);
    return [{ line, message, instead: `Add the line ${key}: ${example}`, why: WHY }];
  }
  return [{ line, ...(written && { value: written }), ...wrongValue(issue, finding), why: WHY }];
}

function unknownKey(
  name: string,
  path: readonly PropertyKey[],
  { schema, root, found }: Finding,
): Omit<Problem, 'file'> {
  return {
    line: found.fields.find(({ key }) => key === name)?.line ?? found.line,
    value: name,
    message: `The key “${name}” is not known here.`,
    instead: suggestion(name, knownKeys(schema, root, path), 'keys'),
    why: 'What stands under a misspelt key would be left out of the course without a word.',
  };
}

/** The values that an issue says are allowed; empty where it names none. */
function allowedValues(issue: Issue): string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  return 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
}

function exampleOf(issue: Issue, { schema, root }: Finding): string {
  const allowed = allowedValues(issue);
  return allowed.length > 0 ? allowed.join(' | ') : exampleOfType(typeAt(schema, root, issue.path));
}

/** What is wrong with a value that is there, and what to write instead. */
function wrongValue(issue: Issue, finding: Finding): Pick<Problem, 'message' | 'instead'> {
  const { found, schema, root } = finding;
  const { kind, written } = found;
  const key = String(issue.path.findLast((step) => typeof step === 'string') ?? '');
  const type = typeAt(schema, root, issue.path);
  switch (issue.code) {
    case 'invalid_value':
    case 'invalid_union':
      return {
        message: `“${written}” is no value that “${key}” can have.`,
        instead: suggestion(written, allowedValues(issue), 'values'),
      };
    case 'invalid_format':
      return wrongForm(issue, key, root, found);
    case 'too_small':
      return tooSmall(key, found, Number(issue.minimum));
    case 'too_big':
      return kind === 'list'
        ? {
            message: `“${key}” has ${found.items.length} entries and may have ${issue.maximum} at most.`,
            instead: `Take out ${found.items.length - Number(issue.maximum)}.`,
          }
        : {
            message: `The number ${written} for “${key}” is too big.`,
            instead: `Write ${issue.maximum} or less.`,
          };
    default:
      return wrongType(key, found, type);
  }
}

function tooSmall(key: string, { kind, items, written }: Value, least: number) {
  if (kind === 'text') {
    return {
      message: `The text of “${key}” is empty or too short.`,
      instead: `Write the text after ${key}:`,
    };
  }
  if (kind !== 'list') {
    return {
      message: `The number ${written} for “${key}” is too small.`,
      instead: `Write ${least} or more.`,
    };
  }
  const needed = least === 1 ? 'one' : String(least);
  return {
    message: `“${key}” has ${items.length} ${items.length === 1 ? 'entry' : 'entries'} and needs at least ${needed}.`,
    instead: `Add ${least - items.length}, in the form of the entries around it.`,
  };
}
