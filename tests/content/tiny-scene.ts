import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readContent } from '../../src/build/read-content.ts';
import { problemsOfScenes } from '../../src/rules/conversations/index.ts';
import { problemToText } from '../../src/rules/problem.ts';
import { readAll } from '../../src/rules/reading/content.ts';

const lexicons = readContent(
  fileURLToPath(new URL('../../content', import.meta.url)),
  /^content\/languages\//,
);
const text = readFileSync(
  fileURLToPath(new URL('../fixtures/scenes/tea.scenario.yml', import.meta.url)),
  'utf8',
);

const DANGER = `situations:
  - { id: unsafe, rings: [emergency] }
  - { id: watched, rings: [tele-manas], needs: [secondAdult, meansSpoken] }
`;

/**
 * The problems of the small scene with one text in it replaced by another, as an editor reads them.
 * @throws Error when the scene does not hold the text exactly once
 */
export function problemsWith(
  ...changes: readonly (readonly [from: string, to: string])[]
): string[] {
  const changed = changes.reduce((scene, [from, to]) => {
    if (scene.split(from).length !== 2) throw new Error(`The scene does not hold “${from}” once.`);
    return scene.replace(from, () => to);
  }, text);
  const files = [
    { path: 'content/modules/ask/tea.scenario.yml', text: changed },
    { path: 'content/course.yml', text: 'languages: [{ id: hi }, { id: en }]\n' },
    { path: 'content/helplines.yml', text: '- id: tele-manas\n- id: emergency\n' },
    { path: 'content/danger.yml', text: DANGER },
    ...lexicons,
  ];
  return problemsOfScenes(readAll(files)).map(problemToText);
}
