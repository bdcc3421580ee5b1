import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { DOORS, doorProblems, POSTS, postProblems, tinyDoors, tinyPosts } from './tiny-cases.ts';
import { problemTexts, told } from './tiny-course.ts';

const SMALL = 'It is read on a small screen, late at night.';
const KINDS =
  'The result tells the learner which kinds were missed, and what only looked alarming.';
const OTHERWISE = 'Whoever decided otherwise is told what would have been better, and why.';
const MOVES = 'The learner is offered one first move that helps, among others that do not.';
const MOSTLY = 'Whoever notices what is mostly right decides without looking.';
/** The number of the line that holds a piece of the tiny posts. */
const lineOf = (piece: string) => tinyPosts.slice(0, tinyPosts.indexOf(piece)).split('\n').length;

test('Posts and doors as small as may be keep the rules', () => {
  expect(postProblems()).toEqual([]);
  expect(doorProblems()).toEqual([]);
});

const posts: {
  title: string;
  changes: [string, string][];
  at: number;
  says: [string, string, string];
}[] = [
  {
    title: 'an id that is none',
    changes: [['id: p02', 'id: p2']],
    at: lineOf('id: p02'),
    says: [
      '“p2” is not how “id” is written: ids of cases have one of a to z and two digits.',
      'Write it like this: id: p07',
      'The pages are made from these entries, so each has to be there in its own form.',
    ],
  },
  {
    title: 'an id that stands twice',
    changes: [['id: p02', 'id: p01']],
    at: lineOf('id: p02'),
    says: [
      'The id “p01” stands twice in this file; the first time in line 9.',
      'Write id: p02',
      'Stored answers and references consist of ids, so each id means one thing, for ever.',
    ],
  },
  {
    title: 'a case without feedback for too little',
    changes: [['    less: { hi: ठीक, en: Too little. }\n', '']],
    at: lineOf('id: p02'),
    says: [
      'The case “p02” lacks “less”.',
      'Add less: with what somebody is told who did too little.',
      OTHERWISE,
    ],
  },
  {
    title: 'feedback that nobody can get',
    changes: [
      [
        '    more: { hi: ठीक, en: Too much. }\n',
        '    more: { hi: ठीक, en: Too much. }\n    less: { hi: ठीक, en: Too little. }\n',
      ],
    ],
    at: lineOf('    more:') + 1,
    says: [
      'The case “p01” has “less”, and nobody can do too little where “leave” is right.',
      'Take “less” out.',
      OTHERWISE,
    ],
  },
  {
    title: 'a case that shows nothing',
    changes: [['    decoy: song\n', '']],
    at: lineOf('id: p01'),
    says: [
      'The case “p01” has neither a sign nor a decoy.',
      'Add signs: with what it shows, or decoy: with the reason why it is a false alarm.',
      KINDS,
    ],
  },
  {
    title: 'a case that needs somebody and shows no sign',
    changes: [['    signs: [burden]\n', '']],
    at: lineOf('id: p03'),
    says: [
      'The case “p03” is right with “today” and has no sign.',
      'Add signs: with the kinds of sign that it shows.',
      KINDS,
    ],
  },
  {
    title: 'a false alarm that is to be acted on',
    changes: [['    signs: [burden]\n', '    signs: [burden]\n    decoy: film\n']],
    at: lineOf('    signs: [burden]') + 1,
    says: [
      'The case “p03” is right with “today” and has the decoy “film”.',
      'Take the decoy out, or write right: leave',
      KINDS,
    ],
  },
  {
    title: 'a first move that never helps',
    changes: [['[call-and-ask]', '[forward]']],
    at: lineOf('moves:'),
    says: [
      'The case “p02” names the first move “forward”, which never helps.',
      'Write one of these: say-hello, call-and-ask, send-someone, ring-place-first',
      MOVES,
    ],
  },
  {
    title: 'a post without a first move',
    changes: [['    moves: [call-and-ask]\n', '']],
    at: lineOf('id: p02'),
    says: [
      'The case “p02” names no first move that helps.',
      'Add moves: with one or more of these: say-hello, call-and-ask, send-someone, ring-place-first',
      MOVES,
    ],
  },
  {
    title: 'a first move where nothing is to be done',
    changes: [['    decoy: song\n', '    decoy: song\n    moves: [say-hello]\n']],
    at: lineOf('    decoy: song') + 1,
    says: [
      'The case “p01” is right with “leave” and names first moves.',
      'Take “moves” out.',
      'Where nothing is to be done, an ordinary word is offered.',
    ],
  },
  {
    title: 'a post without a gloss',
    changes: [['gloss: { en: See you tomorrow. }', 'gloss: {}']],
    at: lineOf('gloss:'),
    says: [
      'The gloss of “p01” is missing in the language “en”.',
      'Add en: with what “kal milte hain 1” says.',
      'A reader of that language cannot read the post as it stands.',
    ],
  },
  {
    title: 'a gloss for readers who need none',
    changes: [
      ['script: roman', 'script: english'],
      ['gloss: { en: See you tomorrow. }', 'gloss: { hi: कल मिलेंगे।, en: See you tomorrow. }'],
    ],
    at: lineOf('gloss:'),
    says: [
      'The gloss of “p01” stands in the language “en”, and the post itself is written in it.',
      'Take en: out of the gloss.',
      'A gloss is for those who cannot read the post as it stands.',
    ],
  },
  {
    title: 'a gloss in a language that the course does not have',
    changes: [['{ en: See you tomorrow. }', '{ en: See you tomorrow., mr: उद्या. }']],
    at: lineOf('gloss:'),
    says: [
      'The gloss of “p01” stands in the language “mr”, and the course does not have it.',
      'Take mr: out of the gloss.',
      'A gloss is for those who cannot read the post as it stands.',
    ],
  },
  {
    title: 'Devanagari letters in a Roman post',
    changes: [['kal milte hain 1', 'kal मिलते hain']],
    at: lineOf('post:'),
    says: [
      'The post “p01” has Devanagari letters, and its script is “roman”.',
      'Write script: devanagari, or write the post in Latin letters.',
      'A screen reader speaks the post in the language of its script.',
    ],
  },
  {
    title: 'a Devanagari post in Latin letters',
    changes: [['script: roman', 'script: devanagari']],
    at: lineOf('post:'),
    says: [
      'The post “p01” has no Devanagari letter, and its script is “devanagari”.',
      'Write script: roman or script: english, or write the post in Devanagari.',
      'A screen reader speaks the post in the language of its script.',
    ],
  },
  {
    title: 'a reason that is too long',
    changes: [['en: A song.', `en: ${'a'.repeat(241)}`]],
    at: lineOf('    why:'),
    says: [
      'The text “why” of “p01” has 241 characters.',
      `Shorten it by 1 to 240: “${'a'.repeat(241)}”`,
      SMALL,
    ],
  },
  {
    title: 'a title that is too long',
    changes: [['en: Cases', `en: ${'a'.repeat(43)}`]],
    at: 2,
    says: [
      'The text “title” has 43 characters.',
      `Shorten it by 3 to 40: “${'a'.repeat(43)}”`,
      SMALL,
    ],
  },
  {
    title: 'a run of all cases',
    changes: [['draw: 4', 'draw: 6']],
    at: 7,
    says: [
      'A run draws 6 of 6 cases.',
      'Write draw: 5 or less, or add cases.',
      'A second run should show other cases.',
    ],
  },
];

