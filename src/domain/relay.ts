import type { Relay, Station } from '../schema/relay.ts';
import { type Drill, type DrillRun, stageOf, stagesToDrill } from './drill.ts';

/** Takes the words out of a relay: one stage a fork, numbered, each at its station. */
export const relayToDrill = ({ forks }: Pick<Relay, 'forks'>): Drill =>
  stagesToDrill(
    forks.map(({ station, options }, index) => ({
      id: `fork-${index + 1}`,
      place: station,
      options: options.map(({ id, right, minutes }) => ({
        id,
        ...(right && { right }),
        cost: minutes,
      })),
    })),
  );

/** Where the alert stands; the last station when it has arrived. */
export const stationOf = (run: DrillRun): Station =>
  (stageOf(run) ?? run.drill.stages.slice(-1)[0])?.place as Station;

/** Minutes of a run at each station that it has come to, in the drill's own time; `lost` are those of detours. */
export function minutesAt(run: DrillRun): Map<Station, { minutes: number; lost: number }> {
  const found = new Map<Station, { minutes: number; lost: number }>();
  for (const { stage, option } of run.steps) {
    const station = stage.place as Station;
    const { minutes, lost } = found.get(station) ?? { minutes: 0, lost: 0 };
    found.set(station, {
      minutes: minutes + option.cost,
      lost: lost + (option.right ? 0 : option.cost),
    });
  }
  return found;
}
