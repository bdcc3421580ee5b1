import { type Meta, metaOf } from '../../schema/meta.ts';
import { fieldOf, textOf, type Value } from '../reading/value.ts';
import { described, type Schema, unwrapped } from './schema-shape.ts';

/** A value of a file together with the schema that it keeps to. */
export interface SchemaStep {
  value: Value;
  schema: Schema;
  meta: Meta;
  /** The key under which it stands; entries of a list have that of the list. */
  key: string;
  /** The value that holds it, and the key of that; undefined for the whole file. */
  parent?: { value: Value; key: string };
  /** Ids of the entries around it, outer before inner. */
  owners: readonly string[];
}

const known = new WeakMap<Value, { schema: Schema; steps: readonly SchemaStep[] }>();

/** Every value of a file for which its schema has a place, outer before inner; found once for all rules that ask. */
export function schemaSteps(schema: Schema, root: Value): readonly SchemaStep[] {
  const before = known.get(root);
  if (before?.schema === schema) return before.steps;
  const steps: SchemaStep[] = [];
  collect(schema, root, { key: '', owners: [] }, steps);
  known.set(root, { schema, steps });
  return steps;
}

function collect(
  schema: Schema,
  value: Value,
  around: Pick<SchemaStep, 'key' | 'parent' | 'owners'>,
  steps: SchemaStep[],
): void {
  const inner = unwrapped(schema, value);
  if (!inner) return;
  const { key, owners } = around;
  steps.push({ ...around, value, schema: inner, meta: metaOf(inner) });
  const { shape, element, valueType } = described(inner);
  const parent = { value, key };
  if (element)
    for (const item of value.items) collect(element, item, { key, parent, owners }, steps);
  const id = textOf(fieldOf(value, 'id'));
  const within = id === undefined ? owners : [...owners, id];
  for (const field of value.fields) {
    const next = shape?.[field.key] ?? valueType;
    if (next) collect(next, field.value, { key: field.key, parent, owners: within }, steps);
  }
}
