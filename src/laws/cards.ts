import { tagRule, vocabulary } from '../vocabulary.ts';
import type { Fault } from './fault.ts';
import type { Content } from './reading/content.ts';
import { type Lesson, type Part, partsIn, partToText } from './reading/lesson-text.ts';
import { excerpt } from './reading/sign-faults.ts';

/** A lesson is a row of cards, and each card begins with one heading. */
export function cardsFaults({ lessons }: Content): Fault[] {
  return lessons
    .filter(({ isWhole }) => isWhole)
    .flatMap((lesson) => [
      ...emptyFault(lesson),
      ...outsideFaults(lesson),
      ...lesson.parts
        .filter(({ name }) => name === 'Card')
        .flatMap((card) => headingFaults(lesson.path, card)),
    ]);
}

function emptyFault({ path, parts }: Lesson): Fault[] {
  if (parts.some(({ name }) => tagRule(name)?.where.includes('lesson'))) return [];
  return [
    {
      ...{ file: path, line: 1 },
      problem: 'The lesson has no card.',
      instead: `Write at least one:\n${vocabulary.Card.example}`,
      why: 'A lesson is a row of cards.',
    },
  ];
}

function outsideFaults({ path, parts }: Lesson): Fault[] {
  return parts
    .filter((part) => !(part.kind === 'tag' && tagRule(part.name)))
    .filter((part) => partToText(part) !== '')
    .map((part) => ({
      ...{ file: path, line: part.line, value: partToText(part) },
      problem: `This text stands outside every card: “${excerpt(partToText(part))}”`,
      instead: 'Move it into a card, between <Card id="…"> and </Card>.',
      why: 'Only cards and questions are shown.',
    }));
}

function headingFaults(file: string, card: Part): Fault[] {
  const id = card.attributes.get('id') ?? '';
  const [first] = card.parts;
  const headings = [...partsIn(card.parts)].filter(({ kind }) => kind === 'heading');
  const [title, ...others] = headings;
  const why = 'The heading names the one idea of the card; the learner finds it again by it.';
  if (!title) {
    return [
      {
        ...{ file, line: card.line, value: id, why },
        problem: `The card “${id}” has no heading.`,
        instead: 'Begin it with a line such as: ## Look at the plate',
      },
    ];
  }
  const faults: Fault[] = others.map((heading) => ({
    ...{ file, line: heading.line, value: partToText(heading), why },
    problem: `The card “${id}” has a further heading: “${partToText(heading)}”.`,
    instead: `Begin a new card with it, or write it as a sentence: **${partToText(heading)}**`,
  }));
  const at = { file, line: title.line, value: partToText(title), why };
  if (title.depth !== 2) {
    faults.unshift({
      ...at,
      problem: `The heading of the card “${id}” does not begin with two signs “##”.`,
      instead: `Write: ## ${partToText(title)}`,
    });
  }
  if (first !== title) {
    faults.unshift({
      ...at,
      problem: `The card “${id}” does not begin with its heading.`,
      instead: `Move the line up, right below the tag: ## ${partToText(title)}`,
    });
  }
  return faults;
}
