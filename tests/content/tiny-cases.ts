import { problemTexts, put } from './tiny-course.ts';

export const POSTS = 'content/modules/notice/posts.cases.yml';
export const DOORS = 'content/modules/notice/doors.cases.yml';

const words = (text: string) => `{ hi: ठीक, en: ${text} }`;
const head = (kind: string) => `kind: ${kind}
title: ${words('Cases')}
roles: [warden]
setting: ${words('Look.')}
contentNote: ${words('Take care.')}
minutes: 3
draw: 4
cases:
`;
const keys: Record<string, string> = {
  leave: `    right: leave
    decoy: song
    why: ${words('A song.')}
    more: ${words('Too much.')}
`,
  'check-in': `    right: check-in
    signs: [sleep]
    why: ${words('Sleep.')}
    less: ${words('Too little.')}
    more: ${words('Too much.')}
`,
  today: `    right: today
    signs: [burden]
    why: ${words('A burden.')}
    less: ${words('Too little.')}
    more: ${words('Too much.')}
`,
  now: `    right: now
    signs: [goodbye]
    why: ${words('A goodbye.')}
    less: ${words('Too little.')}
`,
};
const rights = ['leave', 'check-in', 'today', 'now', 'leave', 'now'];

/** A set of posts as small as the rules allow, one right answer after another; each post takes eleven lines or so. */
export const tinyPosts =
  head('posts') +
  rights
    .map((right, at) =>
      [
        `  - id: p0${at + 1}`,
        '    form: status',
        '    script: roman',
        `    context: ${words('At night.')}`,
        `    post: kal milte hain ${at + 1}`,
        '    gloss: { en: See you tomorrow. }',
        `${keys[right]}${right === 'leave' ? '' : '    moves: [call-and-ask]\n'}`,
      ].join('\n'),
    )
    .join('');

/** A set of doors as small as the rules allow. */
export const tinyDoors =
  head('doors') +
  rights
    .map((right, at) =>
      [
        `  - id: d0${at + 1}`,
        `    room: '20${at + 1}'`,
        `    who: ${words('Somebody.')}`,
        `    register: ${words('Here.')}`,
        `    mess: ${words('Ate.')}`,
        `${keys[right]}`,
      ].join('\n'),
    )
    .join('');

/** The problems of the tiny course with the tiny posts, in which some pieces are replaced. */
export const postProblems = (...changes: readonly (readonly [from: string, to: string])[]) =>
  problemTexts({ [POSTS]: changes.reduce((text, [from, to]) => put(from, to)(text), tinyPosts) });

/** The same with doors. */
export const doorProblems = (...changes: readonly (readonly [from: string, to: string])[]) =>
  problemTexts({ [DOORS]: changes.reduce((text, [from, to]) => put(from, to)(text), tinyDoors) });
