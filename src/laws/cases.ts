import { casesSchema } from '../schema/cases.ts';
import { casesBalanceFaults } from './cases-balance.ts';
import { casesKeysFaults } from './cases-keys.ts';
import { casesWordsFaults } from './cases-words.ts';
import type { Fault } from './fault.ts';
import type { Content } from './reading/content.ts';
import { follow, listOf, valueToData } from './reading/value.ts';

/** Every set of cases is whole, readable in every language, and cannot be got right by always deciding the same. */
export function casesFaults(content: Content): Fault[] {
  return [...content.yaml.values()].flatMap(({ path: file, kind, value }) => {
    if (kind.kind !== 'cases') return [];
    const { data: set } = casesSchema.safeParse(valueToData(value));
    // What is not in its form is told by the schema.
    if (!set) return [];
    const entries = listOf(value, 'cases');
    const lineOf = (at: number, ...path: string[]) => {
      const entry = entries[at] ?? value;
      const { fields, line } = follow(entry, path.slice(0, -1)).value;
      return fields.find(({ key }) => key === path.at(-1))?.line ?? line;
    };
    const lineOfHead = (key: string) =>
      value.fields.find((field) => field.key === key)?.line ?? value.line;
    const whole = { file, set, languages: content.languages, lineOf, lineOfHead };
    return [...casesKeysFaults(whole), ...casesWordsFaults(whole), ...casesBalanceFaults(whole)];
  });
}
