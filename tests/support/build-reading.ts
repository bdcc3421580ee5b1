import { parse } from 'yaml';
import { readLessonFile } from '../../src/build/content-files.ts';
import { courseIds } from '../../src/course/ids.ts';
import { lessonToPieces } from '../../src/course/lesson.ts';
import type { ContentFile } from '../../src/rules/problem.ts';
import { lessonSchema } from '../../src/schema/module.ts';
import { joinFiles } from './course.ts';

/**
 * The build's own reading of the content, without its pages: the heads and texts of lessons, the schemas, and the
 * joining of modules.
 * @throws what the build would throw
 */
export function readAsBuild(files: readonly ContentFile[]): void {
  for (const { path, text } of files) {
    if (!path.endsWith('.mdx')) continue;
    const { head, rendered } = readLessonFile(text);
    lessonSchema.parse(parse(head));
    lessonToPieces({ rendered, filePath: path });
  }
  courseIds(joinFiles(files));
}
