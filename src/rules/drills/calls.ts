import { callItems } from '../../schema/call.ts';
import type { Problem } from '../problem.ts';
import type { SingleQuestion } from '../questions/balance.ts';
import { isRight } from '../questions/right-options.ts';
import { type Content, filesOf, namedIn, type YamlFile } from '../reading/content.ts';
import { fieldOf, listOf, plainTexts, textOf, type Value } from '../reading/value.ts';
import { drillHabits } from './options.ts';

/** Every call begins with the place, and tells all that an operator must know. */
export function callsProblems(content: Content): Problem[] {
  return filesOf(content, 'call').flatMap((file) => {
    return [
      ...drillHabits(file, stagesOf(file.value), content.languages),
      ...placeProblems(file),
      ...repeatedProblems(file),
      ...missingProblems(file),
    ];
  });
}

const lineOf = (root: Value, key: string) => fieldOf(root, key)?.line ?? root.line;

function stagesOf(root: Value): SingleQuestion[] {
  const repeat = fieldOf(root, 'repeat');
  return [
    ...(['rings', 'opening'] as const).map(
      (id): SingleQuestion => ({ id, line: lineOf(root, id), options: listOf(root, id) }),
    ),
    ...listOf(root, 'asks').map(
      (ask): SingleQuestion => ({
        id: textOf(fieldOf(ask, 'item')) ?? 'asks',
        line: ask.line,
        options: listOf(ask, 'options'),
      }),
    ),
    ...listOf(root, 'troubles').map(
      (trouble): SingleQuestion => ({
        id: textOf(fieldOf(trouble, 'kind')) ?? 'troubles',
        line: trouble.line,
        options: listOf(trouble, 'options'),
      }),
    ),
    {
      id: 'repeat',
      line: lineOf(root, 'repeat'),
      options: listOf(repeat, 'options'),
    },
  ];
}

const givesOf = (opening: Value): string[] => plainTexts(listOf(opening, 'gives'));

function placeProblems({ path, value }: YamlFile): Problem[] {
  return namedIn(listOf(value, 'opening').filter(isRight))
    .filter(({ entry }) => !givesOf(entry).includes('place'))
    .map(({ id, line, entry }) => ({
      ...{ file: path, line, value: id },
      message: `The right first sentence “${id}” does not give the place.`,
      instead: `Begin its text with the place, and write gives: [${['place', ...givesOf(entry)].join(', ')}]`,
      why: 'If the call breaks off after one sentence, somebody must know where to go.',
    }));
}

function repeatedProblems({ path, value }: YamlFile): Problem[] {
  const items = listOf(value, 'asks').map((ask) => textOf(fieldOf(ask, 'item')) ?? '');
  return listOf(value, 'asks').flatMap((ask, index) => {
    const item = items[index] ?? '';
    if (item === '' || items.indexOf(item) === index) return [];
    return {
      ...{ file: path, line: ask.line, value: item },
      message: `The operator asks twice for “${item}”.`,
      instead: 'Take one of the two questions out.',
      why: 'What has been told is not asked again; the second question would never be shown.',
    };
  });
}

function missingProblems({ path, value }: YamlFile): Problem[] {
  const asked = listOf(value, 'asks').map((ask) => textOf(fieldOf(ask, 'item')));
  const openings = listOf(value, 'opening').filter(isRight).map(givesOf);
  return callItems
    .filter((item) => item !== 'place' && !asked.includes(item))
    .filter((item) => !openings.every((gives) => gives.includes(item)))
    .map((item) => ({
      ...{ file: path, line: lineOf(value, 'asks'), value: item },
      message: `Nobody asks for “${item}”, and not every right first sentence gives it.`,
      instead: `Add a question with item: ${item} to “asks”. If nobody knows it, the right answer says so.`,
      why: 'An operator who is not told that something is unknown goes on waiting for it.',
    }));
}
