import type { GraphLine, SceneGraph } from '../../domain/scenario-graph.ts';
import { firstThatFits } from '../../domain/scenario-state.ts';
import { pathTo, type Stop, walkScene } from '../../domain/scenario-walk.ts';
import type { Line, Turn } from '../../schema/scenario.ts';
import type { Words } from '../../schema/words.ts';
import type { ReadyLexicon } from '../language/lexicon.ts';
import { spanToText } from '../language/search.ts';
import { wordsIn } from '../language/words.ts';
import type { Problem } from '../problem.ts';
import { groupBy } from '../reading/group.ts';
import type { Scene } from './reading.ts';

const WHY =
  'An ending tells what the run was. An adult or a call that it invents teaches that somebody else sees to it.';

/** What stands between two words. */
const BETWEEN = /[^\p{L}\p{M}]+/u;

type Lexicons = readonly ReadyLexicon[];

/**
 * An ending keeps to its run: it names no adult whom the run has not named before (`titles` of a language's file tell
 * who is one), and tells of nothing that the run has not done (`outcomes`).
 */
export function outcomeProblems(scene: Scene, graph: SceneGraph, lexicons: Lexicons): Problem[] {
  const people = adultsIn(scene, lexicons);
  const flags = [...new Set(lexicons.flatMap(({ outcomeFinders }) => [...outcomeFinders.keys()]))];
  const { stops } = walkScene(withAdults(scene, graph, people), {
    keeping: [...flags, ...people.map(nameToFlag), ...namesOfEndings(graph)],
  });
  const ends = groupBy(
    stops.filter(({ isEnd }) => isEnd),
    ({ turn }) => turn,
  );
  return [...ends].flatMap(([turn, atEnd]) =>
    (['scene', 'says'] as const).flatMap((part) =>
      (scene.scenario.turns[turn]?.[part] ?? []).flatMap((line, index) => {
        const lines = graph.turns[turn]?.[part] ?? [];
        const shown = atEnd.filter((stop) => isShown(line, lines, stop));
        const at = scene.lineAt('turns', turn, part, index);
        return [
          ...adultProblems(line, people, shown, scene.file, at),
          ...inventedProblems(line, lexicons, shown, scene.file, at),
        ];
      }),
    ),
  );
}

/** Names that conditions on the lines of endings ask for. */
const namesOfEndings = ({ turns }: SceneGraph): string[] =>
  Object.values(turns)
    .filter(({ ends }) => ends)
    .flatMap(({ scene, says }) => [...scene, ...says])
    .flatMap(({ when = [] }) => when.map(([name]) => name));

const isShown = ({ id }: Line, lines: readonly GraphLine[], { place }: Stop) =>
  firstThatFits(lines, place.values)?.id === id;

function adultProblems(
  line: Line,
  people: readonly string[],
  shown: readonly Stop[],
  file: string,
  at: number,
): Problem[] {
  return people
    .filter((name) => textsOf([line]).some((text) => holdsName(text, name)))
    .flatMap((name) => {
      const stop = shown.find(({ place }) => !place.values[nameToFlag(name)]);
      if (!stop) return [];
      return [
        {
          ...{ file, line: at, value: name },
          message: `The ending “${line.id}” names “${name}”, whom nobody has named ${along(stop)}.`,
          instead: `Say what this run holds, or give the line a condition under which “${name}” was called, and write another line for the other runs.`,
          why: WHY,
        },
      ];
    });
}

function inventedProblems(
  line: Line,
  lexicons: Lexicons,
  shown: readonly Stop[],
  file: string,
  at: number,
): Problem[] {
  return lexicons.flatMap(({ language, outcomeFinders }) =>
    [...outcomeFinders].flatMap(([flag, find]) => {
      const text = line.text[language] ?? '';
      const words = wordsIn(text);
      const span = find(words);
      const stop = span && shown.find(({ place }) => !place.values[flag]);
      if (!stop) return [];
      const written = spanToText(text, words, span);
      return [
        {
          ...{ file, line: at, value: written },
          message: `The ending “${line.id}” says “${written}”, and “${flag}” does not hold ${along(stop)}.`,
          instead: `Give the line the condition when: ${flag}, or say what this run holds.`,
          why: WHY,
        },
      ];
    }),
  );
}

const along = (stop: Stop) => `after ${pathTo(stop).join(', ')}`;

/**
 * Names of adults in the endings of a scene: words with a capital before a title, as far as the scene never writes them
 * without one. A script without capitals does not show what is a name.
 */
function adultsIn({ scenario }: Scene, lexicons: Lexicons): string[] {
  const turns = Object.values(scenario.turns);
  const names = lexicons.flatMap(({ language, titles }) => {
    if (titles.length === 0) return [];
    const spoken = turns.flatMap(({ scene = [], says = [], choices = [] }) =>
      [...scene, ...says, ...choices].map(({ text }) => text[language] ?? ''),
    );
    const plain = new Set(spoken.flatMap((text) => text.split(BETWEEN)));
    const named = new RegExp(`(?<!\\p{L})(\\p{Lu}\\p{L}+) (?:${titles.join('|')})(?!\\p{L})`, 'gu');
    return turns
      .filter(({ ends }) => ends)
      .flatMap(({ scene = [], says = [] }) => textsOf([...scene, ...says]))
      .flatMap((text) => [...text.matchAll(named)].map(([, name = '']) => name))
      .filter((name) => !plain.has(name.toLowerCase()));
  });
  return [...new Set(names)];
}

const nameToFlag = (name: string) => `named ${name}`;

/** The graph with a flag for each adult, set by every choice that names them, or whose turn or answer does. */
function withAdults({ scenario }: Scene, graph: SceneGraph, people: readonly string[]): SceneGraph {
  const turns = Object.entries(graph.turns).map(([id, turn]) => {
    const { scene = [], says = [], mended = [], choices = [] }: Turn = scenario.turns[id] ?? {};
    const here = textsOf([...scene, ...says]);
    const effectsOf = (texts: readonly string[]) =>
      people
        .filter((name) => [...here, ...texts].some((text) => holdsName(text, name)))
        .map((name) => [nameToFlag(name), 1] as const);
    const named = turn.choices.map((choice) => {
      const {
        text = {},
        reply = [],
        repair,
      } = choices.find(({ id: of }) => of === choice.id) ?? {};
      const added = effectsOf([...Object.values(text), ...textsOf(reply)]);
      const back = repair
        ? effectsOf([...Object.values(repair.text), ...textsOf([...repair.reply, ...mended])])
        : [];
      return {
        ...choice,
        effects: [...choice.effects, ...added],
        ...(choice.repair && {
          repair: { ...choice.repair, effects: [...choice.repair.effects, ...back] },
        }),
      };
    });
    return [id, { ...turn, choices: named }] as const;
  });
  return { ...graph, turns: Object.fromEntries(turns) };
}

const textsOf = (lines: readonly { text: Words; or?: readonly Words[] | undefined }[]) =>
  lines.flatMap(({ text, or = [] }) => [text, ...or].flatMap((words) => Object.values(words)));

const holdsName = (text: string, name: string) => text.split(/[^\p{L}\p{M}]+/u).includes(name);
