import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { parse } from 'yaml';
import { type Danger as Answer, type Asked, referral } from '../../src/domain/referral.ts';
import { type Danger, dangerSchema } from '../../src/schema/danger.ts';
import { courseCases } from '../support/cases.ts';
import { land } from '../support/land.ts';
import { problemsWith } from './tiny-scene.ts';

const danger: Danger = dangerSchema.parse(parse(readFileSync('content/danger.yml', 'utf8')));
const isDanger = ['danger: false', 'danger: true'] as const;
const WHY =
  '  Why: The rule for danger (content/danger.yml) holds in lessons and practice alike: what is marked strong here is what somebody will do in a real night.';
const ofTheRule = (problems: readonly string[]) =>
  problems.filter((problem) => problem.endsWith(WHY));

test('A strong line that rings a helpline in danger needs a second adult and things put away', () => {
  const problems = problemsWith(isDanger, [
    'अभी साथ मिलाएँ?, en: Ring together now? }',
    '"{helpline:tele-manas} साथ मिलाएँ?", en: "Ring {helpline:tele-manas} together?" }',
  ]);
  expect(
    ofTheRule(problems).find((problem) => problem.includes('rings “')),
  ).toBe(`content/modules/ask/tea.scenario.yml:114
  The strong choice “c13” rings “tele-manas” after c01, c04, c07, c09 while danger is current: no second adult is there, or nobody has put dangerous things away.
  Offer “c13” only with when: secondAdult, meansSpoken, and for every other run a strong choice with the move ring-emergency.
${WHY}`);
});

test('The emergency number may be rung in danger at any time', () => {
  const problems = problemsWith(isDanger, [
    'अभी साथ मिलाएँ?, en: Ring together now? }',
    '"{helpline:emergency} मिलाएँ?", en: "Ring {helpline:emergency} together?" }',
  ]);
  expect(problems.filter((problem) => problem.includes('rings “'))).toEqual([]);
});

test('A run of strong lines alone ends inside the rule for danger', () => {
  expect(ofTheRule(problemsWith(isDanger))[0]).toBe(`content/modules/ask/tea.scenario.yml:102
  c03, c04, c07, c09, c13 are all strong, and the run ends outside the rule for danger: nobody asked whether it is tonight.
  Let a strong line of this run ask it, with the move ask-tonight or effects: tonightAsked.
${WHY}`);
  const asked = problemsWith(isDanger, [
    'effects: personNamed, timeNamed, calledTogether, followUp',
    'effects: personNamed, timeNamed, calledTogether, followUp, tonightAsked',
  ]);
  expect(ofTheRule(asked).at(-1)).toContain('nobody is kept safe');
});

test('The order of ringing follows the rule for danger', () => {
  const first = (answer: Answer, count: number) =>
    referral(
      {
        danger: answer,
        ...{ place: land.here, home: null, minor: 'no', channel: 'in-person', hour: 23 },
        contacts: [],
      } as Asked,
      land,
    )
      .slice(0, count)
      .map(({ number }) => number);
  const answers: Record<string, Answer> = {
    hurt: 'hurt',
    unsafe: 'yes',
    doubt: 'yes',
    watched: 'no',
  };
  expect(danger.situations.map(({ id }) => id).toSorted()).toEqual(Object.keys(answers).toSorted());
  for (const { id, rings } of danger.situations) {
    expect(first(answers[id] as Answer, rings.length), id).toEqual(rings);
  }
});

test('The page that says whom to ring asks the questions of the rule for danger', () => {
  for (const lang of ['hi', 'en']) {
    const hint = parse(readFileSync(`content/ui/${lang}.yml`, 'utf8')).now['danger-hint'];
    for (const { text } of danger.questions) expect(hint).toContain(text[lang]);
  }
});

test('A post and a door show somebody who is hurt already, and nothing but at once is right there', () => {
  const kinds = [...courseCases().values()].flatMap(({ set }) =>
    (set.cases as Pick<(typeof set.cases)[number], 'right' | 'also' | 'signs'>[])
      .filter(({ signs }) => signs.includes('self-harm'))
      .map(({ right, also }) => `${set.kind} ${[right, ...also].join(' ')}`),
  );
  expect([...new Set(kinds)].toSorted()).toEqual(['doors now', 'posts now']);
});
