import { expect, test } from '@playwright/test';
import { drillText } from '../support/drills.ts';
import { POSTS, tinyPosts } from './tiny-cases.ts';
import { EN, problemTexts, put, QUIZ, told } from './tiny-course.ts';

const FILE = 'content/readers.yml';
const WHY =
  'The reviewer’s edition lists from this file what a clinician or a lawyer has to read; what it does not list nobody reads.';
const reason = (id: string, items: string) =>
  `      - { id: ${id}, why: { hi: ठीक।, en: It is so. }, items: [${items}] }\n`;
const readers = (danger: string, law = 'plate') => `readers:
  - id: clinician
    name: { hi: डॉक्टर, en: Clinician }
    reasons:
${reason('danger', danger)}  - id: lawyer
    name: { hi: वकील, en: Lawyer }
    reasons:
${reason('law', law)}`;
const lexicon = put('lessThan:', 'readers: { danger: [dangerous], law: [law/laws] }\nlessThan:');
/** The problems of the tiny course with a list of readers, as far as they are about the list. */
const found = (list: string, changes: Parameters<typeof problemTexts>[0]) =>
  problemTexts({ 'content/languages/en.yml': lexicon, [FILE]: list, ...changes }).filter(
    (problem) => problem.includes(WHY),
  );
const unlisted = (place: string, said: string, reasonOf: string, id: string, all = '') =>
  told(place, said, `Add ${id} under “${reasonOf}” in ${FILE}${all}.`, WHY);

test('A card that touches danger or law is to be listed under its reason', () => {
  const changes = { [EN]: put('half full.', 'half full. It is dangerous by law.') };
  const card = (words: string, id: string) =>
    unlisted(
      `${EN}:10`,
      `The card “plate-first” holds “${words}” and is not listed under “${id}”.`,
      id,
      'plate-first',
      ', or all of plate',
    );
  expect(found(readers('two-changes', 'two-changes'), changes)).toEqual([
    card('dangerous', 'danger'),
    card('law', 'law'),
  ]);
  expect(found(readers('plate-first', 'plate-first'), changes)).toEqual([]);
  expect(found(readers('plate', 'plate'), changes)).toEqual([]);
});

test('A question that touches danger is to be listed', () => {
  const changes = { [QUIZ]: put('en: Ask today.', 'en: That is dangerous.') };
  expect(found(readers('plate'), changes)).toEqual([
    unlisted(
      `${QUIZ}:9`,
      'The question “two-changes” holds “dangerous” and is not listed under “danger”.',
      'danger',
      'two-changes',
    ),
  ]);
});

test('A call, and a post where at once is right, are to be listed whatever they say', () => {
  const call = 'content/modules/notice/gate.call.yml';
  expect(found(readers('plate'), { [call]: drillText('gate.call') })).toEqual([
    unlisted(`${call}:1`, 'The call “gate” is not listed under “danger”.', 'danger', 'gate'),
  ]);
  const asked = found(readers('plate'), { [POSTS]: tinyPosts });
  expect(asked).toHaveLength(2);
  expect(asked[0]).toContain('The case “posts/p04” is not listed under “danger”.');
  expect(asked[0]).toContain(`Add posts/p04 under “danger” in ${FILE}, or all of posts.`);
  expect(found(readers('posts'), { [POSTS]: tinyPosts })).toEqual([]);
});

test('An id that nothing has is named', () => {
  expect(found(readers('plate, plaet'), {})).toEqual([
    told(
      `${FILE}:5`,
      '“plaet” is no lesson, card, question or practice of the course.',
      'Write its id as its file does, a case as post-lab/p46, or take it out.',
      WHY,
    ),
  ]);
});

test('A language without such words is not asked for them', () => {
  expect(problemTexts({ [EN]: put('half full.', 'half full. It is dangerous.') })).toEqual([]);
});

test('A part of the coordinator’s guide that touches danger is to be listed', () => {
  const changes = { 'content/coordinator.yml': put('en: Read.', 'en: That is dangerous.') };
  expect(found(readers('plate'), changes)).toEqual([
    unlisted(
      'content/coordinator.yml:7',
      'The part of the guide “guide-day” holds “dangerous” and is not listed under “danger”.',
      'danger',
      'guide-day',
    ),
  ]);
  expect(found(readers('guide-day'), changes)).toEqual([]);
});
