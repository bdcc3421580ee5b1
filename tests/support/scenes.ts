import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { scenarioToGraph } from '../../src/domain/scenario-compile.ts';
import { sceneWords } from '../../src/domain/scenario-words.ts';
import { readScenes } from '../../src/rules/conversations/reading.ts';
import type { ContentFile } from '../../src/rules/problem.ts';
import { readAll } from '../../src/rules/reading/content.ts';
import type { Scenario } from '../../src/schema/scenario.ts';
import { filesOfKind, once } from './files.ts';
import { courseSite } from './sites.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A scene ready to be played: its graph, and its words by language. */
export function playable(scenario: Scenario) {
  const languages = Object.keys(scenario.title);
  return {
    graph: scenarioToGraph(scenario),
    words: Object.fromEntries(languages.map((lang) => [lang, sceneWords(scenario, lang)])),
  };
}

/** Every scene among some content files, ready to be played; its file is read when more than its id is asked for. */
export const scenesIn = (files: readonly ContentFile[]) =>
  filesOfKind(files, 'scenario').map((file) => {
    const made = once(() => playable(file.data));
    return {
      id: file.id,
      get scenario() {
        return file.data;
      },
      get graph() {
        return made().graph;
      },
      get words() {
        return made().words;
      },
    };
  });

/** Every scene of the course. */
export const courseScenes = once(() => scenesIn(courseSite.files));

/**
 * A small scene, on which a test can see everything at once.
 * @param changes texts of its file to put in the place of others
 * @throws Error when the changed text is no scene
 */
export function teaScene(...changes: readonly (readonly [from: string, to: string])[]) {
  const file = readFileSync(at('../fixtures/scenes/tea.scenario.yml'), 'utf8');
  const text = changes.reduce((scene, [from, to]) => scene.replace(from, () => to), file);
  const [scene] = readScenes(readAll([{ path: 'content/modules/ask/tea.scenario.yml', text }]));
  if (!scene) throw new Error('The changed text is no scene.');
  return { scenario: scene.scenario, ...playable(scene.scenario) };
}
