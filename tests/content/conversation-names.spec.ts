import { expect, test } from '@playwright/test';
import { problemsWith } from './tiny-scene.ts';

const cases: { title: string; changes: [from: string, to: string][]; told: string[] }[] = [
  {
    title: 'a line id that stands twice',
    changes: [['id: r03,', 'id: r01,']],
    told: [
      'content/modules/ask/tea.scenario.yml:39',
      '  The id “r01” stands twice in this file; the first time in line 14.',
      '  Write id: r03',
      '  Why: Stored answers and references consist of ids, so each id means one thing, for ever.',
    ],
  },
  {
    title: 'a line id that is none',
    changes: [['      - id: c12', '      - id: c12X']],
    told: [
      'content/modules/ask/tea.scenario.yml:105',
      '  “c12X” is no line id.',
      '  Write letters and a number: id: c12',
      '  Why: A kept run consists of these ids, so each may mean one line only, and for ever.',
    ],
  },
  {
    title: 'a way to a turn that is not there',
    changes: [['        next: tell\n      - id: c08', '        next: tel\n      - id: c08']],
    told: [
      'content/modules/ask/tea.scenario.yml:72',
      '  “next” leads to “tel”, and this scene has no turn of that name.',
      '  Did you mean “tell”?',
      '  Why: A learner who comes here would stand before nothing.',
    ],
  },
  {
    title: 'a way that is open only sometimes',
    changes: [['next: hand\n      - id: c10', 'next: hand if asked\n      - id: c10']],
    told: [
      'content/modules/ask/tea.scenario.yml:89',
      '  “next” of “c09” names no turn for the case that “asked” does not hold.',
      '  Add the turn that follows otherwise: next: hand if asked; …',
      '  Why: A learner who comes here would stand before nothing.',
    ],
  },
  {
    title: 'a misspelt condition',
    changes: [['when: minimised', 'when: minimized']],
    told: [
      'content/modules/ask/tea.scenario.yml:39',
      '  “minimized” is no condition.',
      '  Did you mean “minimised”?',
      '  Why: What cannot be read is passed over without a word, and the scene forgets.',
    ],
  },
  {
    title: 'a condition in free words',
    changes: [['when: minimised', 'when: rapport is low']],
    told: [
      'content/modules/ask/tea.scenario.yml:39',
      '  “rapport is low” is no condition.',
      '  Write a flag (asked, not asked), the id of a choice (c04), or a count with a sign and a digit (rapport < 3).',
      '  Why: What cannot be read is passed over without a word, and the scene forgets.',
    ],
  },
  {
    title: 'a misspelt effect',
    changes: [['effects: personNamed\n', 'effects: personnNamed\n']],
    told: [
      'content/modules/ask/tea.scenario.yml:109',
      '  “personnNamed” is no effect.',
      '  Did you mean “personNamed”?',
      '  Why: What cannot be read is passed over without a word, and the scene forgets.',
    ],
  },
  {
    title: 'an effect in free words',
    changes: [['effects: personNamed\n', 'effects: rapport up\n']],
    told: [
      'content/modules/ask/tea.scenario.yml:109',
      '  “rapport up” is no effect.',
      '  Write rapport or disclosed with a sign and a digit (rapport -1), or a flag (timeNamed, not leftAlone).',
      '  Why: What cannot be read is passed over without a word, and the scene forgets.',
    ],
  },
  {
    title: 'a speaker whom nobody knows',
    changes: [['id: r11, text', 'id: r11, who: neeraj, text']],
    told: [
      'content/modules/ask/tea.scenario.yml:123',
      '  “neeraj” speaks, and “cast” does not name them.',
      '  Add under “cast” the line neeraj: {hi: …, en: …}, or leave “who” out where the student speaks.',
      '  Why: The name stands above the bubble.',
    ],
  },
  {
    title: 'a turn with somebody whom nobody knows',
    changes: [['  door:\n', '  door:\n    with: neeraj\n']],
    told: [
      'content/modules/ask/tea.scenario.yml:14',
      '  “neeraj” speaks, and “cast” does not name them.',
      '  Add under “cast” the line neeraj: {hi: …, en: …}, or leave “who” out where the student speaks.',
      '  Why: The name stands above the bubble.',
    ],
  },
  {
    title: 'a variant of a scene that is not there',
    changes: [['danger: false', 'danger: false\nvariantOf: coffee']],
    told: [
      'content/modules/ask/tea.scenario.yml:9',
      '  This scene is a variant of “coffee”, and there is no scene of that name.',
      '  No scenes are known here.',
      '  Why: A variant takes the place of its scene in the final check and in refreshers.',
    ],
  },
  {
    title: 'a move that is none',
    changes: [['move: wait', 'move: wate']],
    told: [
      'content/modules/ask/tea.scenario.yml:74',
      '  “wate” is no value that “move” can have.',
      '  The values known here are: observe, private-place, tea, open-question, reflect, wait, ask-directly, say-who-is-told, stay, ask-tonight, ask-hurt, ring-emergency, safety, second-adult, hope, agree-step, hand-over, follow-up, believe, pass-on, repair, advise-early, compare, sermon, minimise, promise-hope, interrogate, scold, hint, promise-secrecy, tell-over-head, leave, hand-off, accuse, oath, press.',
      '  Why: The pages are made from these entries, so each has to be there in its own form.',
    ],
  },
  {
    title: 'a turn that neither goes on nor ends',
    changes: [['    ends: handed-over\n', '']],
    told: [
      'content/modules/ask/tea.scenario.yml:140',
      '  The turn “end” has neither “choices” nor “ends”.',
      '  Add its choices or, where the scene ends here, the line ends: safe-exit',
      '  Why: A talk goes on or it ends; a learner must never stand before nothing.',
    ],
  },
  {
    title: 'a weak choice without a better sentence',
    changes: [['        better: { hi: कैसी थकान?, en: What kind of tired? }\n', '']],
    told: [
      'content/modules/ask/tea.scenario.yml:16',
      '  The weak choice “c01” has no “better”.',
      '  Add better: with the sentence that would have done what was meant.',
      '  Why: After a weak line the learner sees the better one and can come back.',
    ],
  },
  {
    title: 'a weak choice without a way back',
    changes: [
      [
        "        repair:\n          id: c11\n          text: { hi: वादा नहीं निभेगा।, en: I can't keep that promise. }\n          reply: [{ id: r08, text: { hi: अच्छा।, en: All right. } }]\n",
        '',
      ],
    ],
    told: [
      'content/modules/ask/tea.scenario.yml:90',
      '  The weak choice “c10” has no “repair”.',
      '  Add repair: with an id, the text that takes the line back, and the student’s reply.',
      '  Why: After a weak line the learner sees the better one and can come back.',
    ],
  },
  {
    title: 'a better sentence for a choice that is not weak',
    changes: [
      [
        '        thought: { hi: चुप।, en: Quiet. }',
        '        better: { hi: बोलिए।, en: Speak. }\n        thought: { hi: चुप।, en: Quiet. }',
      ],
    ],
    told: [
      'content/modules/ask/tea.scenario.yml:77',
      '  The choice “c08” is fair, and it has “better”.',
      '  Take “better” out, or write quality: weak',
      '  Why: Only a weak line is taken back.',
    ],
  },
];

test.describe('What a scene is made of', () => {
  for (const { title, changes, told } of cases) {
    test(`${title} is told in plain words`, () => {
      expect(problemsWith(...changes)).toEqual([told.join('\n')]);
    });
  }
});
