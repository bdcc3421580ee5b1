import { scenarioToGraph } from '../../domain/scenario-compile.ts';
import { domainWalks } from '../../domain/scenario-play.ts';
import { type Cache, noCache } from '../cache.ts';
import { lengthsProblems } from '../files/lengths.ts';
import { schemaProblems } from '../files/schema.ts';
import { lexiconsOf, type ReadyLexicon } from '../language/lexicon.ts';
import { wordsParityProblems } from '../parity/words.ts';
import { type Problem, problemsInOrder } from '../problem.ts';
import type { Content } from '../reading/content.ts';
import { bracesProblems } from '../references/braces.ts';
import { entryIdsProblems } from '../references/entry-ids.ts';
import { actProblems } from './acts.ts';
import { dangerProblems, emergencyHelplines } from './danger.ts';
import { debriefProblems } from './endings.ts';
import { formProblems } from './form.ts';
import { habitProblems } from './habits.ts';
import { nameProblems } from './names.ts';
import { outcomeProblems } from './outcomes.ts';
import { readScenes, type Scene } from './reading.ts';
import { scriptProblems } from './scripts.ts';
import { walkProblems } from './walks.ts';

/** Everything that keeps the practice conversations from being played or read: their writing, their form, their languages, their talk. */
export function problemsOfScenes(content: Content): Problem[] {
  const ofFiles = [
    ...content.problems,
    ...schemaProblems(content),
    ...wordsParityProblems(content),
    ...lengthsProblems(content),
    ...bracesProblems(content),
    ...entryIdsProblems(content),
  ].filter(({ file }) => file.endsWith('.scenario.yml'));
  return problemsInOrder([...ofFiles, ...scenarioProblems(content)]);
}

/**
 * Every practice conversation can be played to its end, and teaches what it sets out to teach.
 * @param cache answers of earlier runs
 */
export function scenarioProblems(content: Content, cache: Cache = noCache): Problem[] {
  const scenes = readScenes(content);
  return scenes.flatMap((scene) => {
    const names = [...formProblems(scene), ...nameProblems(scene, scenes)];
    const lexicons = lexiconsOf(content);
    const words = [...scriptProblems(scene, lexicons), ...actProblems(scene, lexicons)];
    // A scene whose threads lead nowhere cannot be walked.
    if (names.length > 0) return [...names, ...words];
    const text = content.paths.get(scene.file)?.text ?? '';
    const emergency = emergencyHelplines(content);
    const known = [...lexicons.values()];
    const outcomes = known.map(({ titles, outcomes }) => JSON.stringify([titles, outcomes]));
    return [
      ...words,
      ...cache.remember('runs', [scene.file, text, ...emergency, ...outcomes], () =>
        runProblems(scene, emergency, known),
      ),
    ];
  });
}

/** What shows itself only when every run of a scene is walked, which takes nearly all the time of a check. */
function runProblems(
  scene: Scene,
  emergency: readonly string[],
  lexicons: readonly ReadyLexicon[],
): Problem[] {
  const graph = scenarioToGraph(scene.scenario);
  const walked = walkProblems(scene, graph);
  // Shares are known only of a scene whose every run comes to an end.
  if (walked.length > 0) return walked;
  const walks = domainWalks(graph);
  return [
    ...dangerProblems(scene, graph, emergency),
    ...outcomeProblems(scene, graph, lexicons),
    ...debriefProblems(scene, graph, walks),
    ...habitProblems(scene, graph, walks),
  ];
}
