import type { SceneGraph } from '../../domain/scenario-graph.ts';
import { atRandom, spreadOf } from '../../domain/scenario-spread.ts';
import { firstThatFits, type Values } from '../../domain/scenario-state.ts';
import { pathTo, type Stop, walkScene } from '../../domain/scenario-walk.ts';
import type { Line, Turn } from '../../schema/scenario.ts';
import type { Words } from '../../schema/words.ts';
import type { ReadyLexicon } from '../language/lexicon.ts';
import { spanToText } from '../language/search.ts';
import { wordsIn } from '../language/words.ts';
import type { Problem } from '../problem.ts';
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
  const claims = claimsIn(scene, lexicons);
  const walk = walkScene(graph);
  const graphs = new Map(
    [...new Set(claims.flatMap(({ adult }) => adult ?? []))].map((name) => [
      nameToFlag(name),
      withAdult(scene, graph, name),
    ]),
  );
  return claims.flatMap(({ turn, part, line, flag, problem }) => {
    const lines = graph.turns[turn]?.[part] ?? [];
    const names = lines.flatMap(({ when = [] }) => when.map(([name]) => name));
    const keeping = [flag, ...names];
    const flagged = graphs.get(flag) ?? graph;
    const isSaid = (stop: Stop, values: Values) =>
      stop.isEnd &&
      stop.turn === turn &&
      !values[flag] &&
      firstThatFits(lines, values)?.id === line.id;
    const heldAt = spreadOf(flagged, keeping, atRandom, walk);
    const isInvented = walk.stops.some(
      (stop) => stop.turn === turn && heldAt(stop).some(([values]) => isSaid(stop, values)),
    );
    if (!isInvented) return [];
    // Only a walk that tells runs apart by these names knows by which choices one comes there.
    const stop = walkScene(flagged, { keeping }).stops.find((one) => isSaid(one, one.place.values));
    return stop ? [problem(`after ${pathTo(stop).join(', ')}`)] : [];
  });
}

/** Something that an ending says and that is so only where a flag holds. */
interface Claim {
  turn: string;
  part: 'scene' | 'says';
  line: Line;
  flag: string;
  /** The adult whom it names. */
  adult?: string;
  /** The problem of a run on which it is not so. */
  problem: (path: string) => Problem;
}

function claimsIn(scene: Scene, lexicons: Lexicons): Claim[] {
  const people = adultsIn(scene, lexicons);
  return Object.entries(scene.scenario.turns)
    .filter(([, { ends }]) => ends)
    .flatMap(([turn, ending]) =>
      (['scene', 'says'] as const).flatMap((part) =>
        (ending[part] ?? []).flatMap((line, index) => {
          const where = { file: scene.file, line: scene.lineAt('turns', turn, part, index) };
          return [
            ...namedIn(line, people, where),
            ...lexicons.flatMap((lexicon) => inventedIn(line, lexicon, where)),
          ].map((claim) => ({ ...claim, ...{ turn, part, line } }));
        }),
      ),
    );
}

type Where = Pick<Problem, 'file' | 'line'>;
type Said = Pick<Claim, 'flag' | 'adult' | 'problem'>;

const namedIn = (line: Line, people: readonly string[], where: Where): Said[] =>
  people
    .filter((name) => textsOf([line]).some((text) => holdsName(text, name)))
    .map((name) => ({
      ...{ flag: nameToFlag(name), adult: name },
      problem: (path) => ({
        ...{ ...where, value: name },
        message: `The ending “${line.id}” names “${name}”, whom nobody has named ${path}.`,
        instead: `Say what this run holds, or give the line a condition under which “${name}” was called, and write another line for the other runs.`,
        why: WHY,
      }),
    }));

function inventedIn(line: Line, { language, outcomeFinders }: ReadyLexicon, where: Where): Said[] {
  const text = line.text[language] ?? '';
  const words = wordsIn(text);
  return [...outcomeFinders].flatMap(([flag, find]): Said[] => {
    const span = find(words);
    if (!span) return [];
    const written = spanToText(text, words, span);
    return [
      {
        flag,
        problem: (path) => ({
          ...{ ...where, value: written },
          message: `The ending “${line.id}” says “${written}”, and “${flag}” does not hold ${path}.`,
          instead: `Give the line the condition when: ${flag}, or say what this run holds.`,
          why: WHY,
        }),
      },
    ];
  });
}

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

/** The graph with a flag for an adult, set by every choice that names them, or whose turn or answer does. */
function withAdult({ scenario }: Scene, graph: SceneGraph, name: string): SceneGraph {
  const turns = Object.entries(graph.turns).map(([id, turn]) => {
    const { scene = [], says = [], mended = [], choices = [] }: Turn = scenario.turns[id] ?? {};
    const isNamed = (texts: readonly string[]) => texts.some((text) => holdsName(text, name));
    const isNamedHere = isNamed(textsOf([...scene, ...says]));
    const effectsIf = (texts: readonly string[]) =>
      isNamedHere || isNamed(texts) ? [[nameToFlag(name), 1] as const] : [];
    const named = turn.choices.map((choice) => {
      const {
        text = {},
        reply = [],
        repair,
      } = choices.find(({ id: of }) => of === choice.id) ?? {};
      const added = effectsIf([...Object.values(text), ...textsOf(reply)]);
      const back = repair
        ? effectsIf([...Object.values(repair.text), ...textsOf([...repair.reply, ...mended])])
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
