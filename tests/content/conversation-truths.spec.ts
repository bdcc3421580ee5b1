import { expect, test } from '@playwright/test';
import { commonestOpenings } from '../../src/rules/conversations/coach.ts';
import { guessesOf } from '../../src/rules/conversations/guesses.ts';
import { lexiconsOf } from '../../src/rules/language/lexicon.ts';
import { readAll } from '../../src/rules/reading/content.ts';
import { once } from '../support/files.ts';
import { scenesIn } from '../support/scenes.ts';
import { courseSite, fixtureSite } from '../support/sites.ts';
import { problemsOfBottle } from './tiny-scene.ts';

const AT = 'content/modules/ask/bottle.scenario.yml';
const cases: { title: string; changes: [from: string, to: string][]; told: string[] }[] = [
  {
    title: 'an answer that gives away what is true before anybody has asked',
    changes: [['{ id: r28, when: jokes,', '{ id: r28, when: none,']],
    told: [
      `${AT}:117`,
      '  “r28” depends on what is true, and may be shown before anybody has asked.',
      '  Take the truth out of its “when”, or add asked to it.',
      '  Why: Nobody can know until they ask; what gives it away takes the question from the learner.',
    ],
  },
  {
    title: 'a way that parts before anybody has asked',
    changes: [
      [
        '        next: late\n      - id: c08',
        '        next: late if danger; late\n      - id: c08',
      ],
    ],
    told: [
      `${AT}:124`,
      '  Where “c07” leads depends on what is true, and it may be taken before anybody has asked.',
      '  Take the truth out of its “when”, or add asked to it.',
      '  Why: Nobody can know until they ask; what gives it away takes the question from the learner.',
    ],
  },
  {
    title: 'a run of strong lines that fails by luck',
    changes: [['        when: not believed\n        move: believe', '        move: hope']],
    told: [
      `${AT}:383`,
      '  c01, c06, c18, c22, c24, c27 are all strong, and where the truth is “none” the run misses: hands-over.',
      '  Offer what is missing with “when” on that run, or call one of these lines fair.',
      '  Why: Somebody who has trained must not fail by luck.',
    ],
  },
  {
    title: 'a turn without a strong line',
    changes: [
      [
        'quality: strong\n        text: { hi: मान लिया। फिर',
        'quality: fair\n        text: { hi: मान लिया। फिर',
      ],
    ],
    told: [
      `${AT}:238`,
      '  After c01, c06 the turn “free” offers no strong line where the truth is “none”.',
      '  Add a strong line there.',
      '  Why: Somebody who has trained must not fail by luck.',
    ],
  },
  {
    title: 'a must that is offered only once',
    changes: [
      ['when: not passedOn\n        move: pass-on', 'when: not passedOn\n        move: hope'],
    ],
    told: [
      `${AT}:22`,
      '  Where the truth is “none”, some run offers “hands-over” in one turn, by a choice that sets “passedOn”.',
      '  Offer it in a later turn as well, with when: not passedOn.',
      '  Why: What was passed by comes back before the end; nobody is asked only once.',
    ],
  },
  {
    title: 'a scene in which the plain word is never wrong',
    changes: [
      ['Not some suicide business?', 'Not some such business?'],
      ['Suicide is written on your face', 'It is written on your face'],
    ],
    told: [
      `${AT}:22`,
      '  In the language “en” no weak choice holds a plain word for suicide, such as: Are you having thoughts of suicide?',
      '  Write a weak choice that says the word wrongly: as a reproach, as an oath, or in front of others.',
      '  Why: Otherwise whoever presses the line with the word is right without reading it.',
    ],
  },
  {
    title: 'truths beside danger',
    changes: [['minutes: 3\n', 'minutes: 3\ndanger: true\n']],
    told: [
      `${AT}:9`,
      '  The scene has both “truths” and “danger”.',
      '  Take “danger” out: what may be true stands under “truths”.',
      '  Why: What has to be done at the end follows from what is true.',
    ],
  },
  {
    title: 'a first truth that is none of the scene',
    changes: [
      [
        '  none: { hi: उसके मन में ऐसे ख़याल नहीं थे। फ़ीस रुकी थी।, en: She had no such thoughts. The fee was stuck. }\n',
        '',
      ],
      ['firstPlay: thoughts\n', 'firstPlay: none\n'],
    ],
    told: [
      `${AT}:1`,
      '  “firstPlay” is none, and “truths” does not hold it.',
      '  The truths known here are: thoughts, danger.',
      '  Why: The first run would draw any truth.',
    ],
  },
  {
    title: 'a role that never meets one of the truths',
    changes: [["  danger: { hi: ख़तरा आज रात का था।, en: The danger was tonight's. }\n", '']],
    told: [
      `${AT}:9`,
      '  No scene of the role “warden” holds: danger.',
      '  Add danger to the “truths” of one of its scenes.',
      '  Why: Whoever has met one answer only has learnt to expect it.',
    ],
  },
  {
    title: 'a role whose first time is left to chance',
    changes: [['firstPlay: thoughts\n', '']],
    told: [
      `${AT}:8`,
      '  No scene of the role “warden” says what is true the first time.',
      '  Add the line firstPlay: thoughts to the scene that its learners come to first.',
      '  Why: The first run is to meet what the lessons before it were about.',
    ],
  },
  {
    title: 'a temper with the name of a flag',
    changes: [['  bristles: { hi: इस', '  asked: { hi: इस']],
    told: [
      `${AT}:15`,
      '  “asked” is no name for a temper.',
      '  Write one lower-case word that is no flag and no truth, such as jokes.',
      '  Why: It stands in conditions, beside flags and truths.',
    ],
  },
];

