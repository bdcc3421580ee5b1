import { expect, test } from '@playwright/test';
import { EN, HI, MODULE, problemTexts, put, QUIZ, tinyCourse, told } from './tiny-course.ts';

const core = (steps: string) => put('review: null', `core: [${steps}]\nreview: null`);

test('The short way leads through lessons of the module', () => {
  expect(problemTexts({ [MODULE]: core('plate') })).toEqual([]);
  expect(problemTexts({ [MODULE]: core('plate, plates') })).toEqual([
    told(
      `${MODULE}:9`,
      'The module has no step “plates” for its short way.',
      'Write one of plate, or take it out.',
      'The short way leads through lessons and practices of the module, and “check” is its check.',
    ),
  ]);
});

test('A module takes as long as the steps of its short way', () => {
  expect(problemTexts({ [MODULE]: put('minutes: 5', 'minutes: 6') })).toEqual([
    told(
      `${MODULE}:4`,
      'The module is said to take 6 minutes; the steps of its short way take 3.',
      'Write minutes: 3',
      'Whoever starts it at eleven at night must know when it ends.',
    ),
  ]);
});

test('Questions that no lesson shows add to the minutes, half a minute each', () => {
  const question = tinyCourse[QUIZ].slice(tinyCourse[QUIZ].indexOf('  - id:'));
  const more = Array.from({ length: 6 }, (_, at) => question.replace('two-changes', `more-${at}`));
  const [problem] = problemTexts({
    [QUIZ]: (quiz) => quiz + more.join(''),
    [MODULE]: put('minutes: 5', 'minutes: 3'),
  }).filter((text) => text.includes('is said to take'));
  expect(problem).toContain(
    'The module is said to take 3 minutes; the steps of its short way take 6.',
  );
});

test('The short way of nobody is longer than the course allows', () => {
  const lessons = Array.from({ length: 8 }, (_, at) => `plate-${at}`);
  const lesson = (text: string, at: number) =>
    text
      .replace('minutes: 3', 'minutes: 10')
      .replace('plate-first', `plate-first-${at}`)
      .replace('\n<Question id="two-changes" />\n', '');
  const files = lessons.flatMap((id, at) => [
    [`content/modules/notice/${id}.hi.mdx`, lesson(tinyCourse[HI], at)],
    [`content/modules/notice/${id}.en.mdx`, lesson(tinyCourse[EN], at)],
  ]);
  const problems = problemTexts({
    ...Object.fromEntries(files),
    'content/course.yml': (course) => `${course}shortWay: 75\n`,
    [MODULE]: put('lessons: [plate]', `lessons: [plate, ${lessons.join(', ')}]`),
  });
  expect(problems).toContain(
    told(
      'content/course.yml:12',
      'The short way of the role “warden” takes 83 minutes.',
      'Take steps of 8 minutes out of the lists core: of its modules.',
      'People give up courses that take longer than 75 minutes; everything else stays open to those who want more.',
    ),
  );
});

test('Roles written one below the other are read: a practice of others adds nothing', () => {
  const cases = 'content/modules/notice/rooms.relay.yml';
  const relay = (roles: string) =>
    `title: { hi: a, en: b }\nroles:\n${roles}minutes: 8\nforks: []\n`;
  const minutesProblems = (roles: string) =>
    problemTexts({ [cases]: relay(roles) }).filter((text) => text.includes('is said to take'));
  expect(minutesProblems('  - peer\n')).toEqual([]);
  expect(minutesProblems('  - peer\n  - warden\n')).toHaveLength(1);
});

test('Of a module with a file that cannot be read no minutes are counted', () => {
  const problems = problemTexts({
    'content/modules/notice/rooms.relay.yml': 'title: { hi: a, en: b\n',
    [MODULE]: put('minutes: 5', 'minutes: 20'),
  });
  expect(problems.filter((text) => text.includes('is said to take'))).toEqual([]);
});
