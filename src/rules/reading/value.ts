import { remembered } from '../../domain/remembered.ts';

/**
 * A value of a YAML file together with the line it stands in. Rules read files through it, so that they
 * work on half-right files too: whatever is missing reads as undefined or as an empty list.
 */
export interface Value {
  /** First and last line in the file, from 1. */
  line: number;
  lastLine: number;
  kind: 'map' | 'list' | 'text' | 'number' | 'boolean' | 'empty';
  /** A scalar as it stands in the file, without quotes. */
  written: string;
  /** Entries of a list. */
  items: Value[];
  /** Entries of a map, in the file's order. */
  fields: Field[];
}

/** A key of a map with its value. */
export interface Field {
  key: string;
  line: number;
  value: Value;
}

/** The value under a key, or undefined. */
export function fieldOf(value: Value | undefined, key: string): Value | undefined {
  return value?.fields.find((field) => field.key === key)?.value;
}

/** The text of a value, or undefined where it is no text. */
export function textOf(value: Value | undefined): string | undefined {
  return value?.kind === 'text' ? value.written : undefined;
}

/** The list under a key; empty where there is none. */
export function listOf(value: Value | undefined, key: string): Value[] {
  return fieldOf(value, key)?.items ?? [];
}

/** The texts of a list, each with its line; entries that are no text are left out. */
export function textsOf(values: readonly Value[]): { text: string; line: number }[] {
  return values.flatMap((value) =>
    value.kind === 'text' ? [{ text: value.written, line: value.line }] : [],
  );
}

/** The same without their lines. */
export const plainTexts = (values: readonly Value[]): string[] =>
  textsOf(values).map(({ text }) => text);

/** The deepest value that a path of keys and positions leads to, and how many steps were taken. */
export function follow(root: Value, path: readonly PropertyKey[]): { value: Value; steps: number } {
  let value = root;
  for (const [steps, step] of path.entries()) {
    const next = typeof step === 'number' ? value.items[step] : fieldOf(value, String(step));
    if (!next) return { value, steps };
    value = next;
  }
  return { value, steps: path.length };
}

/** A value within another, with the keys and positions that lead there. */
export interface Step {
  value: Value;
  path: readonly PropertyKey[];
}

/** A value and everything within it, outer before inner; walked once for all rules that ask. */
export const walk = remembered((value: Value): readonly Step[] => {
  const steps: Step[] = [];
  collect({ value, path: [] }, steps);
  return steps;
}, new WeakMap());

function collect(step: Step, steps: Step[]): void {
  const { value, path } = step;
  steps.push(step);
  for (const [at, item] of value.items.entries())
    collect({ value: item, path: [...path, at] }, steps);
  for (const { key, value: inner } of value.fields)
    collect({ value: inner, path: [...path, key] }, steps);
}

/** The value as plain data for a schema. */
export function valueToData(value: Value): unknown {
  switch (value.kind) {
    case 'map':
      return Object.fromEntries(value.fields.map((field) => [field.key, valueToData(field.value)]));
    case 'list':
      return value.items.map(valueToData);
    case 'text':
      return value.written;
    case 'number':
      return Number(value.written);
    case 'boolean':
      return value.written.toLowerCase() === 'true';
    case 'empty':
      return null;
  }
}

/**
 * The line in which a part of a text of several lines stands.
 * @param fileText the whole file
 * @returns the text's first line where the part does not stand so in the file
 */
export function lineWithin({ line, lastLine }: Value, fileText: string, written: string): number {
  if (lastLine <= line) return line;
  const within = fileText
    .split('\n')
    .slice(line - 1, lastLine)
    .findIndex((text) => text.includes(written));
  return within < 0 ? line : line + within;
}
