import { expect, test } from '@playwright/test';
import { problemsWith } from './tiny-scene.ts';

const cases: { title: string; changes: [from: string, to: string][]; told: string[] }[] = [
  {
    title: 'a turn that no run reaches',
    changes: [
      [
        '  end-door:\n',
        '  nowhere:\n    ends: safe-exit\n    scene: [{ id: s03, text: { hi: कहीं नहीं।, en: Nowhere. } }]\n  end-door:\n',
      ],
    ],
    told: [
      'content/modules/ask/tea.scenario.yml:143',
      '  No run comes to the turn “nowhere”.',
      '  Lead a choice to it with next: nowhere, or take the turn out.',
      '  Why: What nobody can reach is not practised.',
    ],
  },
  {
    title: 'a line that no run shows',
    changes: [
      [
        '      - { id: r04, text',
        '      - { id: r13, when: asked, text: { hi: हाँ।, en: Yes. } }\n      - { id: r04, text',
      ],
    ],
    told: [
      'content/modules/ask/tea.scenario.yml:40',
      '  No run ever shows “r13”.',
      '  Loosen its “when”, put it before a line that always fits, or take it out.',
      '  Why: What nobody can see is not practised, and nobody would notice a mistake in it.',
    ],
  },
  {
    title: 'a circle',
    changes: [['next: ask\n      - id: c05', 'next: door\n      - id: c05']],
    told: [
      'content/modules/ask/tea.scenario.yml:13',
      '  After c01, c04 the scene comes back to “door”.',
      '  Lead c04 to a later turn.',
      '  Why: A talk moves on; a circle would let a learner go round for ever.',
    ],
  },
  {
    title: 'a turn in which nobody says anything',
    changes: [['says: [{ id: r06, text', 'says: [{ id: r06, when: minimised, text']],
    told: [
      'content/modules/ask/tea.scenario.yml:63',
      '  After c01, c04 nobody says anything.',
      '  Give the choice a “reply”, or the turn a last line without “when”.',
      '  Why: A learner would not know what their line did.',
    ],
  },
  {
    title: 'a turn that sometimes offers one choice only',
    changes: [['id: c08\n', 'id: c08\n        when: minimised\n']],
    told: [
      'content/modules/ask/tea.scenario.yml:65',
      '  After c01, c02, c04 the turn “ask” offers 1 choice, the way back not counted.',
      '  Change “when” of its choices so that 2 to 4 are offered there.',
      '  Why: One choice is none, and more than four do not fit on a small screen.',
    ],
  },
  {
    title: 'a weak choice just before an ending',
    changes: [
      [
        'move: hand-over\n        quality: fair',
        'move: hand-off\n        quality: weak\n        better: { hi: साथ।, en: Together. }\n        repair: { id: c16, text: { hi: साथ।, en: Together. }, reply: [{ id: r13, text: { hi: ठीक।, en: Fine. } }] }',
      ],
    ],
    told: [
      'content/modules/ask/tea.scenario.yml:115',
      '  The weak choice “c12” leads to the ending “end”, so its way back “c16” is never offered.',
      '  Lead it to a turn with choices, or keep weak lines out of the last turn.',
      '  Why: After every weak line the learner can come back.',
    ],
  },
  {
    title: 'a scene without a hand-over',
    changes: [['ends: handed-over', 'ends: safe-exit']],
    told: [
      'content/modules/ask/tea.scenario.yml:12',
      '  No run of this scene ends with a hand-over.',
      '  Add an ending with ends: handed-over and lead the last turn to it.',
      '  Why: Every practice ends with telling, going along and following up.',
    ],
  },
  {
    title: 'a student who draws back and is left',
    changes: [
      ['withdrawsTo: shut', 'withdrawsTo: end-door'],
      ['    mended: [{ id: r12, text: { hi: ठीक है।, en: All right. } }]\n', ''],
      [
        '        coach: { hi: साथ मिलाइए।, en: Ring together. }\n        next: end\n',
        '        coach: { hi: साथ मिलाइए।, en: Ring together. }\n        next: shut\n',
      ],
    ],
    told: [
      'content/modules/ask/tea.scenario.yml:11',
      '  When trust runs out this scene ends at once, at “end-door”.',
      '  Let “withdrawsTo” name a turn with choices that lead to an ending with ends: withdrew-handed-over.',
      '  Why: A student who draws back is not left; the learner comes back or hands over.',
    ],
  },
  {
    title: 'a student who draws back and has no answer to a way back',
    changes: [['    mended: [{ id: r12, text: { hi: ठीक है।, en: All right. } }]\n', '']],
    told: [
      'content/modules/ask/tea.scenario.yml:122',
      '  The turn “shut”, to which the student draws back, has no “mended”.',
      '  Add “mended” with what the student says there when the learner takes a weak line back.',
      '  Why: The learner may come here from any turn, and the answers written there no longer fit.',
    ],
  },
  {
    title: 'a scene in which training cannot do everything',
    changes: [[', followUp', '']],
    told: [
      'content/modules/ask/tea.scenario.yml:12',
      '  The best run without a weak line still misses: follows-up.',
      '  Offer choices for it on one run: follow-up.',
      '  Why: Whoever has trained must be able to do all of it in one talk.',
    ],
  },
  {
    title: 'a scene in which a must cannot be missed',
    changes: [
      ['effects: personNamed\n', 'effects: personNamed, timeNamed, calledTogether\n'],
      ['move: stay\n', 'move: stay\n        effects: personNamed, timeNamed, calledTogether\n'],
      [
        'move: second-adult\n',
        'move: second-adult\n        effects: personNamed, timeNamed, calledTogether\n',
      ],
    ],
    told: [
      'content/modules/ask/tea.scenario.yml:12',
      '  No run of this scene misses “hands-over”.',
      '  Add a run on which it can be left out, by a weak or a fair choice.',
      '  Why: What cannot be missed is not practised.',
    ],
  },
  {
    title: 'strong choices that are nearly always the longest',
    changes: [
      ['बहुत थकान है।', 'बहुत ही ज़्यादा थकान है तुम्हें आजकल। ऐसा लगता है मुझे।'],
      [
        'कब से?, en: Since when? }\n        effects',
        'कब से ऐसा लगता है तुम्हें बेटा?, en: Since when? }\n        effects',
      ],
      [
        "मैम को साथ में बताएँगे।, en: We'll tell ma'am together. }\n        thought",
        "मैम को साथ में बताएँगे और कोई नहीं जानेगा।, en: We'll tell ma'am together. }\n        thought",
      ],
    ],
    told: [
      'content/modules/ask/tea.scenario.yml:12',
      '  In 4 of 6 turns the longest choice is strong in the language “hi”: door, talk, ask, tell.',
      '  Shorten strong choices or lengthen weak ones, until it is so in 3 at most.',
      '  Why: Whoever notices the habit answers without having learnt anything.',
    ],
  },
  {
    title: 'strong choices that nearly always stand first',
    changes: [
      ['move: hand-over\n        quality: fair', 'move: hand-over\n        quality: strong'],
    ],
    told: [
      'content/modules/ask/tea.scenario.yml:12',
      '  In 5 of 6 turns choice number 1 is strong: talk, ask, tell, hand, shut.',
      '  Move choices, ids and all, until it is so in 4 at most.',
      '  Why: Whoever notices the habit answers without having learnt anything.',
    ],
  },
  {
    title: 'a scene in which guessing does nearly as well as training',
    changes: [
      [
        'effects: rapport -1\n        thought: { hi: अच्छा।, en: I see. }\n        coach: { hi: थकान',
        'effects: openedSafely, listened +2\n        thought: { hi: अच्छा।, en: I see. }\n        coach: { hi: थकान',
      ],
      ['effects: rapport +1, openedSafely', 'effects: openedSafely, listened +1'],
      [
        'effects: rapport -1\n        thought: { hi: अच्छा।, en: I see. }\n        coach: { hi: सलाह',
        'effects: rapport -2\n        thought: { hi: अच्छा।, en: I see. }\n        coach: { hi: सलाह',
      ],
      ['effects: personNamed\n', 'effects: personNamed, timeNamed, calledTogether, followUp\n'],
      [
        'move: wait\n        quality: fair\n        text: { hi: (आप चुप हैं।), en: (You are silent.) }',
        'move: ask-directly\n        quality: fair\n        text: { hi: सुसाइड?, en: Suicide? }',
      ],
      ['move: stay\n', 'move: stay\n        effects: followUp, saidWhoIsTold\n'],
      ['          id: c11\n', '          id: c11\n          effects: saidWhoIsTold\n'],
      [
        'move: second-adult\n',
        'move: second-adult\n        effects: followUp, personNamed, timeNamed, calledTogether\n',
      ],
    ],
    told: [
      'content/modules/ask/tea.scenario.yml:12',
      '  Somebody who chooses at random gets 76 of 100 in this scene.',
      '  Make weak lines as long and as kind as strong ones, until they get 75 at most.',
      '  Why: The scene is to tell training from guessing.',
    ],
  },
];

test.describe('Where a scene leads', () => {
  for (const { title, changes, told } of cases) {
    test(`${title} is told in plain words`, () => {
      expect(problemsWith(...changes)).toEqual([told.join('\n')]);
    });
  }
});

test('A line that no run shows was not told where another one of the same step was looked for', () => {
  const never = (id: string) => `  No run ever shows “${id}”.`;
  const found = problemsWith(
    [
      'followUp\n',
      'followUp\n        reply: [{ id: r13, when: "not c09, not c10", text: { hi: अच्छा।, en: Good. } }, { id: r14, text: { hi: हाँ।, en: Yes. } }]\n',
    ],
    [
      'scene: [{ id: s01',
      'scene: [{ id: s03, when: secondAdult, text: { hi: दोनों।, en: Both. } }, { id: s01',
    ],
  );
  expect(found.map((text) => text.split('\n')[1])).toEqual([never('r13'), never('s03')]);
});
