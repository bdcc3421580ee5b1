import { scenarioToGraph } from '../../domain/scenario-compile.ts';
import { domainWalks } from '../../domain/scenario-play.ts';
import { schemaProblems } from '../files/schema.ts';
import { wordsParityProblems } from '../parity/words.ts';
import { type Problem, problemsInOrder } from '../problem.ts';
import type { Content } from '../reading/content.ts';
import { actProblems } from './acts.ts';
import { debriefProblems } from './endings.ts';
import { formProblems } from './form.ts';
import { habitProblems } from './habits.ts';
import { nameProblems } from './names.ts';
import { readScenes } from './reading.ts';
import { textProblems } from './texts.ts';
import { walkProblems } from './walks.ts';

/** Everything that keeps the practice conversations from being played or read: their writing, their form, their languages, their talk. */
export function problemsOfScenes(content: Content): Problem[] {
  const ofFiles = [
    ...content.problems,
    ...schemaProblems(content),
    ...wordsParityProblems(content),
  ].filter(({ file }) => file.endsWith('.scenario.yml'));
  return problemsInOrder([...ofFiles, ...scenarioProblems(content)]);
}

/** Every practice conversation can be played to its end, and teaches what it sets out to teach. */
export function scenarioProblems(content: Content): Problem[] {
  const scenes = readScenes(content);
  return scenes.flatMap((scene) => {
    const names = [...formProblems(scene), ...nameProblems(scene, scenes)];
    const words = [...textProblems(scene, content), ...actProblems(scene)];
    // A scene whose threads lead nowhere cannot be walked.
    if (names.length > 0) return [...names, ...words];
    const graph = scenarioToGraph(scene.scenario);
    const walked = walkProblems(scene, graph);
    // Shares are known only of a scene whose every run comes to an end.
    if (walked.length > 0) return [...words, ...walked];
    const walks = domainWalks(graph);
    return [
      ...words,
      ...debriefProblems(scene, graph, walks),
      ...habitProblems(scene, graph, walks),
    ];
  });
}
