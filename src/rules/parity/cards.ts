import { tagRule } from '../../vocabulary.ts';
import { found, type Problem } from '../problem.ts';
import type { Content } from '../reading/content.ts';
import type { Lesson, Part } from '../reading/lesson-text.ts';
import { lessonCounterparts } from './lessons.ts';

const WHY = 'A learner may change the language at any card and finds the same card again.';

/** A lesson with its cards and questions in order. */
export interface Row {
  lesson: Lesson;
  blocks: { part: Part; signature: string }[];
}

/** A lesson has the same cards and questions in the same order in every language. */
export function cardsParityProblems(content: Content): Problem[] {
  return counterpartRows(content).flatMap(([first, counterpart]) => {
    const renamed = counterpart.blocks.filter((block, index) =>
      isRenamed(block, first, counterpart, index),
    );
    return [
      ...renamed.map((block) =>
        otherProblem(first, counterpart, counterpart.blocks.indexOf(block)),
      ),
      ...missingProblems(
        counterpart,
        first,
        renamed.map((block) => first.blocks[counterpart.blocks.indexOf(block)]),
      ),
      ...missingProblems(first, counterpart, renamed),
      ...orderProblems(first, counterpart),
    ];
  });
}

type Block = Row['blocks'][number];

/** Pairs of a lesson in the first language and in another one; lessons that cannot be read are left out. */
export function counterpartRows(content: Content): [first: Row, counterpart: Row][] {
  return lessonCounterparts(content).flatMap(([first, ...counterparts]) =>
    counterparts.flatMap((counterpart): [Row, Row][] =>
      first?.isWhole && counterpart.isWhole ? [[rowOf(first), rowOf(counterpart)]] : [],
    ),
  );
}

function rowOf(lesson: Lesson): Row {
  const parts = lesson.parts.filter(({ name }) => tagRule(name)?.parents.includes('lesson'));
  return { lesson, blocks: parts.map((part) => ({ part, signature: signatureOf(part) })) };
}

/** A tag as it is written in the vocabulary's form, e.g. `<Card id="plate">`. */
export function signatureOf({ name, attributes }: Part): string {
  const written = [...attributes].map(([key, value]) => ` ${key}="${value ?? ''}"`).join('');
  return `<${name}${written}${tagRule(name)?.form === 'container' ? '>' : ' />'}`;
}

function has({ blocks }: Row, block: Block | undefined): boolean {
  return blocks.some(({ signature }) => signature === block?.signature);
}

/** Whether a block has another id than its counterpart at the same place, and neither stands elsewhere. */
function isRenamed(block: Block, first: Row, counterpart: Row, index: number): boolean {
  const other = first.blocks[index];
  return other?.part.name === block.part.name && !has(first, block) && !has(counterpart, other);
}

function otherProblem(first: Row, counterpart: Row, index: number): Problem {
  const [expected, found] = [first.blocks[index], counterpart.blocks[index]];
  return {
    ...{
      file: counterpart.lesson.path,
      line: found?.part.line ?? 1,
      value: found?.signature ?? '',
    },
    message: `${found?.signature} stands here, where ${first.lesson.path} has ${expected?.signature}.`,
    instead: `Write ${expected?.signature} here, or correct the other file.`,
    why: WHY,
  };
}

function missingProblems(
  row: Row,
  other: Row,
  reported: readonly (Block | undefined)[],
): Problem[] {
  return other.blocks.flatMap((block, index) => {
    if (has(row, block) || reported.includes(block)) return [];
    const before = other.blocks.slice(0, index).findLast((earlier) => has(row, earlier));
    const neighbour = row.blocks.find(({ signature }) => signature === before?.signature);
    const place = before ? `after ${before.signature}` : 'at the beginning';
    return {
      ...{ file: row.lesson.path, line: neighbour?.part.line ?? 1, value: block.signature },
      message: `${block.signature} is in ${other.lesson.path} and not in this file.`,
      instead: `Add ${block.signature} ${place}, or take it out of the other file.`,
      why: WHY,
    };
  });
}

function orderProblems(first: Row, counterpart: Row): Problem[] {
  const order = first.blocks.filter((block) => has(counterpart, block));
  const counterpartOrder = counterpart.blocks.filter((block) => has(first, block));
  const at = counterpartOrder.findIndex(
    ({ signature }, index) => signature !== order[index]?.signature,
  );
  const [expected, here] = [order[at], counterpartOrder[at]];
  return found(
    expected &&
      here && {
        ...{ file: counterpart.lesson.path, line: here.part.line, value: here.signature },
        message: `${here.signature} stands here, where ${first.lesson.path} has ${expected.signature}.`,
        instead: `Move ${expected.signature} to this place.`,
        why: 'A learner may change the language at any card and goes on with the same next card.',
      },
  );
}
