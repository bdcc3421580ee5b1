import type { GraphChoice, SceneGraph } from '../../domain/scenario-graph.ts';
import { expectedScore, longestFirst, prospects } from '../../domain/scenario-play.ts';
import { atRandom, type Habit } from '../../domain/scenario-spread.ts';
import { sceneWords } from '../../domain/scenario-words.ts';
import { habitProblem, placesOf } from '../habits.ts';
import { found, type Problem } from '../problem.ts';
import type { Scene } from './reading.ts';

/** The longest choice may be strong in this part of the turns. */
const LONGEST = 1 / 2;
/** A strong choice may stand in the same place in this part of the turns. */
const PLACE = 2 / 3;
/** The most that somebody may get who has learnt nothing; a trained run gets 1. */
const untrainedMost = 0.75;

/**
 * Nobody gets far by habit: by the longest line, by one place, or by chance.
 * @param worlds the scene in each world of its own shape
 */
export function habitProblems(
  scene: Scene,
  graph: SceneGraph,
  worlds: readonly SceneGraph[],
): Problem[] {
  const { scenario, file, lineAt } = scene;
  const turns = Object.entries(graph.turns).filter(([, { choices }]) => choices.length > 0);
  const languages = Object.keys(scenario.title);
  const line = lineAt('turns');
  const names = (found: readonly (typeof turns)[number][]) => found.map(([id]) => id).join(', ');
  return [
    ...languages.flatMap((lang) => {
      const words = sceneWords(scenario, lang);
      return habitProblem(turns, {
        finds: ([, { choices }]) => longestOf(choices, words)?.quality === 'strong',
        most: LONGEST,
        problem: (found, most) => ({
          ...{ file, line, value: lang },
          message: `In ${found.length} of ${turns.length} turns the longest choice is strong in the language “${lang}”: ${names(found)}.`,
          instead: `Shorten strong choices or lengthen weak ones, until it is so in ${most} at most.`,
        }),
      });
    }),
    ...placesOf(turns.map(([, { choices }]) => choices)).flatMap((place) =>
      habitProblem(turns, {
        finds: ([, { choices }]) => choices[place]?.quality === 'strong',
        most: PLACE,
        problem: (found, most) => ({
          ...{ file, line },
          message: `In ${found.length} of ${turns.length} turns choice number ${place + 1} is strong: ${names(found)}.`,
          instead: `Move choices, ids and all, until it is so in ${most} at most.`,
        }),
      }),
    ),
    ...scoreProblem(scene, worlds, 'chooses at random', atRandom),
    ...languages.flatMap((lang) =>
      scoreProblem(
        scene,
        worlds,
        `always takes the longest choice in the language “${lang}”`,
        longestFirst(sceneWords(scenario, lang)),
      ),
    ),
  ];
}

function longestOf(
  choices: readonly GraphChoice[],
  words: Readonly<Record<string, string>>,
): GraphChoice | undefined {
  const length = ({ id }: GraphChoice) => [...(words[id] ?? '')].length;
  return choices.toSorted((a, b) => length(b) - length(a))[0];
}

function scoreProblem(
  { file, lineAt }: Scene,
  worlds: readonly SceneGraph[],
  who: string,
  habit: Habit,
): Problem[] {
  const scores = worlds.map((graph) => expectedScore(graph, prospects(graph, habit)));
  const got = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return found(
    got > untrainedMost && {
      ...{ file, line: lineAt('turns') },
      message: `Somebody who ${who} gets ${Math.round(got * 100)} of 100 in this scene.`,
      instead: `Make weak lines as long and as kind as strong ones, until they get ${untrainedMost * 100} at most.`,
      why: 'The scene is to tell training from guessing.',
    },
  );
}
