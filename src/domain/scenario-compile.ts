import type { Choice, Line, Scenario } from '../schema/scenario.ts';
import { shapeHash } from './kept-run.ts';
import type {
  Effect,
  GraphChoice,
  GraphLine,
  GraphRepair,
  SceneGraph,
  Test,
} from './scenario-graph.ts';
import { meaningOf } from './scenario-moves.ts';
import { truths } from './truths.ts';

const isSomething = <T>(value: T | undefined): value is T => value !== undefined;

/** The parts of a row such as `asked, rapport < 3`. */
export const partsOf = (text: string): string[] => text.split(',').map((part) => part.trim());

/** Reads one condition, such as `not asked` or `rapport >= 3`; undefined when it is not one. */
export function readTest(part: string): Test | undefined {
  const [, count, sign, digit] =
    /^(rapport|disclosed|listened) (<|<=|=|>=|>) (\d)$/.exec(part) ?? [];
  if (count && sign && digit) {
    const n = Number(digit);
    const least = sign === '>' ? n + 1 : sign.startsWith('<') ? 0 : n;
    const most = sign === '<' ? n - 1 : sign.startsWith('>') ? 9 : n;
    return [count, least, most];
  }
  const [, not, name] = /^(not )?([a-z]\w*)$/i.exec(part) ?? [];
  return name ? (not ? [name, 0, 0] : [name, 1, 1]) : undefined;
}

/** Reads one effect, such as `rapport -1`, `timeNamed` or `not leftAlone`; undefined when it is not one. */
export function readEffect(part: string): Effect | undefined {
  const [, count, by] = /^(rapport|disclosed|listened) ([+-]\d)$/.exec(part) ?? [];
  if (count) return [count, Number(by)];
  const [, not, name] = /^(not )?([a-z]\w*)$/i.exec(part) ?? [];
  return name ? [name, not ? 0 : 1] : undefined;
}

/** Reads `next`, such as `shut if rapport < 1; tired`: each turn with the conditions under which it follows. */
export const readNext = (text: string): { to: string; when?: string }[] =>
  text.split(';').map((part) => {
    const [to = '', when] = part.split(' if ');
    return { to: to.trim(), ...(when !== undefined && { when: when.trim() }) };
  });

// What cannot be read is left out here; the rules name it.
const tests = (text: string | undefined) =>
  text === undefined ? {} : { when: partsOf(text).map(readTest).filter(isSomething) };
const effects = (text: string | undefined) =>
  text === undefined ? [] : partsOf(text).map(readEffect).filter(isSomething);

const toLines = (lines: readonly Line[] = []): GraphLine[] =>
  lines.map(({ id, who, when, or }) => ({
    id,
    ...(who && { who }),
    ...tests(when),
    ...(or && { ways: or.length + 1 }),
  }));

function toRepair(
  { id: of, move, repair }: Choice,
  asked: ReadonlySet<string>,
): { repair?: GraphRepair } {
  if (!repair) return {};
  const { trap } = meaningOf[move];
  const always: Effect[] = [
    ...meaningOf.repair.effects,
    ['rapport', 1],
    ...(trap ? [[trap, 0] as const] : []),
  ];
  return {
    repair: {
      id: repair.id,
      of,
      effects: [...always, ...effects(repair.effects), ...memory(repair.id, asked)],
      reply: toLines(repair.reply),
    },
  };
}

/** A choice is remembered under its id where some condition asks for it. */
const memory = (id: string, asked: ReadonlySet<string>): Effect[] =>
  asked.has(id) ? [[id, 1]] : [];

const toChoice = (choice: Choice, asked: ReadonlySet<string>): GraphChoice => ({
  id: choice.id,
  move: choice.move,
  domain: meaningOf[choice.move].domain,
  quality: choice.quality,
  ...tests(choice.when),
  effects: [
    ...meaningOf[choice.move].effects,
    ...effects(choice.effects),
    ...memory(choice.id, asked),
    ...(choice.repair ? [['erred', 1] as const] : []),
  ],
  reply: toLines(choice.reply),
  ...(choice.thoughts && {
    thoughts: choice.thoughts.map(({ when }) => tests(when).when ?? []),
  }),
  next: readNext(choice.next).map(({ to, when }) => ({ to, ...tests(when) })),
  ...toRepair(choice, asked),
});

/** Every condition of a scene, as it is written. */
const conditionsIn = (scenario: Scenario): string[] =>
  Object.values(scenario.turns).flatMap(
    ({ scene = [], meanwhile = [], says = [], mended = [], choices = [] }) =>
      [
        ...[
          ...scene,
          ...meanwhile,
          ...says,
          ...mended,
          ...choices,
          ...choices.flatMap((one) => [
            ...(one.reply ?? []),
            ...(one.thoughts ?? []),
            ...(one.repair?.reply ?? []),
          ]),
        ],
        ...choices.flatMap(({ next }) => readNext(next)),
      ].flatMap(({ when }) => when ?? []),
  );

/** Takes the words out of a scenario and leaves what leads where. */
export function scenarioToGraph(scenario: Scenario): SceneGraph {
  const { start, withdrawsTo, danger = false, tempers, firstPlay } = scenario;
  const asked = new Set(
    conditionsIn(scenario).flatMap((text) => partsOf(text).map((part) => part.replace('not ', ''))),
  );
  const turns = Object.fromEntries(
    Object.entries(scenario.turns).map(([id, turn]) => [
      id,
      {
        scene: toLines(turn.scene),
        ...(turn.meanwhile && { meanwhile: toLines(turn.meanwhile) }),
        says: toLines(turn.says),
        mended: toLines(turn.mended),
        choices: (turn.choices ?? []).map((choice) => toChoice(choice, asked)),
        voice: turn.voice ?? scenario.voice,
        ...(turn.ends && { ends: turn.ends }),
      },
    ]),
  );
  const drawn = {
    ...(scenario.truths && { truths: truths.filter((truth) => scenario.truths?.[truth]) }),
    ...(tempers && { tempers: Object.keys(tempers) }),
    ...(firstPlay && { firstPlay }),
  };
  const first = Object.keys(turns)[0] ?? '';
  const graph = { first, start, withdrawsTo, danger, ...drawn, turns };
  return { ...graph, hash: shapeHash(graph) };
}

/** The graph of a scene without what is said in it, for a page that judges its runs and shows none. */
export function withoutLines(graph: SceneGraph): SceneGraph {
  const turns = Object.entries(graph.turns).map(([id, { meanwhile: _, ...turn }]) => [
    id,
    {
      ...{ ...turn, scene: [], says: [], mended: [] },
      choices: turn.choices.map(({ thoughts: _thoughts, repair, ...choice }) => ({
        ...{ ...choice, reply: [] },
        ...(repair && { repair: { ...repair, reply: [] } }),
      })),
    },
  ]);
  return { ...graph, turns: Object.fromEntries(turns) };
}
