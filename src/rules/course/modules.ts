import { pathToKind } from '../../schema/paths.ts';
import type { Problem } from '../problem.ts';
import { type Content, yamlAt } from '../reading/content.ts';
import { fieldOf, listOf, textsOf } from '../reading/value.ts';
import { suggestion } from '../references/edit-distance.ts';

/** The modules of `course.yml` have folders and the other way round; so have a module's lessons their files. */
export function modulesProblems(content: Content): Problem[] {
  const course = yamlAt(content, 'content/course.yml');
  const listed = textsOf(listOf(course, 'modules'));
  const folders = moduleFolders(content);
  const modules = listed.map(({ text }) => text);
  const missing = listed.flatMap(({ text: module, line }) => {
    const file = `content/modules/${module}/module.yml`;
    if (content.paths.has(file)) return [];
    const hasFolder = folders.includes(module);
    return {
      ...{ file: 'content/course.yml', line, value: module },
      message: `The module “${module}” has no ${hasFolder ? 'module.yml' : 'folder'}.`,
      instead: hasFolder
        ? `Add the file ${file}.`
        : orAdd(suggestion(module, folders, 'folders'), file),
      why: 'The corridor of doors shows the modules that stand in content/course.yml.',
    };
  });
  const unlisted = (course ? folders : [])
    .filter((folder) => !modules.includes(folder))
    .map((folder) => ({
      ...{ file: `content/modules/${folder}/module.yml`, line: 1, value: folder },
      message: `The folder “${folder}” is not in the list of modules.`,
      instead: `Add “- ${folder}” to the modules of content/course.yml, or take the folder out.`,
      why: 'A module that is not listed would never be shown.',
    }));
  return [...missing, ...unlisted, ...folders.flatMap((folder) => lessonProblems(content, folder))];
}

function orAdd(hint: string, file: string): string {
  return hint.startsWith('Did')
    ? `${hint} If not, add ${file}.`
    : `Add ${file}, or take the line out.`;
}

/** Ids of all modules that have a folder, in order. */
export function moduleFolders({ files, kinds }: Content): string[] {
  const folders = files.flatMap(({ path }) => pathToKind(path, kinds)?.module ?? []);
  return [...new Set(folders)].toSorted();
}

function lessonProblems(content: Content, module: string): Problem[] {
  const file = `content/modules/${module}/module.yml`;
  const value = yamlAt(content, file);
  if (fieldOf(value, 'lessons')?.kind !== 'list') return [];
  const listed = textsOf(listOf(value, 'lessons'));
  const names = listed.map(({ text }) => text);
  const files = content.lessons.filter((lesson) => lesson.module === module);
  const found = [...new Set(files.map(({ lesson }) => lesson))];
  const line = fieldOf(value, 'lessons')?.line ?? 1;
  return [
    ...listed
      .filter(({ text }) => !found.includes(text))
      .map((entry) => ({
        file,
        line: entry.line,
        value: entry.text,
        message: `The lesson “${entry.text}” has no file.`,
        instead: orAdd(
          suggestion(
            entry.text,
            found.filter((lesson) => !names.includes(lesson)),
            'lessons',
          ),
          content.languages
            .map((language) => `content/modules/${module}/${entry.text}.${language}.mdx`)
            .join(' and '),
        ),
        why: 'The module leads through the lessons of this list, one after the other.',
      })),
    ...found
      .filter((lesson) => !names.includes(lesson))
      .map((lesson) => ({
        file,
        line,
        value: lesson,
        message: `The lesson “${lesson}” has a file and is not in this list.`,
        instead: `Add “- ${lesson}” to the lessons at the place where it is to be taken, or take its files out.`,
        why: 'A lesson that is not listed would never be shown.',
      })),
  ];
}
