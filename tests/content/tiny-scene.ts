import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readContent } from '../../src/build/read-content.ts';
import { problemsOfScenes } from '../../src/rules/conversations/index.ts';
import { problemToText } from '../../src/rules/problem.ts';
import { readAll } from '../../src/rules/reading/content.ts';
import { unchanged } from './unchanged.ts';

const lexicons = readContent(
  fileURLToPath(new URL('../../content', import.meta.url)),
  /^content\/languages\//,
);
const lexiconsRead = unchanged(lexicons.map(({ text }) => text));
const fixture = (path: string) =>
  readFileSync(fileURLToPath(new URL(`../fixtures/${path}`, import.meta.url)), 'utf8');
const tea = fixture('scenes/tea.scenario.yml');
/** The small scene with truths, as a scene of its own. */
const bottle = fixture('course/modules/ask/bottle.scenario.yml')
  .replace('variantOf: tea\n', '')
  .replace(/^#.*\n/, 'firstPlay: thoughts\n');

const DANGER = `situations:
  - { id: unsafe, rings: [emergency] }
  - { id: watched, rings: [tele-manas], needs: [secondAdult, meansSpoken] }
`;

/**
 * The problems of the small scene with one text in it replaced by another, as an editor reads them.
 * @throws Error when the scene does not hold the text exactly once
 */
export const problemsWith = (...changes: readonly Change[]): string[] =>
  problemsOf('tea', tea, changes);

/** The same for the small scene with truths. */
export const problemsOfBottle = (...changes: readonly Change[]): string[] =>
  problemsOf('bottle', bottle, changes);

type Change = readonly [from: string, to: string];

function problemsOf(id: string, scene: string, changes: readonly Change[]): string[] {
  const changed = changes.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`The scene does not hold “${from}” once.`);
    return text.replace(from, () => to);
  }, scene);
  const files = [
    { path: `content/modules/ask/${id}.scenario.yml`, text: changed },
    { path: 'content/course.yml', text: 'languages: [{ id: hi }, { id: en }]\n' },
    { path: 'content/helplines.yml', text: '- id: tele-manas\n- id: emergency\n' },
    { path: 'content/danger.yml', text: DANGER },
    ...lexicons,
  ];
  return problemsOfScenes(readAll(files, undefined, lexiconsRead)).map(problemToText);
}
