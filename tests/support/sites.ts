import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readContent } from '../../src/build/read-content.ts';
import { site, siteAddress } from '../../src/build/site.ts';
import { dist, root } from '../../src/cli/tools.ts';
import { type ContentFile, compareText } from '../../src/rules/problem.ts';
import { once } from './files.ts';

/** A built site and the content that it was built from. */
export interface Site {
  /** The folder with the built pages. */
  folder: string;
  /** The path that it was built for, such as `/dastak/`. */
  base: string;
  /** Its content files, sorted by path; read when they are first asked for. */
  readonly files: readonly ContentFile[];
}

/** Parts of the real content that the small course shares: texts of the interface, places, words and drawings. */
const SHARED = /^content\/(ui\/|images\/|languages\/|places\.yml)/;

/** The folder in which the small course of the tests is built; it holds a project of its own. */
export const fixtureProject = join(root, 'test-results', 'fixture');
/** The files that are the small course's own. */
export const fixtureContent = join(root, 'tests', 'fixtures', 'course');

const realContent = join(root, 'content');
const baseOf = (content: string) =>
  siteAddress(readFileSync(join(content, 'site.yml'), 'utf8')).base;
const byPath = (a: ContentFile, b: ContentFile) => compareText(a.path, b.path);
const courseFiles = once(() => readContent(realContent));
const fixtureFiles = once(() =>
  [...readContent(fixtureContent), ...readContent(realContent, SHARED)].toSorted(byPath),
);

/** The course itself, in `dist/`. */
export const courseSite: Site = {
  folder: dist,
  base: site.base,
  get files() {
    return courseFiles();
  },
};

/** The small course, on which behaviour is tested so that a reworded lesson breaks no test. */
export const fixtureSite: Site = {
  folder: join(fixtureProject, 'dist'),
  base: baseOf(fixtureContent),
  get files() {
    return fixtureFiles();
  },
};
