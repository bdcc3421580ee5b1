import { kindToPath, type PathParts, partNames, pathToKind } from '../../schema/paths.ts';
import { type StrayName, strayName } from '../../schema/stray-files.ts';
import { compareText, type Problem, type ProblemWords } from '../problem.ts';
import type { Content } from '../reading/content.ts';
import { nearest, textToId } from '../references/edit-distance.ts';

const WHY = 'The course takes up only files whose place and name say what they are.';

/** Every file has a name that the course knows, and the files that it cannot do without are there. */
export function fileNamesProblems(content: Content): Problem[] {
  const needed = [
    ...pathsOf(content, ''),
    ...content.languages.flatMap((language) => pathsOf(content, 'language', { language })),
  ];
  return [
    ...content.files
      .filter(({ path }) => !pathToKind(path, content.kinds))
      .map(({ path }) => unknownFile(path, needed, content)),
    ...needed
      .filter((path) => !content.paths.has(path) && !content.unreadable.has(path))
      .map((path) => missingFile(path, content)),
    ...foreignFiles(content),
  ];
}

/** The paths of all kinds whose names in braces are these, e.g. `language`; the names are put in. */
function pathsOf({ kinds }: Content, names: string, parts: PathParts = {}): string[] {
  return kinds
    .filter((kind) => kind.schema && partNames(kind).join() === names)
    .map((kind) => kindToPath(kind, parts));
}

function unknownFile(path: string, needed: readonly string[], content: Content): Problem {
  const stray = strayName(path, content.kinds);
  const at = { file: path, line: 1, value: path, why: WHY };
  if (stray && content.paths.has(stray.meant)) return { ...at, ...besideIt(stray.meant) };
  if (stray) return { ...at, ...inItsPlace(stray) };
  const [, folder, name, language, ending] =
    /^content\/modules\/([^/]+)\/(.+?)(?:\.([a-z]{2,3}))?\.([^./]+)$/.exec(path) ?? [];
  const isLesson = folder && name && language && /^mdx?$/.test(ending ?? '');
  const meant = isLesson
    ? `content/modules/${textToId(folder)}/${textToId(name)}.${language}.mdx`
    : nearestPath(path, folder ? pathsOf(content, 'module', { module: folder }) : needed);
  if (meant && content.paths.has(meant)) return { ...at, ...besideIt(meant) };
  return {
    ...at,
    message: 'The course has no use for a file of this name.',
    instead: meant
      ? `Rename it to ${meant}`
      : 'Take it out of content/, or give it a name of the kinds that content/README.md lists.',
  };
}

/** The path of whose file name this one is a misspelling; folders are no part of the likeness. */
function nearestPath(path: string, known: readonly string[]): string | undefined {
  const name = (one: string) => one.slice(one.lastIndexOf('/') + 1);
  const meant = nearest(name(path), known.map(name));
  return known.find(
    (one) => name(one) === meant && one.startsWith(path.slice(0, -name(path).length)),
  );
}

function besideIt(meant: string): ProblemWords {
  return {
    message: `This looks like a copy of ${meant}, and the course reads only that one.`,
    instead: `Do not rename it: that would replace the other. Open both; what you need from here, copy into ${meant}. Then take this file out of content/.`,
    why: WHY,
  };
}

function inItsPlace({ meant, how }: StrayName): ProblemWords {
  const words = {
    copy: ['This file has the name of a copy.', `Rename it to ${meant}`],
    spelling: [
      'The name of this file is not spelt as the course reads it.',
      `Rename it to ${meant}`,
    ],
    ending: [
      'This file has an ending too many, which Windows hides until “File name extensions” is switched on in the Explorer.',
      `Rename it to ${meant}`,
    ],
    form: [
      'This file is in the form of a word processor, and the course reads plain text.',
      `Copy its text into Notepad, and save it as UTF-8 under the name ${meant}; then take this file out of content/.`,
    ],
  }[how];
  const [message = '', instead = ''] = words;
  return { message, instead, why: WHY };
}

function missingFile(path: string, { kinds, languages }: Content): Problem {
  const found = pathToKind(path, kinds);
  const [first = ''] = languages;
  const example = found?.language && kindToPath(found.kind, { language: first });
  return {
    ...{ file: path, line: 1, value: path },
    message: 'This file is missing.',
    instead: example
      ? `Add ${path} with the same keys as ${example}.`
      : `Restore ${path} from the last version of the course.`,
    why:
      found?.kind.name === 'lexicon'
        ? 'The rules know a language by this file; without it they would pass its texts over in silence.'
        : 'Every page of the course is made with it.',
  };
}

/** Files of a language that `course.yml` does not name. */
function foreignFiles({ files, languages, kinds }: Content): Problem[] {
  if (languages.length === 0) return [];
  return files.flatMap(({ path }) => {
    const language = pathToKind(path, kinds)?.language;
    if (!language || languages.includes(language)) return [];
    return {
      file: path,
      line: 1,
      value: language,
      message: `The language “${language}” of this file is no language of the course.`,
      instead: `Add “${language}” to the languages of content/course.yml, or take the file out. The languages now are: ${languages.toSorted(compareText).join(', ')}.`,
      why: 'Only languages of content/course.yml are shown.',
    };
  });
}
