import { type FileKind, fileKinds, type KnownKind } from '../../schema/kinds.ts';
import { type FileOfKind, lexiconFile, pathToKind } from '../../schema/paths.ts';
import { strayName } from '../../schema/stray-files.ts';
import { type Cache, noCache } from '../cache.ts';
import { type ContentFile, compareText, type Problem } from '../problem.ts';
import { encodingFault, withoutMark } from './encoding.ts';
import { keptLesson } from './kept-lesson.ts';
import { type Lesson, readLesson } from './lesson-text.ts';
import { fieldOf, listOf, plainTexts, textOf, type Value } from './value.ts';
import { readYaml } from './yaml-text.ts';

/** A YAML file that could be read, with its kind and what its path names: its module, its id … */
export interface YamlFile extends FileOfKind {
  path: string;
  text: string;
  value: Value;
}

/** All content files, read once for all rules. */
export interface Content {
  /** The kinds of files that the course knows. */
  kinds: readonly FileKind[];
  files: readonly ContentFile[];
  /** Every file by its path. */
  paths: ReadonlyMap<string, ContentFile>;
  yaml: ReadonlyMap<string, YamlFile>;
  lessons: Lesson[];
  /** Languages of `course.yml` in its order; empty where it cannot be read. */
  languages: string[];
  /** Files that cannot be read; rules say nothing about what they should have held. */
  unreadable: ReadonlySet<string>;
  /** Problems of the writing: whatever keeps a file from being read. */
  problems: Problem[];
}

/**
 * Reads all content files; a file that cannot be read becomes a problem and is left out.
 * @param kinds the kinds of files that the course knows
 * @param cache answers of earlier runs
 */
export function readAll(
  files: readonly ContentFile[],
  kinds: readonly FileKind[] = fileKinds,
  cache: Cache = noCache,
): Content {
  const yaml = new Map<string, YamlFile>();
  const lessons: Lesson[] = [];
  const problems: Problem[] = [];
  const unreadable = new Set<string>();
  const paths = new Map(files.map((file) => [file.path, file]));
  for (const written of files.toSorted((a, b) => compareText(a.path, b.path))) {
    const file = withoutMark(written);
    const found = pathToKind(file.path, kinds);
    const stray = found ? undefined : strayName(file.path, kinds)?.meant;
    // Under its right name the file would be there; that it has a wrong one is problem enough.
    if (stray && !paths.has(stray)) unreadable.add(stray);
    if (!found?.kind.schema) continue;
    const { module, lesson, language } = found;
    const fault = encodingFault(written);
    if (fault) problems.push(fault.problem);
    if (module && lesson && language) {
      // By their paths the files of languages come before those of modules.
      const words = yaml.get(lexiconFile(language))?.value;
      const lessThan = textOf(fieldOf(words, 'lessThan'));
      const place = { module, lesson, language };
      const inputs = [file.path, file.text, ...(lessThan === undefined ? [] : [lessThan])];
      const read = keptLesson(cache, inputs, () => readLesson(file, place, lessThan));
      lessons.push(fault?.isLost ? lostLesson(read) : read);
      if (!fault?.isLost) problems.push(...read.problems);
    } else if (fault?.isLost) {
      unreadable.add(file.path);
    } else {
      const reading = cache.remember('yaml', [file.path, file.text], () =>
        readYaml(file.path, file.text),
      );
      problems.push(...reading.problems);
      if (reading.value) yaml.set(file.path, { ...file, ...found, value: reading.value });
      else unreadable.add(file.path);
    }
  }
  const course = yaml.get('content/course.yml')?.value;
  const languages = listOf(course, 'languages').map((language) => fieldOf(language, 'id'));
  return {
    ...{ kinds, files, paths, yaml, lessons, unreadable, problems },
    languages: plainTexts(languages.filter((id) => id !== undefined)),
  };
}

/** A lesson of which nothing but its place can be told. */
function lostLesson(lesson: Lesson): Lesson {
  return { ...lesson, text: '', head: undefined, tags: [], parts: [], isWhole: false };
}

/** The value of a YAML file, or undefined where it is missing or cannot be read. */
export function yamlAt(content: Content, path: string): Value | undefined {
  return content.yaml.get(path)?.value;
}

/** The YAML files of a kind, in the order of their paths. */
export function filesOf({ yaml }: Content, kind: KnownKind['name']): YamlFile[] {
  return [...yaml.values()].filter((file) => file.kind.name === kind);
}

/** An entry's id with the line it stands in. */
export interface Named {
  id: string;
  line: number;
  entry: Value;
}

/** The entries of a list that have an id, in order. */
export function namedIn(list: readonly Value[]): Named[] {
  return list.flatMap((entry) => {
    const id = fieldOf(entry, 'id');
    return id?.kind === 'text' ? [{ id: id.written, line: id.line, entry }] : [];
  });
}

/**
 * The ids of a ledger such as `sources`.
 * @returns undefined where the file is missing or cannot be read, so that nothing is held against it
 */
export function ledgerIds(
  content: Content,
  ledger: 'sources' | 'helplines' | 'glossary',
): Named[] | undefined {
  const value = yamlAt(content, `content/${ledger}.yml`);
  return value ? namedIn(value.items) : undefined;
}

/** The questions of a module's `quiz.yml`; undefined where the file cannot be read, empty where there is none. */
export function quizItems(content: Content, module: string): Named[] | undefined {
  const path = `content/modules/${module}/quiz.yml`;
  if (content.unreadable.has(path)) return undefined;
  return namedIn(listOf(yamlAt(content, path), 'items'));
}

/** The cards of a module's `aloud.yml`; undefined where the file cannot be read, empty where there is none. */
export function aloudCards(content: Content, module: string): Named[] | undefined {
  const path = `content/modules/${module}/aloud.yml`;
  if (content.unreadable.has(path)) return undefined;
  return namedIn(yamlAt(content, path)?.items ?? []);
}
