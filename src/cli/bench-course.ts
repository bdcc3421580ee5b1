import { cpSync, existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { idHash20 } from '../domain/id-hash.ts';

const COPIED = ['content', 'public', 'src', 'astro.config.ts', 'package.json', 'tsconfig.json'];

interface Quiz {
  kind: string;
  items: { id: string }[];
}

/**
 * Copies the project to an empty folder and adds generated lessons to the course there. A generated module is a
 * copy of one of the course's own, so that it is as long as the real ones and keeps every law of the content.
 * @param lessons how many lessons to add, each in all languages
 */
export function courseWithLessons(root: string, folder: string, lessons: number): void {
  for (const name of COPIED) cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  // Astro keeps what it has read in node_modules, which is shared here.
  writeFileSync(
    join(folder, 'bench.config.ts'),
    "import config from './astro.config.ts';\nexport default { ...config, cacheDir: './.cache' };\n",
  );
  const file = join(folder, 'content', 'course.yml');
  const course = parse(readFileSync(file, 'utf8')) as { modules: string[] };
  const modules = join(folder, 'content', 'modules');
  for (const [, id = ''] of allTexts(join(folder, 'content')).matchAll(
    /\bid(?:="|: )([a-z][a-z0-9-]*)/g,
  )) {
    shortForms.add(idHash20(id));
  }
  const models = course.modules.filter((id) => quizOf(join(modules, id)).kind === 'module');
  for (let round = 1, left = lessons; left > 0; round += 1) {
    for (const model of models) {
      if (left === 0) break;
      left -= copyModule(modules, model, round, left);
      course.modules.push(`${model}-${round}`);
    }
  }
  writeFileSync(file, stringify(course));
}

const names = new Map<string, string>();
const shortForms = new Set<number>();

/** The id of a copy: numbered, and with a short form that no other copy has, as the laws of the content ask. */
function freshId(id: string, round: number): string {
  const name = `${id}-${round}`;
  const known = names.get(name);
  if (known) return known;
  let fresh = name;
  for (let more = 1; shortForms.has(idHash20(fresh)); more += 1) fresh = `${name}-${more}`;
  shortForms.add(idHash20(fresh));
  names.set(name, fresh);
  return fresh;
}

/** Copies a module under new ids with at most so many lessons; returns how many it took. */
function copyModule(modules: string, model: string, round: number, most: number): number {
  const from = join(modules, model);
  const to = join(modules, `${model}-${round}`);
  const renewed = (id: string) => freshId(id, round);
  const module = parse(readFileSync(join(from, 'module.yml'), 'utf8')) as { lessons: string[] };
  const lessons = module.lessons.slice(0, most);
  const quiz = quizOf(from);
  cpSync(from, to, { recursive: true, filter: (path) => !/\.(mdx|yml)$/.test(path) });
  writeFileSync(join(to, 'module.yml'), stringify({ ...module, lessons: lessons.map(renewed) }));
  const items = quiz.items.map((item) => ({ ...item, id: renewed(item.id) }));
  writeFileSync(join(to, 'quiz.yml'), stringify({ ...quiz, items }));
  const aloud = join(from, 'aloud.yml');
  if (existsSync(aloud)) {
    const cards = parse(readFileSync(aloud, 'utf8')) as { id: string }[];
    const renamed = cards.map((card) => ({ ...card, id: renewed(card.id) }));
    writeFileSync(join(to, 'aloud.yml'), stringify(renamed));
  }
  for (const name of readdirSync(from).filter((name) => name.endsWith('.mdx'))) {
    const [lesson = '', language] = name.split('.');
    if (!lessons.includes(lesson)) continue;
    const text = readFileSync(join(from, name), 'utf8').replaceAll(
      /(<(?:Card|Question|Aloud)\s+id=")([^"]+)/g,
      (_, tag, id) => tag + renewed(id),
    );
    writeFileSync(join(to, `${renewed(lesson)}.${language}.mdx`), text);
  }
  return lessons.length;
}

function quizOf(module: string): Quiz {
  return parse(readFileSync(join(module, 'quiz.yml'), 'utf8')) as Quiz;
}

/** Everything that an editor writes, in one text. */
function allTexts(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(yml|mdx)$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
}
