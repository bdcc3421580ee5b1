import { tagRule, tagShape, vocabulary } from '../../vocabulary.ts';
import { found, type Problem } from '../problem.ts';
import type { Content } from '../reading/content.ts';
import { type Lesson, type Part, partsIn, partToText } from '../reading/lesson-text.ts';
import { excerpt } from '../reading/sign-problems.ts';

/** A lesson is a row of cards, and each card begins with one heading. */
export function cardsProblems({ lessons }: Content): Problem[] {
  return lessons
    .filter(({ isWhole }) => isWhole)
    .flatMap((lesson) => [
      ...emptyProblem(lesson),
      ...outsideProblems(lesson),
      ...lesson.parts
        .filter(({ name }) => name === 'Card')
        .flatMap((card) => headingProblems(lesson.path, card)),
    ]);
}

function emptyProblem({ path, parts }: Lesson): Problem[] {
  return found(
    !parts.some(({ name }) => tagRule(name)?.parents.includes('lesson')) && {
      ...{ file: path, line: 1 },
      message: 'The lesson has no card.',
      instead: `Write at least one:\n${tagShape(vocabulary.Card)}`,
      why: 'A lesson is a row of cards.',
    },
  );
}

function outsideProblems({ path, parts }: Lesson): Problem[] {
  return parts
    .filter((part) => !(part.kind === 'tag' && tagRule(part.name)))
    .filter((part) => partToText(part) !== '')
    .map((part) => ({
      ...{ file: path, line: part.line, value: partToText(part) },
      message: `This text stands outside every card: “${excerpt(partToText(part))}”`,
      instead: 'Move it into a card, between <Card id="…"> and </Card>.',
      why: 'Only cards and questions are shown.',
    }));
}

function headingProblems(file: string, card: Part): Problem[] {
  const id = card.attributes.get('id') ?? '';
  const [first] = card.parts;
  const headings = [...partsIn(card.parts)].filter(({ kind }) => kind === 'heading');
  const [title, ...others] = headings;
  const why = 'The heading names the one idea of the card; the learner finds it again by it.';
  if (!title) {
    // A heading that lacks only its space has a problem of its own.
    if ([...partsIn(card.parts)].some(({ text }) => /^[#＃]/.test(text))) return [];
    return [
      {
        ...{ file, line: card.line, value: id, why },
        message: `The card “${id}” has no heading.`,
        instead: 'Begin it with a line such as: ## Look at the plate',
      },
    ];
  }
  const problems: Problem[] = others.map((heading) => ({
    ...{ file, line: heading.line, value: partToText(heading), why },
    message: `The card “${id}” has a further heading: “${partToText(heading)}”.`,
    instead: `Begin a new card with it, or write it as a sentence: **${partToText(heading)}**`,
  }));
  const at = { file, line: title.line, value: partToText(title), why };
  if (title.depth !== 2) {
    problems.unshift({
      ...at,
      message: `The heading of the card “${id}” does not begin with two signs “##”.`,
      instead: `Write: ## ${partToText(title)}`,
    });
  }
  if (first !== title) {
    problems.unshift({
      ...at,
      message: `The card “${id}” does not begin with its heading.`,
      instead: `Move the line up, right below the tag: ## ${partToText(title)}`,
    });
  }
  return problems;
}
