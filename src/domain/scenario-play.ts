import { domains, findings, readsOf, type Status, score, statusOf } from './scenario-debrief.ts';
import type { Domain, SceneGraph } from './scenario-graph.ts';
import { type Habit, spreadOf } from './scenario-spread.ts';
import { bestRun, walkScene } from './scenario-walk.ts';
import { inWorld, worldOf } from './scenario-world.ts';

/**
 * Always takes the longest choice.
 * @param words texts by id, in one language
 */
export function longestFirst(words: Readonly<Record<string, string>>): Habit {
  const lengthOf = new Map(Object.entries(words).map(([id, text]) => [id, [...text].length]));
  return ({ ways }) => {
    const lengths = ways.map(({ id }) => lengthOf.get(id) ?? 0);
    const most = Math.max(...lengths);
    const ties = lengths.filter((length) => length === most).length;
    return lengths.map((length) => (length === most ? 1 / ties : 0));
  };
}

/** How likely each status of each domain is. */
export type Prospects = Readonly<Record<Domain, Readonly<Record<Status, number>>>>;

/** What comes of choosing by habit: exact, along every run of the scene. */
export function prospects(graph: SceneGraph, habit: Habit): Prospects {
  const walk = walkScene(graph);
  const shares = walk.stops.map(habit);
  const ends = walk.stops.filter(({ isEnd }) => isEnd);
  const entries = domains.map((domain): [Domain, Record<Status, number>] => {
    const likely: Record<Status, number> = { met: 0, mended: 0, missed: 0, unneeded: 0 };
    const held = spreadOf(graph, readsOf(domain), ({ at }) => shares[at] ?? [], walk);
    for (const [values, share] of ends.flatMap(held))
      likely[statusOf(domain, graph, values)] += share;
    return [domain, likely];
  });
  return Object.fromEntries(entries) as Record<Domain, Record<Status, number>>;
}

/** The score that somebody with these prospects gets on average, from 0 to 1. */
export function expectedScore(graph: SceneGraph, likely: Prospects): number {
  const musts = new Map(
    findings(graph, { rapport: 0, disclosed: 0, listened: 0 }).map(({ domain, must }) => [
      domain,
      must,
    ]),
  );
  // The score is a weighted sum over domains, so it may be taken one domain and one status at a time.
  return domains.reduce((total, domain) => {
    const shares = Object.entries(likely[domain]) as [Status, number][];
    return (
      total +
      shares.reduce((sum, [status, share]) => {
        const all = domains.map((one) => ({
          domain: one,
          must: musts.get(one) ?? false,
          status: 'missed' as Status,
        }));
        return (
          sum + share * score(all.map((one) => (one.domain === domain ? { ...one, status } : one)))
        );
      }, 0)
    );
  }, 0);
}

/** What a fair line costs a trained run, so that of two runs with the same debrief the stronger is taken. */
const FAIR = 0.01;

/**
 * The run of somebody who has trained: no weak line, and the best debrief that the scene allows.
 * @param seed decides what is true of the student and how they are, nothing else
 * @returns ids of its choices
 */
export function trainedRun(scene: SceneGraph, seed = 0): string[] {
  const graph = inWorld(scene, worldOf(scene, seed));
  const choices = Object.values(graph.turns).flatMap((turn) => turn.choices);
  const fair = new Set(choices.filter(({ quality }) => quality === 'fair').map(({ id }) => id));
  const walk = walkScene(graph, {
    keeping: domains.flatMap(readsOf),
    taking: (choice) => 'quality' in choice && choice.quality !== 'weak',
  });
  return bestRun(
    walk,
    ({ values }) => score(findings(graph, values)),
    (id) => (fair.has(id) ? FAIR : 0),
  );
}
