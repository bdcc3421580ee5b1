import { type Cache, noCache } from '../cache.ts';
import { isWords } from '../files/schema-shape.ts';
import { schemaSteps } from '../files/schema-steps.ts';
import type { Problem } from '../problem.ts';
import type { Content, YamlFile } from '../reading/content.ts';
import { inEachYaml } from '../reading/each-file.ts';
import type { Field, Value } from '../reading/value.ts';
import { quoted } from '../reading/yaml-lines.ts';
import { nearest } from '../references/edit-distance.ts';

/** Every text with languages is there in each language of the course, and in no other. */
export function wordsParityProblems(content: Content, cache: Cache = noCache): Problem[] {
  const { languages } = content;
  if (languages.length === 0) return [];
  const fileProblems = ({ path, kind: { schema }, value }: YamlFile) =>
    (schema ? schemaSteps(schema, value) : [])
      .filter((step) => isWords(step.schema) && step.value.kind === 'map')
      .flatMap((step) => problemsOf(path, step, languages));
  return inEachYaml(content, cache, 'words', fileProblems, languages);
}

function problemsOf(
  file: string,
  { value, key }: { value: Value; key: string },
  languages: string[],
): Problem[] {
  const others = value.fields.filter((field) => !languages.includes(field.key));
  const cut = others.find((field) => field.value.kind === 'empty');
  if (cut) return [cutProblem(file, cut, value)];
  const written = value.fields.find((field) => languages.includes(field.key))?.value;
  const missing = languages.filter(
    (language) => !value.fields.some((field) => field.key === language),
  );
  return [
    ...others.map((field) => otherLanguage(file, field, languages)),
    // A misspelt language is one slip, so its absence is not reported a second time.
    ...(others.length > 0 ? [] : missing).map((language) => ({
      file,
      line: value.line,
      ...(written?.written ? { value: written.written } : {}),
      message: `The text “${key}” is missing in the language “${language}”.`,
      instead: written?.written
        ? `Add ${language}: with the translation of “${written.written}”.`
        : `Add ${language}: with the text.`,
      why: 'A learner who chose this language would find a gap here.',
    })),
  ];
}

function otherLanguage(file: string, { key, line }: Field, languages: string[]): Problem {
  const meant = nearest(key, languages);
  return {
    file,
    line,
    value: key,
    message: `“${key}” is no language of the course.`,
    instead: meant
      ? `Did you mean “${meant}”?`
      : `Write one of ${languages.join(', ')}, or add “${key}” to the languages of content/course.yml.`,
    why: 'Only languages of content/course.yml are shown.',
  };
}

function cutProblem(file: string, { key, line }: Field, value: Value): Problem {
  const index = value.fields.findIndex((field) => field.key === key);
  const before = value.fields[index - 1];
  const whole = before
    ? `${before.key}: ${quoted(`${before.value.written}, ${key}`)}`
    : quoted(key);
  return {
    file,
    line,
    value: key,
    message: `A comma has cut this text in two, and “${key}” counts as a key of its own.`,
    instead: `Put the whole text in quotes: ${whole}`,
    why: 'Between { and } a comma begins the next entry, unless the text stands in quotes.',
  };
}
