import { expect, test } from '@playwright/test';
import { EN, HI, MODULE, problemTexts, put, QUIZ, told } from './tiny-course.ts';

const SOURCE = 'A reader can look up what each statement rests on.';
const QUESTION = 'A lesson shows questions of its own module.';
const LEDGER = 'Every number that is shown comes from the one ledger.';
const DOOR = 'The drawing stands on the module’s door.';
const ROOM = 'The place decides which control room answers.';
const ROLE =
  'What is meant for a role is shown to those who chose that role; several roles are parted by spaces.';
const CORRIDOR = 'The corridor of doors shows the modules that stand in content/course.yml.';
const LESSON = 'The module leads through the lessons of this list, one after the other.';
const NAME = 'The course takes up only files whose place and name say what they are.';
const ONCE = 'A question is answered in one place, and the learner comes back to that place.';

test('A source that does not exist names the one that was meant', () => {
  expect(problemTexts({ [HI]: put('"paper"', '"papr"'), [EN]: put('"paper"', '"papr"') })).toEqual([
    told(
      `${EN}:10`,
      'No source has the id “papr”.',
      'Did you mean “paper”? If not, add “papr” to content/sources.yml.',
      SOURCE,
    ),
    told(
      `${HI}:10`,
      'No source has the id “papr”.',
      'Did you mean “paper”? If not, add “papr” to content/sources.yml.',
      SOURCE,
    ),
  ]);
});

test('A source that is like no other is to be added', () => {
  expect(
    problemTexts({
      [QUIZ]: put('    kind: single', '    sources: [who-report]\n    kind: single'),
    }),
  ).toEqual([
    told(
      `${QUIZ}:4`,
      'No source has the id “who-report”.',
      'Add “who-report” to content/sources.yml, or write an id that stands there.',
      SOURCE,
    ),
  ]);
});

test('A helpline that does not exist names the one that was meant', () => {
  expect(
    problemTexts({
      [HI]: put('तीन दिन', '<Helpline id="emergncy" /> तीन दिन'),
      [EN]: put('For three', '<Helpline id="emergncy" /> for three'),
    }),
  ).toEqual([
    told(
      `${EN}:10`,
      'No helpline has the id “emergncy”.',
      'Did you mean “emergency”? If not, add “emergncy” to content/helplines.yml.',
      LEDGER,
    ),
    told(
      `${HI}:10`,
      'No helpline has the id “emergncy”.',
      'Did you mean “emergency”? If not, add “emergncy” to content/helplines.yml.',
      LEDGER,
    ),
  ]);
});

test('A question that does not exist names the one that was meant', () => {
  expect(
    problemTexts({
      [HI]: put('two-changes', 'two-change'),
      [EN]: put('two-changes', 'two-change'),
    }),
  ).toEqual([
    told(
      `${EN}:22`,
      'No question has the id “two-change”.',
      'Did you mean “two-changes”? If not, add “two-change” to content/modules/notice/quiz.yml.',
      QUESTION,
    ),
    told(
      `${HI}:22`,
      'No question has the id “two-change”.',
      'Did you mean “two-changes”? If not, add “two-change” to content/modules/notice/quiz.yml.',
      QUESTION,
    ),
  ]);
});

test('A question stands once in a lesson', () => {
  expect(
    problemTexts({
      [HI]: (text) => `${text}\n<Question id="two-changes" />\n`,
      [EN]: (text) => `${text}\n<Question id="two-changes" />\n`,
    }),
  ).toEqual([
    told(
      `${EN}:24`,
      '<Question id="two-changes" /> stands twice in this lesson.',
      'Take one of the two out.',
      ONCE,
    ),
    told(
      `${HI}:24`,
      '<Question id="two-changes" /> stands twice in this lesson.',
      'Take one of the two out.',
      ONCE,
    ),
  ]);
});

test('A source that nothing uses is named', () => {
  expect(
    problemTexts({
      'content/sources.yml': (text) => text + text.replace('id: paper', 'id: other-paper'),
    }),
  ).toEqual([
    told(
      'content/sources.yml:9',
      'Nothing in the course uses the source “other-paper”.',
      'Write <Cite id="other-paper" /> after the sentence that rests on it, or take the entry out.',
      'The list of sources shows what the course rests on, and no more.',
    ),
  ]);
});

test('A drawing that does not exist names the one that was meant', () => {
  expect(problemTexts({ [MODULE]: put('drawing: tiffin', 'drawing: tifin') })).toEqual([
    told(
      `${MODULE}:5`,
      'There is no drawing content/images/tifin.svg.',
      'Did you mean “tiffin”?',
      DOOR,
    ),
  ]);
});

test('A drawing that is like no other is to be added', () => {
  expect(problemTexts({ [MODULE]: put('drawing: tiffin', 'drawing: phone') })).toEqual([
    told(
      `${MODULE}:5`,
      'There is no drawing content/images/phone.svg.',
      'Add the file content/images/phone.svg. The drawings known here are: tiffin.',
      DOOR,
    ),
  ]);
});

test('A district that does not exist names the one that was meant', () => {
  expect(problemTexts({ 'content/site.yml': put('kota', 'kotta') })).toEqual([
    told(
      'content/site.yml:2',
      'No district has the id “kotta”.',
      'Did you mean “kota”? If not, add “kotta” to content/places.yml.',
      ROOM,
    ),
  ]);
});

