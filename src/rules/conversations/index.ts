import { scenarioToGraph } from '../../domain/scenario-compile.ts';
import { domainWalks } from '../../domain/scenario-play.ts';
import { type ContentFile, type Problem, problemsInOrder } from '../problem.ts';
import { actProblems } from './acts.ts';
import { debriefProblems } from './endings.ts';
import { formProblems } from './form.ts';
import { habitProblems } from './habits.ts';
import { nameProblems } from './names.ts';
import { readScenes } from './reading.ts';
import { textProblems } from './texts.ts';
import { walkProblems } from './walks.ts';

/**
 * Everything in which the practice conversations break their rules.
 * @param files files of `content/`; of these the scenes, the languages of `course.yml` and the ids of `helplines.yml` are read
 * @returns the problems by file and line; empty where every scene is in order
 */
export function scenarioProblems(files: readonly ContentFile[]): Problem[] {
  const { scenes, problems } = readScenes(files);
  const inScenes = scenes.flatMap((scene) => {
    const names = [...formProblems(scene), ...nameProblems(scene, scenes)];
    const words = [...textProblems(scene, files), ...actProblems(scene)];
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
  return problemsInOrder([...problems, ...inScenes]);
}
