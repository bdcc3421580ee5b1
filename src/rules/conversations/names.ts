import { partsOf, readEffect, readNext, readTest } from '../../domain/scenario-compile.ts';
import { truths as truthNames } from '../../domain/truths.ts';
import type { Line } from '../../schema/scenario.ts';
import { flags } from '../../schema/scenario-acts.ts';
import { found, type Problem } from '../problem.ts';
import { suggestion } from '../references/edit-distance.ts';
import { freeId } from '../references/entry-ids.ts';
import type { Scene } from './reading.ts';

const WHY_IDS = 'A kept run consists of these ids, so each may mean one line only, and for ever.';
const WHY_STATE = 'What cannot be read is passed over without a word, and the scene forgets.';

/** A thing with an id, and the path that leads to it. */
interface Named {
  id: string;
  path: (string | number)[];
}

/** Ids have their form; turns, speakers, flags, conditions and effects are known. */
export function nameProblems(scene: Scene, scenes: readonly Scene[]): Problem[] {
  const { file, scenario, lineAt } = scene;
  const turns = Object.keys(scenario.turns);
  const ids: Named[] = [];
  const conditions: Named[] = [];
  const effects: Named[] = [];
  const leads: Named[] = [{ id: scenario.withdrawsTo, path: ['withdrawsTo'] }];
  const speakers: Named[] = [];
  const parts = (text: string | undefined, path: (string | number)[]): Named[] =>
    text === undefined ? [] : partsOf(text).map((id) => ({ id, path }));
  const lines = (row: readonly Line[] = [], ...path: (string | number)[]) => {
    for (const [i, { id, when, who }] of row.entries()) {
      ids.push({ id, path: [...path, i, 'id'] });
      conditions.push(...parts(when, [...path, i, 'when']));
      if (who) speakers.push({ id: who, path: [...path, i, 'who'] });
    }
  };
  for (const [turn, one] of Object.entries(scenario.turns)) {
    const { with: partner, choices = [] } = one;
    if (partner) speakers.push({ id: partner, path: ['turns', turn, 'with'] });
    for (const row of ['scene', 'meanwhile', 'says', 'mended'] as const)
      lines(one[row], 'turns', turn, row);
    for (const [i, choice] of choices.entries()) {
      const at = ['turns', turn, 'choices', i];
      ids.push({ id: choice.id, path: [...at, 'id'] });
      conditions.push(...parts(choice.when, [...at, 'when']));
      effects.push(...parts(choice.effects, [...at, 'effects']));
      lines(choice.reply, ...at, 'reply');
      for (const [n, { when }] of (choice.thoughts ?? []).entries())
        conditions.push(...parts(when, [...at, 'thoughts', n, 'when']));
      if (choice.repair) {
        ids.push({ id: choice.repair.id, path: [...at, 'repair', 'id'] });
        effects.push(...parts(choice.repair.effects, [...at, 'repair', 'effects']));
        lines(choice.repair.reply, ...at, 'repair', 'reply');
      }
      for (const { to, when } of readNext(choice.next)) {
        leads.push({ id: to, path: [...at, 'next'] });
        conditions.push(...parts(when, [...at, 'next']));
      }
    }
  }

  const taken = ids.map(({ id }) => id);
  const drawn = [...Object.keys(scenario.truths ?? {}), ...Object.keys(scenario.tempers ?? {})];
  const known = [...flags, ...drawn, ...taken];
  const problem = (
    { id, path }: Named,
    message: string,
    instead: string,
    why: string,
  ): Problem => ({
    ...{ file, line: lineAt(...path), value: id, message, instead, why },
  });
  return [
    ...ids
      .filter(({ id }) => !/^[a-z]{1,3}\d{1,3}$/.test(id))
      .map((one) =>
        problem(
          one,
          `“${one.id}” is no line id.`,
          `Write letters and a number: id: ${freeId(numbered(one.id), taken)}`,
          WHY_IDS,
        ),
      ),
    ...leads
      .filter(({ id }) => !turns.includes(id))
      .map((one) =>
        problem(
          one,
          `“${one.path.at(-1)}” leads to “${one.id}”, and this scene has no turn of that name.`,
          suggestion(one.id, turns, 'turns'),
          'A learner who comes here would stand before nothing.',
        ),
      ),
    ...speakers
      .filter(({ id }) => !(id in scenario.cast))
      .map((one) =>
        problem(
          one,
          `“${one.id}” speaks, and “cast” does not name them.`,
          `Add under “cast” the line ${one.id}: {hi: …, en: …}, or leave “who” out where the student speaks.`,
          'The name stands above the bubble.',
        ),
      ),
    ...conditions.flatMap((one) => {
      const test = readTest(one.id);
      const isKnown =
        test && (known.includes(test[0]) || /^(rapport|disclosed|listened) \D/.test(one.id));
      if (isKnown) return [];
      const instead = test
        ? suggestion(test[0], /\d$/.test(test[0]) ? taken : [...flags, ...drawn], 'flags')
        : 'Write a flag (asked, not asked), the id of a choice (c04), or a count with a sign and a digit (rapport < 3).';
      return [problem(one, `“${one.id}” is no condition.`, instead, WHY_STATE)];
    }),
    ...effects.flatMap((one) => {
      const read = readEffect(one.id);
      const isKnown =
        read &&
        ((flags as readonly string[]).includes(read[0]) ||
          /^(rapport|disclosed|listened) /.test(one.id));
      if (isKnown) return [];
      const instead = read
        ? suggestion(read[0], flags, 'flags')
        : 'Write rapport or disclosed with a sign and a digit (rapport -1), or a flag (timeNamed, not leftAlone).';
      return [problem(one, `“${one.id}” is no effect.`, instead, WHY_STATE)];
    }),
    ...drawnProblems(scene),
    ...variantProblems(scene, scenes),
  ];
}

