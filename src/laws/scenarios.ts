import { scenarioToGraph } from '../domain/scenario-compile.ts';
import { domainWalks } from '../domain/scenario-play.ts';
import { type ContentFile, type Fault, faultsInOrder } from './fault.ts';
import { actFaults } from './scenario-acts.ts';
import { debriefFaults } from './scenario-ends.ts';
import { formFaults } from './scenario-form.ts';
import { habitFaults } from './scenario-habits.ts';
import { nameFaults } from './scenario-names.ts';
import { readScenes } from './scenario-reading.ts';
import { textFaults } from './scenario-texts.ts';
import { walkFaults } from './scenario-walks.ts';

/**
 * Everything in which the practice conversations break their laws.
 * @param files files of `content/`; of these the scenes, the languages of `course.yml` and the ids of `helplines.yml` are read
 * @returns the faults by file and line; empty where every scene is in order
 */
export function scenarioFaults(files: readonly ContentFile[]): Fault[] {
  const { scenes, faults } = readScenes(files);
  const inScenes = scenes.flatMap((scene) => {
    const names = [...formFaults(scene), ...nameFaults(scene, scenes)];
    const words = [...textFaults(scene, files), ...actFaults(scene)];
    // A scene whose threads lead nowhere cannot be walked.
    if (names.length > 0) return [...names, ...words];
    const graph = scenarioToGraph(scene.scenario);
    const walked = walkFaults(scene, graph);
    // Shares are known only of a scene whose every run comes to an end.
    if (walked.length > 0) return [...words, ...walked];
    const walks = domainWalks(graph);
    return [...words, ...debriefFaults(scene, graph, walks), ...habitFaults(scene, graph, walks)];
  });
  return faultsInOrder([...faults, ...inScenes]);
}
