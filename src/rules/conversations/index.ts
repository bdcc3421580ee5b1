import { scenarioToGraph } from '../../domain/scenario-compile.ts';
import { shapesOf } from '../../domain/scenario-world.ts';
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
import { coachProblems } from './coach.ts';
import { dangerProblems, emergencyHelplines } from './danger.ts';
import { debriefProblems } from './endings.ts';
import { formProblems } from './form.ts';
import { glancesOf, guessProblems } from './guesses.ts';
import { habitProblems } from './habits.ts';
import { lateProblems } from './late.ts';
import { nameProblems } from './names.ts';
import { outcomeProblems } from './outcomes.ts';
import { readScenes, type Scene } from './reading.ts';
import { roleProblems } from './roles.ts';
import { scriptProblems } from './scripts.ts';
import { truthProblems } from './truths.ts';
import { walkProblems } from './walks.ts';

/** Everything that keeps the practice conversations from being played or read: their writing, their form, their languages, their talk. @param isWanted which files to look at; left out, all */
export function problemsOfScenes(
  content: Content,
  isWanted: (file: string) => boolean = () => true,
): Problem[] {
  const ofFiles = [
    ...content.problems,
    ...schemaProblems(content),
    ...wordsParityProblems(content),
    ...lengthsProblems(content),
    ...bracesProblems(content),
    ...entryIdsProblems(content),
  ].filter(({ file }) => file.endsWith('.scenario.yml') && isWanted(file));
  return problemsInOrder([...ofFiles, ...scenarioProblems(content, noCache, isWanted)]);
}

/**
 * Every practice conversation can be played to its end, and teaches what it sets out to teach.
 * @param cache answers of earlier runs
 * @param isWanted which files to look at; left out, all
 */
export function scenarioProblems(
  content: Content,
  cache: Cache = noCache,
  isWanted: (file: string) => boolean = () => true,
): Problem[] {
  const scenes = readScenes(content, cache);
  const lexicons = lexiconsOf(content);
  const textOf = (file: string) => content.paths.get(file)?.text ?? '';
  const ledgers = [...lexicons.values()].map(({ file }) => textOf(file));
  const glances = (scene: Scene, lexicon: ReadyLexicon) =>
    cache.remember('glances', [textOf(scene.file), lexicon.language, textOf(lexicon.file)], () =>
      glancesOf(scene, lexicon),
    );
  const ofAll = [
    ...guessProblems(scenes, lexicons, glances),
    ...coachProblems(scenes),
    ...roleProblems(scenes),
  ];
  const ofEach = scenes.flatMap((scene) => {
    if (!isWanted(scene.file)) return [];
    const text = textOf(scene.file);
    const names = [...formProblems(scene), ...nameProblems(scene, scenes)];
    const words = cache.remember('said', [scene.file, text, ...lexicons.keys(), ...ledgers], () => [
      ...scriptProblems(scene, lexicons),
      ...actProblems(scene, lexicons),
    ]);
    // A scene whose threads lead nowhere cannot be walked.
    if (names.length > 0) return [...names, ...words];
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
  return [...ofEach, ...ofAll.filter(({ file }) => isWanted(file))];
}

/** What shows itself only when every run of a scene is walked, which takes nearly all the time of a check. */
function runProblems(
  scene: Scene,
  emergency: readonly string[],
  lexicons: readonly ReadyLexicon[],
): Problem[] {
  const whole = scenarioToGraph(scene.scenario);
  const graphs = shapesOf(whole);
  const walked = walkProblems(scene, whole, graphs);
  // Shares are known only of a scene whose every run comes to an end.
  if (walked.length > 0) return walked;
  return [
    ...graphs.flatMap((graph) => [
      ...dangerProblems(scene, graph, emergency),
      ...lateProblems(scene, graph),
      ...outcomeProblems(scene, graph, lexicons),
      ...debriefProblems(scene, graph),
    ]),
    ...habitProblems(scene, whole, graphs),
    ...truthProblems(scene, whole, graphs),
  ];
}
