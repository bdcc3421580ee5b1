import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';

const root = fileURLToPath(new URL('../..', import.meta.url));
const CODE = /(?<!\.d)\.(ts|mjs|astro|css)$/;

/** What each part of `src` may import at run time, apart from itself. A part is a folder, or a file straight in `src`. */
const layers: Record<string, readonly string[]> = {
  schema: [],
  domain: [],
  i18n: [],
  vocabulary: [],
  rules: ['schema', 'domain', 'vocabulary'],
  store: ['domain'],
  exports: ['domain'],
  offline: ['domain'],
  components: ['i18n', 'domain'],
  islands: ['domain', 'store', 'exports', 'i18n', 'components', 'offline'],
  layouts: ['components', 'islands', 'i18n'],
  course: ['schema', 'domain', 'i18n', 'rules', 'vocabulary'],
  'content.config': ['schema', 'build'],
  pages: ['*'],
  build: ['*', '!islands', '!pages'],
  cli: ['*', '!islands', '!pages'],
};
/** Parts that run in a browser or are pure, so that nothing of Node's own may be in them. */
const withoutNode = ['schema', 'domain', 'i18n', 'rules', 'store', 'exports', 'offline', 'islands'];
/** Parts that are at work while the site is built; Zod is too heavy for a learner's phone. */
const withZod = ['schema', 'rules', 'content.config'];

interface SourceFile {
  path: string;
  text: string;
}

function filesBelow(folder: string): SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && CODE.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({
      path: file.slice(root.length).replaceAll('\\', '/'),
      text: readFileSync(file, 'utf8'),
    }));
}

/** Names of what a file imports at run time, each with whether only the server sees it. */
function importsOf({ path, text }: SourceFile): { name: string; isServer: boolean }[] {
  const head = path.endsWith('.astro') ? (/^---\n[\s\S]*?\n---/.exec(text)?.[0] ?? '') : '';
  const found = (part: string, isServer: boolean) =>
    [
      ...part.matchAll(/^\s*(?:import|export)\s(?!type\s)[^'";]*?\bfrom\s+['"]([^'"]+)['"]/gm),
      ...part.matchAll(/^\s*import\s+['"]([^'"]+)['"]/gm),
      ...part.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g),
    ].map(([, name = '']) => ({ name, isServer }));
  return [...found(head, true), ...found(text.slice(head.length), false)];
}

/** The part of `src` that a file belongs to, e.g. `islands` or `course`. */
function partOf(path: string): string {
  const [, part = ''] = path.split('/');
  return part.replace(/\.ts$/, '');
}

function allows(part: string, other: string): boolean {
  const rules = layers[part] ?? [];
  return rules.includes(other) || (rules.includes('*') && !rules.includes(`!${other}`));
}

function inWords(rules: readonly string[]): string {
  if (!rules.includes('*')) return rules.join(', ') || 'nothing of ours';
  const not = rules.flatMap((rule) => (rule.startsWith('!') ? [rule.slice(1)] : []));
  return `anything but ${not.join(' and ')}`;
}

/** Every import that crosses the layers the wrong way, in words. */
function breachesOf(file: SourceFile): string[] {
  const part = partOf(file.path);
  if (!layers[part] && part !== 'styles') {
    return [`${file.path} belongs to no layer; add “${part}” to the layers of this test.`];
  }
  return importsOf(file).flatMap(({ name, isServer }) => {
    const says = (rule: string) => [`${file.path} imports ${name}: ${rule}`];
    const isDoor = file.path === 'src/course/read.ts' || part === 'content.config';
    if (name === 'astro:content' && !isDoor) {
      return says('src/course/read.ts is the only door to the content.');
    }
    if (/^(astro\/)?zod/.test(name) && !withZod.includes(part)) {
      return says('Zod is for the build; the browser checks what it reads by hand.');
    }
    if (name.startsWith('node:') && withoutNode.includes(part)) {
      return says(`${part} has to run without Node.`);
    }
    if (!name.startsWith('.') || /\.css(\?url)?$/.test(name)) return [];
    const target = posix.join(posix.dirname(file.path), name.replace(/\?.*$/, ''));
    const other = target.startsWith('src/') ? partOf(target) : target;
    const isOwn = other === part;
    // An island's frontmatter is drawn at build time and may ask the course.
    const isFrontmatter = part === 'islands' && isServer && other === 'course';
    if (isOwn || isFrontmatter || allows(part, other)) return [];
    return says(`${part} may import ${inWords(layers[part] ?? [])}.`);
  });
}

const source = filesBelow('src');
const tests = filesBelow('tests');
const lines = ({ text }: SourceFile) => text.trimEnd().split('\n').length;

test('Imports point one way', () => {
  expect(source.flatMap(breachesOf)).toEqual([]);
});

test('The layer rule sees imports of every form, and none that are types only', () => {
  const file = (path: string, text: string) => ({ path, text });
  const breaches = [
    file(
      'src/domain/a.ts',
      "import { b } from '../store/b.ts';\nimport type { C } from '../store/c.ts';",
    ),
    file(
      'src/store/a.ts',
      "export { b } from '../islands/b.ts';\nimport {\n  c,\n} from 'node:fs';",
    ),
    file(
      'src/islands/a/A.astro',
      "---\nimport { x } from '../../course/read.ts';\n---\n<script>\nimport '../../course/read.ts';\n</script>",
    ),
    file(
      'src/cli/a.ts',
      "const page = await import('../pages/a.ts');\nimport { z } from 'astro/zod';",
    ),
    file('src/pages/a.astro', "---\nimport { getCollection } from 'astro:content';\n---"),
    file('src/helpers/a.ts', ''),
  ].flatMap(breachesOf);
  expect(breaches).toEqual([
    'src/domain/a.ts imports ../store/b.ts: domain may import nothing of ours.',
    'src/store/a.ts imports ../islands/b.ts: store may import domain.',
    'src/store/a.ts imports node:fs: store has to run without Node.',
    'src/islands/a/A.astro imports ../../course/read.ts: islands may import domain, store, exports, i18n, components, offline.',
    'src/cli/a.ts imports astro/zod: Zod is for the build; the browser checks what it reads by hand.',
    'src/cli/a.ts imports ../pages/a.ts: cli may import anything but islands and pages.',
    'src/pages/a.astro imports astro:content: src/course/read.ts is the only door to the content.',
    'src/helpers/a.ts belongs to no layer; add “helpers” to the layers of this test.',
  ]);
});

test('No file is longer than 350 lines', () => {
  const long = [...source, ...tests].filter((file) => lines(file) > 350);
  expect(long.map((file) => `${file.path} has ${lines(file)} lines; split it.`)).toEqual([]);
});

test('Half of the source files have at most 60 lines, nine in ten at most 200', () => {
  const sorted = source.toSorted((a, b) => lines(a) - lines(b));
  const upTo = (share: number) => sorted.slice(0, Math.ceil(sorted.length * share));
  const over = (files: SourceFile[], most: number) =>
    files
      .filter((file) => lines(file) > most)
      .map((file) => `${file.path} has ${lines(file)} lines.`);
  expect(over(upTo(0.5), 60), 'half of the files at most 60 lines').toEqual([]);
  expect(over(upTo(0.9), 200), 'nine in ten files at most 200 lines').toEqual([]);
});

test('No folder lies more than three deep', () => {
  const deep = [...source, ...tests].filter(({ path }) => path.split('/').length - 2 > 3);
  expect(deep.map(({ path }) => `${path} lies too deep; move it up.`)).toEqual([]);
});
