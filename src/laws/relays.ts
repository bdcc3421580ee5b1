import { stations } from '../schema/relay.ts';
import { drillFaults, type Stage } from './drill-options.ts';
import type { Fault } from './fault.ts';
import type { Content, YamlFile } from './reading/content.ts';
import { fieldOf, listOf, textOf } from './reading/value.ts';

const WHY =
  'An alert passes every station once, from the post to the door; the drawing shows it so.';

/** Every relay passes all stations in their order, and can be carried to its end. */
export function relaysFaults(content: Content): Fault[] {
  return [...content.yaml.values()].flatMap((file) => {
    if (file.kind.kind !== 'relay') return [];
    const stages = stagesOf(file);
    const drill = {
      file: file.path,
      root: file.value,
      stages: stages.map(({ id, ...stage }, index) => ({ ...stage, id: `${id}-${index + 1}` })),
      languages: content.languages,
    };
    return [...drillFaults(drill), ...missingFaults(file, stages), ...orderFaults(file, stages)];
  });
}

function stagesOf({ value }: YamlFile): Stage[] {
  return listOf(value, 'forks').map((fork) => ({
    id: textOf(fieldOf(fork, 'station')) ?? '',
    line: fork.line,
    options: listOf(fork, 'options'),
    rights: 'one',
  }));
}

function missingFaults({ path, value }: YamlFile, stages: readonly Stage[]): Fault[] {
  return stations
    .filter((station) => !stages.some(({ id }) => id === station))
    .map((station) => ({
      ...{ file: path, line: fieldOf(value, 'forks')?.line ?? value.line, value: station },
      problem: `No fork stands at the station “${station}”.`,
      instead: `Add a fork with station: ${station}`,
      why: WHY,
    }));
}

function orderFaults({ path }: YamlFile, stages: readonly Stage[]): Fault[] {
  const placeOf = ({ id }: Stage) => (stations as readonly string[]).indexOf(id);
  return stages.flatMap((stage, index) => {
    const [before, { id, line }] = [stages[index - 1], stage];
    if (!before || placeOf(stage) < 0 || placeOf(stage) >= placeOf(before)) return [];
    return [
      {
        ...{ file: path, line, value: id },
        problem: `The fork at “${id}” comes after one at “${before.id}”.`,
        instead: `Move it up; the stations are, in order: ${stations.join(', ')}.`,
        why: WHY,
      },
    ];
  });
}
