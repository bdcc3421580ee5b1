import type { Fault } from './fault.ts';
import { nearest } from './nearest.ts';
import type { Content } from './reading/content.ts';
import type { Field, Value } from './reading/value.ts';
import { kindToSchema, wordsIn } from './shape.ts';

/** Every text with languages is there in each language of the course, and in no other. */
export function twinWordsFaults({ yaml, languages }: Content): Fault[] {
  if (languages.length === 0) return [];
  return [...yaml.values()].flatMap(({ path, kind, value }) => {
    const schema = kindToSchema(kind.kind);
    if (!schema) return [];
    return [...wordsIn(schema, value)].flatMap((words) => faultsOf(path, words, languages));
  });
}

function faultsOf(
  file: string,
  { value, key }: { value: Value; key: string },
  languages: string[],
): Fault[] {
  const others = value.fields.filter((field) => !languages.includes(field.key));
  const cut = others.find((field) => field.value.kind === 'empty');
  if (cut) return [cutFault(file, cut, value)];
  const written = value.fields.find((field) => languages.includes(field.key))?.value;
  const missing = languages.filter(
    (language) => !value.fields.some((field) => field.key === language),
  );
  return [
    ...others.map((field) => otherLanguage(file, field, languages)),
    // A misspelt language is one slip, so its absence is not told a second time.
    ...(others.length > 0 ? [] : missing).map((language) => ({
      file,
      line: value.line,
      ...(written?.written ? { value: written.written } : {}),
      problem: `The text “${key}” is missing in the language “${language}”.`,
      instead: written?.written
        ? `Add ${language}: with the translation of “${written.written}”.`
        : `Add ${language}: with the text.`,
      why: 'A learner who chose this language would find a gap here.',
    })),
  ];
}

function otherLanguage(file: string, { key, line }: Field, languages: string[]): Fault {
  const meant = nearest(key, languages);
  return {
    file,
    line,
    value: key,
    problem: `“${key}” is no language of the course.`,
    instead: meant
      ? `Did you mean “${meant}”?`
      : `Write one of ${languages.join(', ')}, or add “${key}” to the languages of content/course.yml.`,
    why: 'Only languages of content/course.yml are shown.',
  };
}

function cutFault(file: string, { key, line }: Field, value: Value): Fault {
  const index = value.fields.findIndex((field) => field.key === key);
  const before = value.fields[index - 1];
  const whole = before ? `${before.key}: "${before.value.written}, ${key}"` : `"${key}"`;
  return {
    file,
    line,
    value: key,
    problem: `A comma has cut this text in two, and “${key}” counts as a key of its own.`,
    instead: `Put the whole text in quotes: ${whole.replaceAll(/(?<!^|: )"(?!$)/g, '”')}`,
    why: 'Between { and } a comma begins the next entry, unless the text stands in quotes.',
  };
}
