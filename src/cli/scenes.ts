import { join } from 'node:path';
import { readContent } from '../build/read-content.ts';
import { commonestOpenings } from '../rules/conversations/coach.ts';
import { guessesOf, guessesToText } from '../rules/conversations/guesses.ts';
import { problemsOfScenes } from '../rules/conversations/index.ts';
import { readScenes } from '../rules/conversations/reading.ts';
import { lexiconsOf } from '../rules/language/lexicon.ts';
import { problemToText } from '../rules/problem.ts';
import { readAll } from '../rules/reading/content.ts';
import { sceneFigures } from './scene-figures.ts';

// `npm run scenes`: what breaks a rule in the practice conversations, then the figures of each.
// `npm run scenes -- warden-knock`: the same for one scene, by its id or the end of its path.
const root = join(import.meta.dirname, '..', '..');
const content = readAll(readContent(join(root, 'content')));
const wanted = process.argv.slice(2).map((path) => path.replaceAll('\\', '/'));
const isWanted = (file: string) =>
  wanted.length === 0 ||
  wanted.some((name) => file.endsWith(name) || file.endsWith(`/${name}.scenario.yml`));

const problems = problemsOfScenes(content, isWanted);
const scenes = readScenes(content).filter(({ file }) => isWanted(file));
const broken = new Set(problems.map(({ file }) => file));

if (problems.length > 0) console.error(`${problems.map(problemToText).join('\n\n')}\n`);
for (const scene of scenes) {
  if (broken.has(scene.file))
    console.log(`${scene.file}\n  Figures follow when the problems above are gone.\n`);
  else console.log(`${sceneFigures(scene.file, scene.scenario)}\n`);
}
if (scenes.length > 0) console.log(guessFigures());
if (problems.length === 0 && scenes.length === 0) {
  console.error(
    `There is no scene ${wanted.length > 0 ? `named ${wanted.join(', ')}` : 'yet'}. A scene is a file content/modules/<module>/<id>.scenario.yml.`,
  );
}
if (problems.length > 0 || scenes.length === 0) process.exitCode = 1;

/** How far one gets without reading, and how the coach begins, over the scenes with truths and over the others. */
function guessFigures(): string {
  const groups = [
    { name: 'Scenes with truths', of: scenes.filter(({ scenario }) => scenario.truths) },
    { name: 'Scenes without truths', of: scenes.filter(({ scenario }) => !scenario.truths) },
  ];
  return groups
    .filter(({ of }) => of.length > 0)
    .map(({ name, of }) => {
      const openings = commonestOpenings(of).map(
        ({ language, opening, count, notes }) =>
          `  ${language}: the coach begins “${opening}” in ${count} of ${notes} notes`,
      );
      const guesses = guessesToText(guessesOf(of, lexiconsOf(content).values()));
      return `${name}: ${of.length}\n${guesses}\n${openings.join('\n')}\n`;
    })
    .join('\n');
}