test('A state that does not exist is to be added', () => {
  expect(problemTexts({ 'content/places.yml': put('state: rajasthan', 'state: kerala') })).toEqual([
    told(
      'content/places.yml:4',
      'No state has the id “kerala”.',
      'Add “kerala” to content/places.yml, or write an id that stands there.',
      ROOM,
    ),
  ]);
});

test('A role in a lesson that does not exist names the one that was meant', () => {
  expect(
    problemTexts({
      [HI]: put('<Say>', '<For role="wardens">\n\nएक।\n\n</For>\n\n<Say>'),
      [EN]: put('<Say>', '<For role="wardens">\n\nOne.\n\n</For>\n\n<Say>'),
    }),
  ).toEqual([
    told(`${EN}:12`, 'The course has no role “wardens”.', 'Did you mean “warden”?', ROLE),
    told(`${HI}:12`, 'The course has no role “wardens”.', 'Did you mean “warden”?', ROLE),
  ]);
});

test('A role that this course does not have is named', () => {
  expect(
    problemTexts({
      [MODULE]: put('[warden]', '[warden, peer]'),
      [QUIZ]: put('    kind: single', '    roles: [faculty]\n    kind: single'),
    }),
  ).toEqual([
    told(
      `${MODULE}:3`,
      'The course has no role “peer”.',
      'The roles known here are: warden.',
      ROLE,
    ),
    told(
      `${QUIZ}:4`,
      'The course has no role “faculty”.',
      'The roles known here are: warden.',
      ROLE,
    ),
  ]);
});

test('A module in the list without a folder names the folder that was meant', () => {
  expect(problemTexts({ 'content/course.yml': put('[notice]', '[notise]') })).toEqual([
    told(
      'content/course.yml:11',
      'The module “notise” has no folder.',
      'Did you mean “notice”? If not, add content/modules/notise/module.yml.',
      CORRIDOR,
    ),
    told(
      `${MODULE}:1`,
      'The folder “notice” is not in the list of modules.',
      'Add “- notice” to the modules of content/course.yml, or take the folder out.',
      'A module that is not listed would never be shown.',
    ),
  ]);
});

test('A module in the list without a folder is to be added', () => {
  expect(problemTexts({ 'content/course.yml': put('[notice]', '[notice, ask]') })).toEqual([
    told(
      'content/course.yml:11',
      'The module “ask” has no folder.',
      'Add content/modules/ask/module.yml, or take the line out.',
      CORRIDOR,
    ),
  ]);
});

test('A module without its file is named', () => {
  expect(problemTexts({ [MODULE]: null })).toEqual([
    told(
      'content/course.yml:11',
      'The module “notice” has no module.yml.',
      'Add the file content/modules/notice/module.yml.',
      CORRIDOR,
    ),
  ]);
});

test('A lesson in the list without a file names the lesson that was meant', () => {
  expect(problemTexts({ [MODULE]: put('[plate]', '[plat]') })).toEqual([
    told(
      `${MODULE}:8`,
      'The lesson “plat” has no file.',
      'Did you mean “plate”? If not, add content/modules/notice/plat.hi.mdx and content/modules/notice/plat.en.mdx.',
      LESSON,
    ),
    told(
      `${MODULE}:8`,
      'The lesson “plate” has a file and is not in this list.',
      'Add “- plate” to the lessons at the place where it is to be taken, or take its files out.',
      'A lesson that is not listed would never be shown.',
    ),
  ]);
});

test('A lesson in the list without a file is to be added', () => {
  expect(problemTexts({ [MODULE]: put('[plate]', '[plate, door]') })).toEqual([
    told(
      `${MODULE}:8`,
      'The lesson “door” has no file.',
      'Add content/modules/notice/door.hi.mdx and content/modules/notice/door.en.mdx, or take the line out.',
      LESSON,
    ),
  ]);
});

test('A file that is missing is to be restored', () => {
  expect(problemTexts({ 'content/site.yml': null })).toEqual([
    told(
      'content/site.yml:1',
      'This file is missing.',
      'Restore content/site.yml from the last version of the course.',
      'Every page of the course is made with it.',
    ),
  ]);
});

test('A file with another name is told which name was meant', () => {
  expect(
    problemTexts({
      'content/glosary.yml': '[]',
      'content/modules/notice/quizz.yml': '',
      'content/modules/notice/Plate Two.hi.md': '',
      'content/notes.docx': '',
    }),
  ).toEqual([
    told(
      'content/glosary.yml:1',
      'This looks like a copy of content/glossary.yml, and the course reads only that one.',
      'Do not rename it: that would replace the other. Open both; what you need from here, copy into content/glossary.yml. Then take this file out of content/.',
      NAME,
    ),
    told(
      'content/modules/notice/Plate Two.hi.md:1',
      'The course has no use for a file of this name.',
      'Rename it to content/modules/notice/plate-two.hi.mdx',
      NAME,
    ),
    told(
      'content/modules/notice/quizz.yml:1',
      'This looks like a copy of content/modules/notice/quiz.yml, and the course reads only that one.',
      'Do not rename it: that would replace the other. Open both; what you need from here, copy into content/modules/notice/quiz.yml. Then take this file out of content/.',
      NAME,
    ),
    told(
      'content/notes.docx:1',
      'The course has no use for a file of this name.',
      'Take it out of content/, or give it a name of the kinds that content/README.md lists.',
      NAME,
    ),
  ]);
});
