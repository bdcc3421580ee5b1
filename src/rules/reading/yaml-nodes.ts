import { isMap, isPair, isScalar, isSeq } from 'yaml';
import type { Field, Value } from './value.ts';

/** Gives the line of the file, from 1, for a place in a text. */
export type LineAt = (offset: number) => number;

/**
 * Turns what the YAML parser found into a value with lines.
 * @param node the document's contents; null for an empty file
 */
export function nodeToValue(node: unknown, lineAt: LineAt): Value {
  return toValue(node, lineAt(0), lineAt);
}

function toValue(node: unknown, lineOfKey: number, lineAt: LineAt): Value {
  if (isMap(node) || isSeq(node)) {
    const [start, end] = node.range ?? [0, 0];
    const value = leaf(isMap(node) ? 'map' : 'list', '', lineAt(start), lineAt(end));
    if (isSeq(node)) value.items = node.items.map((item) => toValue(item, value.line, lineAt));
    else value.fields = node.items.map((pair) => toField(pair, value.line, lineAt));
    return value;
  }
  // An empty value has a place of its own only where something is written for it.
  if (!isScalar(node) || (node.value === null && !node.source)) {
    return leaf('empty', '', lineOfKey, lineOfKey);
  }
  const [start, end] = node.range ?? [0, 0];
  const [line, lastLine] = [lineAt(start), lineAt(Math.max(start, end - 1))];
  switch (typeof node.value) {
    case 'number':
    case 'bigint':
      return leaf('number', node.source ?? String(node.value), line, lastLine);
    case 'boolean':
      return leaf('boolean', node.source ?? String(node.value), line, lastLine);
    default:
      return node.value === null
        ? leaf('empty', '', line, lastLine)
        : leaf('text', String(node.value), line, lastLine);
  }
}

function toField(pair: unknown, lineOfMap: number, lineAt: LineAt): Field {
  const key = isPair(pair) && isScalar(pair.key) ? pair.key : undefined;
  const line = key?.range ? lineAt(key.range[0]) : lineOfMap;
  const value = toValue(isPair(pair) ? pair.value : undefined, line, lineAt);
  return { key: String(key?.value ?? ''), line, value };
}

function leaf(kind: Value['kind'], written: string, line: number, lastLine: number): Value {
  return { kind, written, line, lastLine, items: [], fields: [] };
}
