import { callItems } from '../../schema/call.ts';
import type { Problem } from '../problem.ts';
import { isRight } from '../questions/answers.ts';
import { type Content, filesOf, namedIn, type YamlFile } from '../reading/content.ts';
import { fieldOf, listOf, textOf, textsOf, type Value } from '../reading/value.ts';
import { drillProblems, type Stage } from './options.ts';

/** Every call begins with the place, tells all that an operator must know, and can be led to its end. */
export function callsProblems(content: Content): Problem[] {
  return filesOf(content, 'call').flatMap((file) => {
    const drill = {
      file: file.path,
      root: file.value,
      stages: stagesOf(file.value),
      languages: content.languages,
    };
    return [
      ...drillProblems(drill),
      ...placeProblems(file),
      ...repeatedProblems(file),
      ...missingProblems(file),
    ];
  });
}

const lineOf = (root: Value, key: string) => fieldOf(root, key)?.line ?? root.line;

function stagesOf(root: Value): Stage[] {
  const repeat = fieldOf(root, 'repeat');
  return [
    ...(['rings', 'opening'] as const).map(
      (id): Stage => ({ id, line: lineOf(root, id), options: listOf(root, id), rights: 'some' }),
    ),
    ...listOf(root, 'asks').map(
      (ask): Stage => ({
        id: textOf(fieldOf(ask, 'item')) ?? 'asks',
        line: ask.line,
        options: listOf(ask, 'options'),
        rights: 'one',
      }),
    ),
    {
      id: 'repeat',
      line: lineOf(root, 'repeat'),
      options: listOf(repeat, 'options'),
      rights: 'one',
    },
  ];
}

const givesOf = (opening: Value): string[] =>
  textsOf(listOf(opening, 'gives')).map(({ text }) => text);

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
    return [
      {
        ...{ file: path, line: ask.line, value: item },
        message: `The operator asks twice for “${item}”.`,
        instead: 'Take one of the two questions out.',
        why: 'What has been told is not asked again; the second question would never be shown.',
      },
    ];
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
