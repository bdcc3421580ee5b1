import { cpSync, existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { idHash20 } from '../domain/id-hash.ts';

const COPIED = ['content', 'public', 'src', 'astro.config.ts', 'package.json', 'tsconfig.json'];

const HELPLINE = '<Helpline id="emergency" />.';
/** The end of a card, with the drawing in front of it. */
const CARD_END = /\n(?:<Drawing [^\n]*\n\n)?<\/Card>/;

interface Quiz {
  kind: string;
  items: { id: string }[];
}

/**
 * Copies the project to an empty folder and adds generated lessons to the course there. A generated module is a
 * copy of one of the course's own, so that it is as long as the real ones and keeps every rule of the content.
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
  const course = parse(readFileSync(file, 'utf8')) as { modules: string[]; shortWay?: number };
  // A course of a thousand lessons has no short way of an hour and a quarter.
  delete course.shortWay;
  const modules = join(folder, 'content', 'modules');
  // Every word in small letters may be an id of the course, and every module has a check and a result.
  const words = new Set(allTexts(join(folder, 'content')).match(/[a-z][a-z0-9]*(?:-[a-z0-9]+)*/g));
  for (const word of words) shortForms.add(idHash20(word));
  for (const id of course.modules) {
    for (const end of ['-check', '-result']) shortForms.add(idHash20(id + end));
  }
  const models = course.modules.filter((id) => quizOf(join(modules, id)).kind === 'module');
  for (let round = 1, left = lessons; left > 0; round += 1) {
    for (const model of models) {
      if (left === 0) break;
      const module = freshId(model, round, ['', '-check', '-result']);
      left -= copyModule(modules, model, module, round, left);
      course.modules.push(module);
    }
  }
  writeFileSync(file, stringify(course));
}

const names = new Map<string, string>();
const shortForms = new Set<number>();

/**
 * The id of a copy: numbered, and with short forms that no other copy has, as the rules of the content ask.
 * @param ends what ids are made of it: itself, and for a module those of its check and result
 */
function freshId(id: string, round: number, ends = ['']): string {
  const name = `${id}-${round}`;
  const known = names.get(name);
  if (known) return known;
  const formsOf = (one: string) => ends.map((end) => idHash20(one + end));
  let fresh = name;
  for (let more = 1; formsOf(fresh).some((form) => shortForms.has(form)); more += 1) {
    fresh = `${name}-${more}`;
  }
  for (const form of formsOf(fresh)) shortForms.add(form);
  names.set(name, fresh);
  return fresh;
}

/** Copies a module under new ids with at most so many lessons; returns how many it took. */
function copyModule(
  modules: string,
  model: string,
  name: string,
  round: number,
  most: number,
): number {
  const from = join(modules, model);
  const to = join(modules, name);
  const renewed = (id: string) => freshId(id, round);
  const module = parse(readFileSync(join(from, 'module.yml'), 'utf8')) as { lessons: string[] };
  const lessons = module.lessons.slice(0, most);
  const quiz = quizOf(from);
  cpSync(from, to, { recursive: true, filter: (path) => !/\.(mdx|yml)$/.test(path) });
  const [first = ''] = lessons;
  const head = readFileSync(join(from, `${first}.en.mdx`), 'utf8');
  const minutes = Number(/^minutes: (\d+)/m.exec(head)?.[1]);
  const core = [renewed(first)];
  writeFileSync(
    join(to, 'module.yml'),
    stringify({ ...module, minutes, core, lessons: lessons.map(renewed) }),
  );
  const items = quiz.items.map((item) => ({ ...item, id: renewed(item.id) }));
  writeFileSync(join(to, 'quiz.yml'), stringify({ ...quiz, items }));
  let copied = '';
  for (const file of readdirSync(from).filter((one) => one.endsWith('.mdx'))) {
    const [lesson = '', language] = file.split('.');
    if (!lessons.includes(lesson)) continue;
    const whole = readFileSync(join(from, file), 'utf8');
    // A module that is cut may have lost the lesson with the helpline that its rules ask for.
    const isCut = lessons.length < module.lessons.length;
    const shown = isCut ? whole.replace(CARD_END, `\n${HELPLINE}\n$&`) : whole;
    const text = shown.replaceAll(
      /(<(?:Card|Question|Aloud)\s+id=")([^"]+)/g,
      (_, tag, id) => tag + renewed(id),
    );
    copied += text;
    writeFileSync(join(to, `${renewed(lesson)}.${language}.mdx`), text);
  }
  const aloud = join(from, 'aloud.yml');
  if (existsSync(aloud)) {
    const cards = parse(readFileSync(aloud, 'utf8')) as { id: string }[];
    const renamed = cards
      .map((card) => ({ ...card, id: renewed(card.id) }))
      .filter(({ id }) => copied.includes(`"${id}"`));
    if (renamed.length > 0) writeFileSync(join(to, 'aloud.yml'), stringify(renamed));
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
