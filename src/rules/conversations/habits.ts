import type { GraphChoice, SceneGraph } from '../../domain/scenario-graph.ts';
import {
  atRandom,
  type DomainWalks,
  expectedScore,
  type Habit,
  longestFirst,
  prospects,
} from '../../domain/scenario-play.ts';
import { sceneWords } from '../../domain/scenario-words.ts';
import type { Problem } from '../problem.ts';
import type { Scene } from './reading.ts';

/** The longest choice may be strong in this part of the turns. */
const LONGEST = 1 / 2;
/** A strong choice may stand in the same place in this part of the turns. */
const PLACE = 2 / 3;
/** The most that somebody may get who has learnt nothing; a trained run gets 1. */
export const untrainedMost = 0.75;

const WHY = 'Whoever notices the habit answers without having learnt anything.';

/** A world of a scene, walked for every domain. */
export interface WalkedWorld {
  graph: SceneGraph;
  walks: DomainWalks;
}

/** Nobody gets far by habit: by the longest line, by one place, or by chance. */
export function habitProblems(
  scene: Scene,
  graph: SceneGraph,
  worlds: readonly WalkedWorld[],
): Problem[] {
  const { scenario, file, lineAt } = scene;
  const turns = Object.entries(graph.turns).filter(([, { choices }]) => choices.length > 0);
  const languages = Object.keys(scenario.title);
  const line = lineAt('turns');
  const places = Math.max(...turns.map(([, { choices }]) => choices.length));
  return [
    ...languages.flatMap((lang) => {
      const words = sceneWords(scenario, lang);
      const found = turns
        .filter(([, { choices }]) => longestOf(choices, words)?.quality === 'strong')
        .map(([id]) => id);
      if (found.length <= turns.length * LONGEST) return [];
      return [
        {
          ...{ file, line, value: lang },
          message: `In ${found.length} of ${turns.length} turns the longest choice is strong in the language “${lang}”: ${found.join(', ')}.`,
          instead: `Shorten strong choices or lengthen weak ones, until it is so in ${Math.floor(turns.length * LONGEST)} at most.`,
          why: WHY,
        },
      ];
    }),
    ...Array.from({ length: places }, (_, place) => place).flatMap((place) => {
      const found = turns
        .filter(([, { choices }]) => choices[place]?.quality === 'strong')
        .map(([id]) => id);
      if (found.length <= turns.length * PLACE) return [];
      return [
        {
          ...{ file, line },
          message: `In ${found.length} of ${turns.length} turns choice number ${place + 1} is strong: ${found.join(', ')}.`,
          instead: `Move choices, ids and all, until it is so in ${Math.floor(turns.length * PLACE)} at most.`,
          why: WHY,
        },
      ];
    }),
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
  worlds: readonly WalkedWorld[],
  who: string,
  habit: Habit,
): Problem[] {
  const scores = worlds.map(({ graph, walks }) => expectedScore(graph, prospects(walks, habit)));
  const got = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  if (got <= untrainedMost) return [];
  return [
    {
      ...{ file, line: lineAt('turns') },
      message: `Somebody who ${who} gets ${Math.round(got * 100)} of 100 in this scene.`,
      instead: `Make weak lines as long and as kind as strong ones, until they get ${untrainedMost * 100} at most.`,
      why: 'The scene is to tell training from guessing.',
    },
  ];
}
