import { compareText, type Problem } from '../problem.ts';
import type { Content } from '../reading/content.ts';
import { pathToKind, singleFiles } from '../reading/paths.ts';
import { nearest, textToId } from '../references/edit-distance.ts';

const WHY = 'The course takes up only files whose place and name say what they are.';

/** Every file has a name that the course knows, and the files that it cannot do without are there. */
export function filesProblems(content: Content): Problem[] {
  const needed = [
    ...singleFiles.map((name) => `content/${name}.yml`),
    ...content.languages.map((language) => `content/ui/${language}.yml`),
  ];
  return [
    ...content.files
      .filter(({ path }) => pathToKind(path).kind === 'unknown')
      .map(({ path }) => unknownFile(path, needed)),
    ...needed
      .filter((path) => !content.paths.has(path))
      .map((path) => missingFile(path, content.languages[0])),
    ...foreignFiles(content),
  ];
}

function unknownFile(path: string, needed: readonly string[]): Problem {
  const [, folder, name, language, ending] =
    /^content\/modules\/([^/]+)\/(.+?)(?:\.([a-z]{2,3}))?\.([^./]+)$/.exec(path) ?? [];
  const isLesson = folder && name && language && /^mdx?$/.test(ending ?? '');
  const meant = isLesson
    ? `content/modules/${textToId(folder)}/${textToId(name)}.${language}.mdx`
    : nearest(
        path,
        folder
          ? ['module.yml', 'quiz.yml', 'aloud.yml'].map(
              (file) => `content/modules/${folder}/${file}`,
            )
          : needed,
      );
  return {
    file: path,
    line: 1,
    value: path,
    message: 'The course has no use for a file of this name.',
    instead: meant
      ? `Rename it to ${meant}`
      : 'Take it out of content/, or give it a name of the kinds that content/README.md lists.',
    why: WHY,
  };
}

function missingFile(path: string, firstLanguage = ''): Problem {
  const isUi = path.startsWith('content/ui/');
  return {
    ...{ file: path, line: 1, value: path },
    message: 'This file is missing.',
    instead: isUi
      ? `Add ${path} with the same keys as content/ui/${firstLanguage}.yml.`
      : `Restore ${path} from the last version of the course.`,
    why: 'Every page of the course is made with it.',
  };
}

/** Files of a language that `course.yml` does not name. */
function foreignFiles({ files, languages }: Content): Problem[] {
  if (languages.length === 0) return [];
  return files.flatMap(({ path }) => {
    const kind = pathToKind(path);
    if ((kind.kind !== 'lesson' && kind.kind !== 'ui') || languages.includes(kind.language))
      return [];
    return [
      {
        file: path,
        line: 1,
        value: kind.language,
        message: `The language “${kind.language}” of this file is no language of the course.`,
        instead: `Add “${kind.language}” to the languages of content/course.yml, or take the file out. The languages now are: ${languages.toSorted(compareText).join(', ')}.`,
        why: 'Only languages of content/course.yml are shown.',
      },
    ];
  });
}
