// `npm run review`: writes the reviewer's edition, review-book/index.html: the whole course in one file, to read, to send and to print.
// `npm run review -- changes`: what each module's signature covers, and which files have changed since.
// `npm run review -- sign <module> --name "…" --role "…"`: writes a signature over the module as it stands.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { dayOf } from '../build/day.ts';
import { moduleSigned } from '../build/signature.ts';
import { changesSince, reviewState, withReview } from '../domain/signature.ts';
import type { Course } from '../schema/course.ts';
import type { Module } from '../schema/module.ts';
import { reviewBook } from './review-book.ts';
import { buildCourse, dist, root, stop } from './tools.ts';

const { modules } = parse(readFileSync(join(root, 'content/course.yml'), 'utf8')) as Course;
const fileOf = (module: string) => join(root, 'content/modules', module, 'module.yml');
const reviewOf = (module: string) => (parse(readFileSync(fileOf(module), 'utf8')) as Module).review;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    name: { type: 'string' },
    role: { type: 'string' },
    on: { type: 'string' },
    hash: { type: 'string' },
  },
});
const [task = 'book', module] = positionals;
if (task === 'book') await book();
else if (task === 'changes') for (const each of modules) console.log(changesIn(each));
else if (task === 'sign') sign();
else stop('Write npm run review, npm run review -- changes, or npm run review -- sign <module>.');

async function book(): Promise<void> {
  await buildCourse();
  const folder = join(root, 'review-book');
  mkdirSync(folder, { recursive: true });
  const { html, pages } = reviewBook(dist);
  writeFileSync(join(folder, 'index.html'), html);
  console.log(
    `review-book/index.html holds ${pages} chapters; open it in a browser, and print it there.`,
  );
}

function changesIn(id: string): string {
  const review = reviewOf(id);
  const now = moduleSigned(id, root);
  const state = reviewState(review, now);
  if (!review) return `${id}: nobody has signed it. Its hash now is ${now.hash}.`;
  const by = `${review.name}, ${review.role}, on ${review.on}`;
  if (state === 'signed') return `${id}: stands as ${by} signed it.`;
  const changes = changesSince(review, now).map(({ file, change }) => `  ${file}: ${change}`);
  return [`${id}: signed by ${by}, and changed since.`, ...changes].join('\n');
}

function sign(): void {
  const { name, role, on = dayOf(), hash = '' } = values;
  if (!module || !modules.includes(module))
    stop(`Name one of the modules ${modules.join(', ')} after “sign”.`);
  if (!name || !role) stop('Add --name "…" --role "…", as they are to stand on the module’s door.');
  const now = moduleSigned(module, root);
  if (!now.hash.startsWith(hash))
    stop(
      `The module “${module}” is no longer what was signed: its hash is ${now.hash} now, and ${hash} was given. npm run review -- changes names what changed.`,
    );
  const file = fileOf(module);
  writeFileSync(file, withReview(readFileSync(file, 'utf8'), { name, role, on, ...now }));
  console.log(`${module}: signed by ${name}, ${role}, on ${on}. Hash ${now.hash}.`);
}