/** What a run draws has names of its own, and a scene says in one way whether danger is current. */
function drawnProblems({ file, scenario, lineAt }: Scene): Problem[] {
  const { truths, tempers = {}, danger, firstPlay } = scenario;
  const names = Object.keys(truths ?? {});
  const at = (key: string, value: string) => ({ file, line: lineAt(key), value });
  return [
    ...found(
      (truths === undefined) === (danger === undefined) && {
        ...at(truths ? 'danger' : 'turns', 'danger'),
        message: `The scene has ${truths ? 'both' : 'neither'} “truths” ${truths ? 'and' : 'nor'} “danger”.`,
        instead: truths
          ? 'Take “danger” out: what may be true stands under “truths”.'
          : 'Add “truths” with what may be true of the student.',
        why: 'What has to be done at the end follows from what is true.',
      },
      truths &&
        names.length < 2 && {
          ...at('truths', names.join()),
          message: `“truths” holds ${names.length}.`,
          instead: 'Write two or three of none, thoughts, danger.',
          why: 'Where only one thing can be true, nobody needs to ask.',
        },
      firstPlay &&
        !names.includes(firstPlay) && {
          ...at('firstPlay', firstPlay),
          message: `“firstPlay” is ${firstPlay}, and “truths” does not hold it.`,
          instead: suggestion(firstPlay, names, 'truths'),
          why: 'The first run would draw any truth.',
        },
    ),
    ...Object.keys(tempers)
      .filter((name) => !/^[a-z]+$/.test(name) || [...flags, ...truthNames].includes(name as never))
      .map((name) => ({
        ...{ file, line: lineAt('tempers', name), value: name },
        message: `“${name}” is no name for a temper.`,
        instead: 'Write one lower-case word that is no flag and no truth, such as jokes.',
        why: 'It stands in conditions, beside flags and truths.',
      })),
  ];
}

/** An id of the right form that begins like a wrong one. */
const numbered = (id: string): string => `${/^[a-z]{1,3}/.exec(id)?.[0] ?? 'r'}01`;

function variantProblems(
  { file, scenario, lineAt, id }: Scene,
  scenes: readonly Scene[],
): Problem[] {
  const { variantOf } = scenario;
  const others = scenes
    .filter((other) => other.id !== id && !other.scenario.variantOf)
    .map((other) => other.id);
  return found(
    variantOf !== undefined &&
      !others.includes(variantOf) && {
        ...{ file, line: lineAt('variantOf'), value: variantOf },
        message: `This scene is a variant of “${variantOf}”, and there is no scene of that name.`,
        instead: suggestion(variantOf, others, 'scenes'),
        why: 'A variant takes the place of its scene in the final check and in refreshers.',
      },
  );
}
