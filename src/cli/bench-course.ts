import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { readContent } from '../build/read-content.ts';
import { idHash20 } from '../domain/id-hash.ts';
import type { ContentFile } from '../rules/problem.ts';
import { copyProject, root } from './tools.ts';

const HELPLINE = '<Helpline id="emergency" />.';
/** The end of a card, with the drawing in front of it. */
const CARD_END = /\n(?:<Drawing [^\n]*\n\n)?<\/Card>/;
/** What has an id in a lesson. */
const WITH_ID = /(<(?:Card|Question|Aloud)\s+id=")([^"]+)/g;

type WithId = { id: string };
type Quiz = { kind: string; items: WithId[] };
type Readers = { readers: { reasons: { items: string[] }[] }[] };

/**
 * Copies the project to an empty folder and adds generated lessons to the course there.
 * @param lessons how many lessons to add, each in all languages
 */
export function courseWithLessons(folder: string, lessons: number): void {
  copyProject(folder);
  // Astro keeps what it has read in node_modules, which is shared here.
  writeFileSync(
    join(folder, 'bench.config.ts'),
    "import config from './astro.config.ts';\nexport default { ...config, cacheDir: './.cache' };\n",
  );
  const files = readContent(join(root, 'content'));
  for (const file of withLessons(files, lessons)) {
    if (files.includes(file)) continue;
    mkdirSync(dirname(join(folder, file.path)), { recursive: true });
    writeFileSync(join(folder, file.path), file.text);
  }
}

/**
 * The content with generated lessons. A generated module is a copy of one of the course's own under new ids, so that it is
 * as long as the real ones and keeps every rule of the content. Files that stay as they are, are the given objects.
 */
export function withLessons(files: readonly ContentFile[], lessons: number): ContentFile[] {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const read = <T>(path: string) => parse(texts.get(path) ?? '') as T;
  const course = read<{ modules: string[]; shortWay?: number }>('content/course.yml');
  // A course of a thousand lessons has no short way of an hour and a quarter.
  delete course.shortWay;
  const ids = idsBeside(files, course.modules);
  const copies = new Map<string, string>();
  // A card that is given a helpline has to be read, so lessons of a module that was cut are listed whole.
  const cut: string[] = [];
  const models = course.modules.filter(
    (id) => read<Quiz>(`content/modules/${id}/quiz.yml`).kind === 'module',
  );
  for (let round = 1, left = lessons; left > 0; round += 1) {
    for (const model of models) {
      if (left === 0) break;
      const module = ids.fresh(model, round, ['', '-check', '-result']);
      const renewed = (id: string) => ids.fresh(id, round);
      const { made, copied, isCut } = copyModule(files, model, module, renewed, left);
      for (const [path, text] of made) copies.set(path, text);
      if (isCut) cut.push(...copied);
      left -= copied.length;
      course.modules.push(module);
    }
  }
  const readers = read<Readers>('content/readers.yml');
  for (const { items } of readers.readers.flatMap(({ reasons }) => reasons)) {
    items.push(...items.flatMap((id) => ids.copiesOf(id)), ...cut);
  }
  copies.set('content/course.yml', toYaml(course));
  copies.set('content/readers.yml', toYaml(readers));
  return [
    ...files.filter(({ path }) => !copies.has(path)),
    ...[...copies].map(([path, text]) => ({ path, text })),
  ];
}

/** Each text on one line, as authors write it. */
const toYaml = (value: unknown) => stringify(value, { lineWidth: 0 });

/** Gives ids to copies: numbered, and with short forms that nothing else has, as the rules of the content ask. */
function idsBeside(files: readonly ContentFile[], modules: readonly string[]) {
  // Every word in small letters may be an id of the course, and every module has a check and a result.
  const words = files
    .filter(({ path }) => /\.(yml|mdx)$/.test(path))
    .flatMap(({ text }) => text.match(/[a-z][a-z0-9]*(?:-[a-z0-9]+)*/g) ?? []);
  const taken = new Set([...words, ...modules.flatMap((id) => [`${id}-check`, `${id}-result`])]);
  const shortForms = new Set([...taken].map(idHash20));
  const known = new Map<string, Map<number, string>>();
  return {
    /** @param ends what ids are made of it: itself, and for a module those of its check and result */
    fresh(id: string, round: number, ends = ['']): string {
      const rounds = known.get(id) ?? new Map<number, string>();
      known.set(id, rounds);
      const formsOf = (one: string) => ends.map((end) => idHash20(one + end));
      let fresh = rounds.get(round) ?? `${id}-${round}`;
      if (rounds.has(round)) return fresh;
      for (let more = 1; formsOf(fresh).some((form) => shortForms.has(form)); more += 1) {
        fresh = `${id}-${round}-${more}`;
      }
      for (const form of formsOf(fresh)) shortForms.add(form);
      rounds.set(round, fresh);
      return fresh;
    },
    copiesOf: (id: string): string[] => [...(known.get(id)?.values() ?? [])],
  };
}

/**
 * Copies a module under new ids.
 * @param most the most lessons that are copied
 * @returns the text of each new file by its path, the ids of the new lessons, and whether any were left out
 */
function copyModule(
  files: readonly ContentFile[],
  model: string,
  name: string,
  renewed: (id: string) => string,
  most: number,
) {
  const [from, to] = [`content/modules/${model}/`, `content/modules/${name}/`];
  const own = new Map(
    files.flatMap(({ path, text }) =>
      path.startsWith(from) ? [[path.slice(from.length), text]] : [],
    ),
  );
  const made = new Map<string, string>();
  const module = parse(own.get('module.yml') ?? '') as { lessons: string[] };
  const lessons = module.lessons.slice(0, most);
  // A module that is cut may have lost the lesson with the helpline that its rules ask for.
  const isCut = lessons.length < module.lessons.length;
  const ids = new Set<string>();
  for (const [file, text] of own) {
    const [lesson = '', language, end] = file.split('.');
    if (end !== 'mdx' || !lessons.includes(lesson)) continue;
    const shown = isCut ? text.replace(CARD_END, `\n${HELPLINE}\n$&`) : text;
    for (const [, , id = ''] of text.matchAll(WITH_ID)) ids.add(id);
    made.set(
      `${to}${renewed(lesson)}.${language}.mdx`,
      shown.replaceAll(WITH_ID, (_, tag, id) => tag + renewed(id)),
    );
  }
  const rename = <T extends WithId>(one: T) => ({ ...one, id: renewed(one.id) });
  const [first = ''] = lessons;
  const minutes = Number(/^minutes: (\d+)/m.exec(own.get(`${first}.en.mdx`) ?? '')?.[1]);
  const head = { ...module, minutes, core: [renewed(first)], lessons: lessons.map(renewed) };
  made.set(`${to}module.yml`, toYaml(head));
  const quiz = parse(own.get('quiz.yml') ?? '') as Quiz;
  made.set(`${to}quiz.yml`, toYaml({ ...quiz, items: quiz.items.map(rename) }));
  const cards = (parse(own.get('aloud.yml') ?? '[]') as WithId[]).filter(({ id }) => ids.has(id));
  if (cards.length > 0) made.set(`${to}aloud.yml`, toYaml(cards.map(rename)));
  return { made, copied: lessons.map(renewed), isCut };
}
