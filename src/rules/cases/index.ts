import { casesSchema } from '../../schema/cases.ts';
import { lexiconsOf } from '../language/lexicon.ts';
import type { Problem } from '../problem.ts';
import { type Content, filesOf } from '../reading/content.ts';
import { follow, listOf, valueToData } from '../reading/value.ts';
import { casesBalanceProblems } from './balance.ts';
import { casesDangerProblems } from './danger.ts';
import { casesKeysProblems } from './keys.ts';
import { casesWordsProblems } from './words.ts';

/** Every set of cases is whole, readable in every language, and cannot be got right by always deciding the same. */
export function casesProblems(content: Content): Problem[] {
  return filesOf(content, 'cases').flatMap(({ path: file, value }) => {
    const { data: set } = casesSchema.safeParse(valueToData(value));
    // What is not in its form is named by the schema.
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
    return [
      ...casesKeysProblems(whole),
      ...casesWordsProblems(whole),
      ...casesBalanceProblems(whole),
      ...casesDangerProblems(whole, [...lexiconsOf(content).values()]),
    ];
  });
}
