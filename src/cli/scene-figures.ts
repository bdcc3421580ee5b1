import { scenarioToGraph } from '../domain/scenario-compile.ts';
import { domains } from '../domain/scenario-debrief.ts';
import {
  atRandom,
  domainWalks,
  expectedScore,
  longestFirst,
  prospects,
  trainedRun,
} from '../domain/scenario-play.ts';
import { likelihoods, type Stop, type Walk, walkScene } from '../domain/scenario-walk.ts';
import { sceneTexts, sceneWords } from '../domain/scenario-words.ts';
import type { Scenario } from '../schema/scenario.ts';

const percent = (share: number) => `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;

/** How many runs lead from the beginning to an ending, and the fewest and most lines that one shows. */
function runsOf({ stops }: Walk): { runs: number; shortest: number; longest: number } {
  const known = new Map<Stop, { runs: number; shortest: number; longest: number }>();
  for (const stop of stops) {
    const after = stop.ways.flatMap(({ to, lines }) => {
      const there = known.get(to);
      return there ? [{ ...there, lines }] : [];
    });
    known.set(
      stop,
      stop.isEnd
        ? { runs: 1, shortest: 0, longest: 0 }
        : {
            runs: after.reduce((sum, { runs }) => sum + runs, 0),
            shortest: Math.min(...after.map(({ shortest, lines }) => shortest + lines)),
            longest: Math.max(...after.map(({ longest, lines }) => longest + lines)),
          },
    );
  }
  return known.get(stops.at(-1) as Stop) ?? { runs: 0, shortest: 0, longest: 0 };
}

/** The figures of a scene as lines of text: size, runs, outcomes, domains, and how far habits get. */
export function sceneFigures(file: string, scenario: Scenario): string {
  const graph = scenarioToGraph(scenario);
  const walk = walkScene(graph);
  const { runs, shortest, longest } = runsOf(walk);
  const turns = Object.values(graph.turns);
  const languages = Object.keys(scenario.title);
  const words = languages.map((lang) => {
    const texts = [...sceneTexts(scenario)].map((text) => text.words[lang] ?? '');
    return `${lang} ${texts.join(' ').split(/\s+/).filter(Boolean).length}`;
  });
  const outcomes = new Map<string, number>();
  const shares = likelihoods(walk, atRandom);
  for (const { isEnd, turn, at } of walk.stops) {
    const end = graph.turns[turn]?.ends;
    if (isEnd && end) outcomes.set(end, (outcomes.get(end) ?? 0) + (shares[at] ?? 0));
  }
  const walks = domainWalks(graph);
  const chance = prospects(walks, atRandom);
  const habits = languages.map((lang) => {
    const likely = prospects(walks, longestFirst(sceneWords(scenario, lang)));
    return `longest (${lang}) ${percent(expectedScore(graph, likely))}`;
  });
  return [
    file,
    `  turns ${turns.length}, choices ${turns.flatMap(({ choices }) => choices).length}, words ${words.join(', ')}`,
    `  runs ${runs.toLocaleString('en')}, lines of a run ${shortest} to ${longest}`,
    `  outcomes by chance: ${[...outcomes].map(([end, share]) => `${end} ${percent(share)}`).join(', ')}`,
    `  met or mended by chance: ${domains.map((domain) => `${domain} ${percent(chance[domain].met + chance[domain].mended)}`).join(', ')}`,
    `  score: trained 100 %, at random ${percent(expectedScore(graph, chance))}, ${habits.join(', ')}`,
    `  trained run: ${trainedRun(graph).join(' ')}`,
  ].join('\n');
}
