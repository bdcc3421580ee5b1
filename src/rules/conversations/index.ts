import { scenarioToGraph } from '../../domain/scenario-compile.ts';
import { domainWalks } from '../../domain/scenario-play.ts';
import { type Cache, noCache } from '../cache.ts';
import { type ContentFile, type Problem, problemsInOrder } from '../problem.ts';
import { actProblems } from './acts.ts';
import { dangerProblems } from './danger.ts';
import { debriefProblems } from './endings.ts';
import { formProblems } from './form.ts';
import { habitProblems } from './habits.ts';
import { nameProblems } from './names.ts';
import { readScenes, type Scene } from './reading.ts';
import { textProblems } from './texts.ts';
import { walkProblems } from './walks.ts';

/**
 * Everything in which the practice conversations break their rules.
 * @param files files of `content/`; of these the scenes, the languages of `course.yml` and the ids of `helplines.yml` are read
 * @param cache answers of earlier runs
 * @returns the problems by file and line; empty where every scene is in order
 */
export function scenarioProblems(files: readonly ContentFile[], cache: Cache = noCache): Problem[] {
  const { scenes, problems } = readScenes(files);
  const inScenes = scenes.flatMap((scene) => {
    const names = [...formProblems(scene), ...nameProblems(scene, scenes)];
    const words = [...textProblems(scene, files), ...actProblems(scene)];
    // A scene whose threads lead nowhere cannot be walked.
    if (names.length > 0) return [...names, ...words];
    const text = files.find(({ path }) => path === scene.file)?.text ?? '';
    return [...words, ...cache.remember('runs', [scene.file, text], () => runProblems(scene))];
  });
  return problemsInOrder([...problems, ...inScenes]);
}

/** What shows itself only when every run of a scene is walked, which takes nearly all the time of a check. */
function runProblems(scene: Scene): Problem[] {
  const graph = scenarioToGraph(scene.scenario);
  const walked = walkProblems(scene, graph);
  // Shares are known only of a scene whose every run comes to an end.
  if (walked.length > 0) return walked;
  const walks = domainWalks(graph);
  return [
    ...dangerProblems(scene, graph),
    ...debriefProblems(scene, graph, walks),
    ...habitProblems(scene, graph, walks),
  ];
}
