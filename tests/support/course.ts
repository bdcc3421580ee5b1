import { parse } from 'yaml';
import { courseIds } from '../../src/course/ids.ts';
import { type CourseEntries, joinModules } from '../../src/course/module.ts';
import type { ContentFile } from '../../src/rules/problem.ts';
import type { Course } from '../../src/schema/course.ts';
import { type FileKind, fileKinds } from '../../src/schema/kinds.ts';
import { collectionId, pathToKind } from '../../src/schema/paths.ts';
import { once } from './files.ts';
import { courseSite } from './sites.ts';

/** Joins a course from its files, as the build does with its collections. */
export function joinFiles(files: readonly ContentFile[], kinds: readonly FileKind[] = fileKinds) {
  const collections: Record<string, { id: string; data: unknown; body?: string }[]> = {};
  for (const { path, text } of files) {
    const file = pathToKind(path, kinds);
    const { collection, schema } = file?.kind ?? {};
    if (!file || !collection || !schema) continue;
    const [, head = '', body = ''] = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(text) ?? [];
    const isLesson = file.lesson !== undefined;
    const data = schema.parse(parse(isLesson ? head : text));
    collections[collection] ??= [];
    collections[collection].push({ id: collectionId(file), data, ...(isLesson && { body }) });
  }
  const [course] = collections['course'] ?? [];
  const entries = { ...collections, practices: collections } as unknown as CourseEntries;
  return joinModules(course?.data as Course, { ...entries, alouds: entries.alouds ?? [] }, kinds);
}

/** The modules of the course, and every id that a record of it may name. */
export const courseModules = once(() => joinFiles(courseSite.files));
export const idsOfCourse = once(() => courseIds(courseModules()));