test.describe('A scene with truths', () => {
  test('in order has no problems', () => {
    expect(problemsOfBottle()).toEqual([]);
  });
  for (const { title, changes, told } of cases) {
    test(`${title} is told in plain words`, () => {
      expect(problemsOfBottle(...changes)[0]).toEqual(told.join('\n'));
    });
  }
});

test.describe('A question that is asked late, where danger is current,', () => {
  const WHY =
    '  Why: A question that is asked late is answered all the same; nobody says “yes, tonight” and is wished a good night.';
  const ofTheRule = (...changes: [string, string][]) =>
    problemsOfBottle(...changes).filter((problem) => problem.endsWith(WHY));

  test('is never the last line of a run', () => {
    const told = ofTheRule([
      'coach: { hi: अब पता है।, en: Now you know. }\n        next: phone',
      'coach: { hi: अब पता है।, en: Now you know. }\n        next: end-morning',
    ]);
    expect(told).toEqual([
      `${AT}:554
  With c02, c06, c30, c34, c35, c37 the student has said yes while danger is current, and the run may end without another offer to ring somebody.
  Lead “c37” to one more turn with a strong choice of the move ring-emergency, or hand-over with when: secondAdult, meansSpoken.
${WHY}`,
    ]);
  });

  test('is followed by no strong line that leads past the call', () => {
    const told = ofTheRule([
      'move: agree-step\n        quality: fair\n        text: { hi: "सुबह काउंसलर',
      'move: agree-step\n        quality: strong\n        text: { hi: "सुबह काउंसलर',
    ]);
    expect(told).toEqual([
      `${AT}:662
  With c02, c06, c30, c34, c35, c37 the student has said yes while danger is current; then the strong lines c43, c44 follow, and the run ends with nobody rung.
  Offer “c44” only with when: calledTogether, and to the other runs a fair line in its place.
${WHY}`,
    ]);
  });
});

const tea = once(() =>
  scenesIn(fixtureSite.files.filter(({ path }) => path.endsWith('/tea.scenario.yml'))),
);
const lexicons = once(() => {
  const ofLanguages = /^content\/(course|languages\/\w+)\.yml$/;
  const files = courseSite.files.filter(({ path }) => ofLanguages.test(path));
  return [...lexiconsOf(readAll(files)).values()];
});

test('Guessing is counted by turn, habit and language, beside chance', () => {
  const guesses = guessesOf(tea(), lexicons());
  const english = guesses.filter(({ language }) => language === 'en');
  expect(english.map(({ habit, turns, hit }) => [habit, turns, Math.round(hit * 100)])).toEqual([
    ['the shortest', 6, 83],
    ['the longest', 6, 17],
    ['the only question', 3, 100],
    ['the plain word', 1, 100],
    ['an echo of the student', 1, 100],
    ['“together”', 1, 100],
    ['no parents, no oaths', 0, 0],
  ]);
  expect(new Set(english.map(({ chance }) => chance))).toEqual(new Set([0.5, 0]));
});

test('The commonest opening of the coach is told with its count', () => {
  expect(commonestOpenings([...tea(), ...tea()])).toEqual([
    { language: 'hi', opening: 'थकान छोटी लगी', count: 2, notes: 24 },
    { language: 'en', opening: 'It made her', count: 2, notes: 24 },
  ]);
});
