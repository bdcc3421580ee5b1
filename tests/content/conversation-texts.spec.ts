import { expect, test } from '@playwright/test';
import { problemsWith } from './tiny-scene.ts';

const cases: { title: string; changes: [from: string, to: string][]; told: string[] }[] = [
  {
    title: 'a text that is missing in a language',
    changes: [
      ['{ hi: कब से?, en: Since when? }\n        effects', '{ hi: कब से? }\n        effects'],
    ],
    told: [
      'content/modules/ask/tea.scenario.yml:45',
      '  The text “text” is missing in the language “en”.',
      '  Add en: with the translation of “कब से?”.',
      '  Why: A learner who chose this language would find a gap here.',
    ],
  },
  {
    title: 'a text in a language that the course does not have',
    changes: [
      [
        '{ hi: कब से?, en: Since when? }\n        effects',
        '{ hi: कब से?, en: Since when?, mr: कधी? }\n        effects',
      ],
    ],
    told: [
      'content/modules/ask/tea.scenario.yml:45',
      '  “mr” is no language of the course.',
      '  Write one of hi, en, or add “mr” to the languages of content/course.yml.',
      '  Why: Only languages of content/course.yml are shown.',
    ],
  },
  {
    title: 'a helpline that is not in the ledger',
    changes: [['अभी साथ मिलाएँ?', '"अभी {helpline:tele-mans} मिलाएँ?"']],
    told: [
      'content/modules/ask/tea.scenario.yml:117',
      '  “{helpline:tele-mans}” stands for nothing.',
      '  Did you mean “tele-manas”?',
      '  Why: The name is put in from content/helplines.yml.',
    ],
  },
  {
    title: 'a place in braces that nothing fills',
    changes: [['अभी साथ मिलाएँ?', '"अभी {number} मिलाएँ?"']],
    told: [
      'content/modules/ask/tea.scenario.yml:117',
      '  “{number}” stands for nothing.',
      '  Write {helpline:tele-manas} where the name of a helpline is to stand, and no other braces.',
      '  Why: The name is put in from content/helplines.yml.',
    ],
  },
  {
    title: 'a bubble that is too long',
    changes: [
      [
        "I don't know.",
        'Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. .',
      ],
    ],
    told: [
      'content/modules/ask/tea.scenario.yml:64',
      '  The text “text” of “r06” has 163 characters.',
      '  Shorten it by 3 to 160, or begin a new bubble on a new line: “Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. .”',
      '  Why: It is read on a small screen, late at night.',
    ],
  },
  {
    title: 'a note of the coach that is too long',
    changes: [
      [
        'It made her tiredness small.',
        'Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. .',
      ],
    ],
    told: [
      'content/modules/ask/tea.scenario.yml:22',
      '  The text “coach” of “c01” has 244 characters.',
      '  Shorten it by 4 to 240: “Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. Ever so. .”',
      '  Why: It is read on a small screen, late at night.',
    ],
  },
  {
    title: 'English in Devanagari',
    changes: [['Nothing feels right.', 'मन nahi']],
    told: [
      'content/modules/ask/tea.scenario.yml:40',
      '  The English of “r04” holds Devanagari: “मन nahi”',
      '  Write it in English.',
      '  Why: A text in the wrong letters cannot be read by the person it is for, nor read aloud by the phone.',
    ],
  },
  {
    title: 'Hindi with Latin letters',
    changes: [['मन नहीं लगता।', 'मूड off है।']],
    told: [
      'content/modules/ask/tea.scenario.yml:40',
      '  The Hindi of “r04” holds Latin letters: “मूड off है।”',
      '  Write the word in Devanagari, for example जेईई, टेस्ट, हॉस्टल.',
      '  Why: A text in the wrong letters cannot be read by the person it is for, nor read aloud by the phone.',
    ],
  },
  {
    title: 'Hindi in Devanagari within a chat',
    changes: [
      [
        '    says: [{ id: r11, text: { hi: जाइए।',
        '    voice: chat\n    says: [{ id: r11, text: { hi: जाइए।',
      ],
      ['{ hi: बाहर हूँ।', '{ hi: bahar hoon'],
      ['{ hi: मैम को बुला लेते हैं।', '{ hi: ma’am ko bula lete hain'],
      ['[{ id: r12, text: { hi: ठीक है।', '[{ id: r12, text: { hi: theek hai'],
    ],
    told: [
      'content/modules/ask/tea.scenario.yml:124',
      '  The Hindi of “r11” stands in a chat and holds Devanagari: “जाइए।”',
      '  Write it as it is typed in a chat, for example: yaar so gaya kya?',
      '  Why: A text in the wrong letters cannot be read by the person it is for, nor read aloud by the phone.',
    ],
  },
  {
    title: 'a direct question without the plain word',
    changes: [['क्या सुसाइड के ख़याल आते हैं?', 'कोई ऐसा-वैसा ख़याल?']],
    told: [
      'content/modules/ask/tea.scenario.yml:69',
      '  The choice “c07” asks directly, and its text has no plain word for suicide: “कोई ऐसा-वैसा ख़याल?”',
      '  Say the word, for example: क्या तुम्हारे मन में सुसाइड के ख़याल आ रहे हैं?',
      '  Why: A hint can be answered with a hint. Asking with the plain word has not been found to raise the risk.',
    ],
  },
  {
    title: 'a promise of secrecy among the strong choices',
    changes: [
      [
        "मैम को साथ में बताएँगे।, en: We'll tell ma'am together. }\n        thought",
        'मैम को साथ में बताएँगे।, en: "Between us, ma\'am will know." }\n        thought',
      ],
    ],
    told: [
      'content/modules/ask/tea.scenario.yml:86',
      '  “c09” is not weak, and it promises secrecy: “Between us”',
      "  Say who will be told, and why, for example: I won't spread this. But this is your life, so Neeraj sir has to know, with you there.",
      '  Why: A promise of secrecy leaves the learner alone with a life at stake.',
    ],
  },
  {
    title: 'a trap that is called strong',
    changes: [
      [
        'move: open-question\n        quality: strong',
        'move: interrogate\n        quality: strong\n        effects: listened +1',
      ],
      ['effects: rapport +1\n        thought: { hi: बताऊँ?', 'thought: { hi: बताऊँ?'],
    ],
    told: [
      'content/modules/ask/tea.scenario.yml:44',
      '  The choice “c04” is strong, and its move “interrogate” is a trap.',
      '  Write quality: weak, with “better” and “repair”, or name the move that it really is.',
      '  Why: What is marked strong is what learners will say to a student.',
    ],
  },
  {
    title: 'a weak choice that names no trap',
    changes: [
      ['        next: talk\n      - id: c03', '        next: talk\n      - id: c03'],
      ['move: advise-early', 'move: hope'],
    ],
    told: [
      'content/modules/ask/tea.scenario.yml:51',
      '  The choice “c05” is weak, and “hope” is a move that helps.',
      '  Name the trap: advise-early, compare, sermon, minimise, promise-hope, interrogate, scold, hint, promise-secrecy, tell-over-head, leave, hand-off, accuse, oath, press.',
      '  Why: The debrief tells the learner which trap it was.',
    ],
  },
  {
    title: 'a silence that counts as having asked',
    changes: [
      [
        'move: wait\n        quality: fair',
        'move: wait\n        quality: fair\n        effects: asked',
      ],
    ],
    told: [
      'content/modules/ask/tea.scenario.yml:76',
      '  The choice “c08” sets “asked”, and its move is “wait”.',
      '  Write move: ask-directly if it says the plain word; otherwise write halfAsked.',
      '  Why: Only the plain word counts as having asked.',
    ],
  },
];

test.describe('What a scene says', () => {
  for (const { title, changes, told } of cases) {
    test(`${title} is told in plain words`, () => {
      expect(problemsWith(...changes)).toEqual([told.join('\n')]);
    });
  }
});