for (const { title, changes, at, says } of posts) {
  test(`In cases, ${title} is told in plain words`, () => {
    expect(postProblems(...changes)).toEqual([told(`${POSTS}:${at}`, ...says)]);
  });
}

test('Two doors have two numbers', () => {
  expect(doorProblems(["'202'", "'201'"])).toEqual([
    told(
      `${DOORS}:19`,
      'Two doors have the number 201.',
      'Give this door a number that no other door of the file has.',
      'Both may stand in one corridor.',
    ),
  ]);
});

test('A door number that is none is asked for', () => {
  expect(doorProblems(["'202'", "'two'"])).toEqual([
    told(
      `${DOORS}:19`,
      '“two” is not how “room” is written.',
      'Write after room: in quotes the number of the room.',
      'The pages are made from these entries, so each has to be there in its own form.',
    ),
  ]);
});

test('A set in which one decision is mostly right, and another never, is told', () => {
  const today = 'right: today\n    signs: [burden]';
  expect(postProblems(['right: check-in\n    signs: [sleep]', today])).toEqual([
    told(
      `${POSTS}:8`,
      '“check-in” is right in 0 of 6 cases.',
      'Add cases until it is right in 1 at least.',
      MOSTLY,
    ),
  ]);
  const now =
    'right: now\n    signs: [burden]\n    why: { hi: ठीक, en: A burden. }\n    less: { hi: ठीक, en: Too little. }\n';
  const before =
    'right: today\n    signs: [burden]\n    why: { hi: ठीक, en: A burden. }\n    less: { hi: ठीक, en: Too little. }\n    more: { hi: ठीक, en: Too much. }\n';
  expect(postProblems([before, now])).toEqual([
    told(
      `${POSTS}:8`,
      '“today” is right in 0 of 6 cases.',
      'Add cases until it is right in 1 at least.',
      MOSTLY,
    ),
    told(
      `${POSTS}:8`,
      '“now” is right in 3 of 6 cases.',
      'Add cases with other decisions until it is right in 2 of 6 at most.',
      MOSTLY,
    ),
  ]);
});

