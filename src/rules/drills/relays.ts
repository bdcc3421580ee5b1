import { stations } from '../../schema/relay.ts';
import type { Problem } from '../problem.ts';
import type { SingleQuestion } from '../questions/balance.ts';
import { type Content, filesOf, type YamlFile } from '../reading/content.ts';
import { fieldOf, listOf, textOf } from '../reading/value.ts';
import { drillHabits } from './options.ts';

const WHY =
  'An alert passes every station once, from the post to the door; the drawing shows it so.';

/** Every relay passes all stations in their order. */
export function relaysProblems(content: Content): Problem[] {
  return filesOf(content, 'relay').flatMap((file) => {
    const stages = stagesOf(file);
    const numbered = stages.map(({ id, ...stage }, at) => ({ ...stage, id: `${id}-${at + 1}` }));
    return [
      ...drillHabits(file, numbered, content.languages),
      ...missingProblems(file, stages),
      ...orderProblems(file, stages),
    ];
  });
}

function stagesOf({ value }: YamlFile): SingleQuestion[] {
  return listOf(value, 'forks').map((fork) => ({
    id: textOf(fieldOf(fork, 'station')) ?? '',
    line: fork.line,
    options: listOf(fork, 'options'),
  }));
}

function missingProblems({ path, value }: YamlFile, stages: readonly SingleQuestion[]): Problem[] {
  return stations
    .filter((station) => !stages.some(({ id }) => id === station))
    .map((station) => ({
      ...{ file: path, line: fieldOf(value, 'forks')?.line ?? value.line, value: station },
      message: `No fork stands at the station “${station}”.`,
      instead: `Add a fork with station: ${station}`,
      why: WHY,
    }));
}

function orderProblems({ path }: YamlFile, stages: readonly SingleQuestion[]): Problem[] {
  const placeOf = ({ id }: SingleQuestion) => (stations as readonly string[]).indexOf(id);
  return stages.flatMap((stage, index) => {
    const [before, { id, line }] = [stages[index - 1], stage];
    if (!before || placeOf(stage) < 0 || placeOf(stage) >= placeOf(before)) return [];
    return {
      ...{ file: path, line, value: id },
      message: `The fork at “${id}” comes after one at “${before.id}”.`,
      instead: `Move it up; the stations are, in order: ${stations.join(', ')}.`,
      why: WHY,
    };
  });
}
