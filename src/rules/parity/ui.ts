import type { Problem } from '../problem.ts';
import { type Content, type YamlFile, yamlAt } from '../reading/content.ts';
import { type Field, fieldOf, listOf, textOf, type Value } from '../reading/value.ts';
import { nearest } from '../references/edit-distance.ts';

/** The files of `content/ui/` have the same keys, and each text has the same places to fill in. */
export function uiParityProblems(content: Content): Problem[] {
  const files = content.languages.flatMap((language) => {
    const file = content.yaml.get(`content/ui/${language}.yml`);
    return file ? [{ ...file, language, forms: pluralForms(content, language) }] : [];
  });
  return files.flatMap((file) => {
    const others = files.filter((other) => other !== file);
    return [...missingTexts(file, others, file === files[0]), ...placeProblems(file, files[0])];
  });
}

type UiFile = YamlFile & { language: string; forms: readonly string[] };

/** The plural forms that a language has, e.g. `one` and `other` in Hindi. */
function pluralForms(content: Content, language: string): readonly string[] {
  const entries = listOf(yamlAt(content, 'content/course.yml'), 'languages');
  const entry = entries.find((value) => textOf(fieldOf(value, 'id')) === language);
  try {
    return new Intl.PluralRules(textOf(fieldOf(entry, 'locale')) ?? language).resolvedOptions()
      .pluralCategories;
  } catch {
    return ['one', 'other'];
  }
}

function missingTexts(file: UiFile, others: readonly UiFile[], isFirst: boolean): Problem[] {
  const problems = new Map<string, Problem>();
  for (const other of others) {
    for (const group of other.value.fields) {
      const own = fieldOf(file.value, group.key);
      for (const { key, value } of group.value.fields) {
        const name = `${group.key}.${key}`;
        if (problems.has(name) || fieldOf(own, key) || !isNeeded(key, file.forms)) continue;
        const misspelt = nearest(key, keysOnlyIn(own, group.value));
        // A misspelt key is missing here and too much there; it is reported once.
        if (misspelt && isFirst) continue;
        problems.set(
          name,
          missingProblem(file, group.key, key, value.written, other.path, misspelt),
        );
      }
    }
  }
  return [...problems.values()];
}

function keysOnlyIn(own: Value | undefined, other: Value): string[] {
  return (own?.fields ?? []).map(({ key }) => key).filter((key) => !fieldOf(other, key));
}

function isNeeded(key: string, forms: readonly string[]): boolean {
  const [, form] = /-(zero|one|two|few|many)$/.exec(key) ?? [];
  return form === undefined || forms.includes(form);
}

function missingProblem(
  { path, value }: UiFile,
  group: string,
  key: string,
  text: string,
  other: string,
  misspelt: string | undefined,
): Problem {
  return {
    file: path,
    line: value.fields.find((field) => field.key === group)?.line ?? 1,
    value: `${group}.${key}`,
    message: `The text “${group}.${key}” is in ${other} and not in this file.`,
    instead: misspelt
      ? `Did you mean “${key}” where “${misspelt}” stands?`
      : `Under “${group}:” add the line ${key}: with the translation of “${text}”.`,
    why: 'A page in this language would have no text to show there.',
  };
}

function placeProblems({ path, value }: UiFile, first: UiFile | undefined): Problem[] {
  if (!first || first.path === path) return [];
  return value.fields.flatMap((group) =>
    group.value.fields.flatMap((field) => {
      const counterpart = fieldOf(fieldOf(first.value, group.key), field.key);
      return counterpart
        ? placeProblem(path, group.key, field, placesIn(counterpart.written), first.path)
        : [];
    }),
  );
}

function placesIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{([a-zA-Z]+)\}/g)].map(([place]) => place))].toSorted();
}

function placeProblem(
  file: string,
  group: string,
  { key, value }: Field,
  expected: string[],
  counterpart: string,
): Problem[] {
  const found = placesIn(value.written);
  if (found.join() === expected.join()) return [];
  const list = (places: string[]) =>
    places.length > 0 ? places.join(' and ') : 'no place to fill in';
  return [
    {
      file,
      line: value.line,
      value: value.written,
      message: `The text “${group}.${key}” has ${list(found)}; in ${counterpart} it has ${list(expected)}.`,
      instead:
        expected.length > 0
          ? `Write the text with ${list(expected)}, as it stands there.`
          : `Write the text without ${list(found)}.`,
      why: 'The page fills each place with a name or a number, and it fills the same ones in every language.',
    },
  ];
}