test('A set without false alarms is told', () => {
  const today = 'right: today\n    signs: [burden]';
  expect(
    postProblems(
      ['right: check-in\n    signs: [sleep]', today],
      [
        'right: leave\n    decoy: song\n    why: { hi: ठीक, en: A song. }\n',
        `${today}\n    why: { hi: ठीक, en: A song. }\n    less: { hi: ठीक, en: Too little. }\n    moves: [call-and-ask]\n`,
      ],
    ),
  ).toEqual([
    told(
      `${POSTS}:8`,
      '“check-in” is right in 0 of 6 cases.',
      'Add cases until it is right in 1 at least.',
      MOSTLY,
    ),
    told(
      `${POSTS}:8`,
      '“today” is right in 3 of 6 cases.',
      'Add cases with other decisions until it is right in 2 of 6 at most.',
      MOSTLY,
    ),
    told(
      `${POSTS}:8`,
      'Only 1 of 6 cases are false alarms or can wait.',
      'Add cases that are right with “leave” or “check-in”, until there are 2.',
      MOSTLY,
    ),
  ]);
});

test('A decision that is accepted nearly everywhere is told', () => {
  const also = (right: string) =>
    [`right: ${right}\n`, `right: ${right}\n    also: [today]\n`] as const;
  expect(postProblems(also('check-in'), also('now'), also('leave'))).toEqual([
    told(
      `${POSTS}:8`,
      'Whoever always decides “today” is told in 4 of 6 cases that it fits.',
      'Take “today” out of “also” of some of these cases, until it fits in 3 at most: p01, p02, p04',
      MOSTLY,
    ),
  ]);
});

test('The examples of the guide keep the rules', () => {
  const guide = readFileSync(new URL('../../content/README.md', import.meta.url), 'utf8');
  const examples = [...guide.matchAll(/```yml\n( {2}- id: [a-z]\d{2}[\s\S]*?)```/g)];
  const [post = '', door = ''] = examples.map(([, text = '']) => text.replace(/[pd]01/, 'x07'));
  expect(post).toContain('post:');
  expect(door).toContain('room:');
  expect(problemTexts({ [POSTS]: tinyPosts + post })).toEqual([]);
  expect(problemTexts({ [DOORS]: tinyDoors + door.replace("'204'", "'301'") })).toEqual([]);
});
