import { contentProblems } from '../../src/rules/index.ts';
import { type ContentFile, problemToText } from '../../src/rules/problem.ts';
import { unchanged } from './unchanged.ts';

/** The day on which the tiny course is checked. */
export const TODAY = '2026-11-23';

/** A whole course as small as the rules allow: one module, one lesson, one question, two languages. */
export const tinyCourse = {
  'content/course.yml': `id: tiny
title: { hi: छोटा कोर्स, en: A tiny course }
promise: { hi: एक बात सीखिए।, en: Learn one thing. }
languages:
  - { id: hi, name: हिंदी, locale: hi-IN }
  - { id: en, name: English, locale: en-IN }
roles:
  - id: warden
    name: { hi: वार्डन, en: Warden }
    who: { hi: हॉस्टल चलाने वाले, en: Who runs a hostel }
modules: [notice]
`,
  'content/site.yml': `institution: null
district: kota
address: https://example.org/dastak/
exit: https://example.org/
contact: https://example.org/contact/
contacts: []
issuers: []
`,
  'content/helplines.yml': `- id: emergency
  number: "112"
  name: { hi: आपात सेवा, en: Emergency service }
  does: { hi: पुलिस और एम्बुलेंस भेजती है।, en: Sends police and ambulance. }
  hours: { hi: दिन-रात, en: Day and night }
  languages: null
  sources: [paper]
  confidence: confirmed
  tested: null
- id: counsellor-line
  number: 1800-891-4416
  name: { hi: टेली मानस, en: Tele-MANAS }
  does: { hi: सलाहकार सुनते हैं।, en: Counsellors listen. }
  hours: { hi: दिन-रात, en: Day and night }
  languages: null
  sources: [paper]
  confidence: confirmed
  tested: null
`,
  'content/danger.yml': `questions:
  - { id: tonight, text: { hi: क्या आज रात?, en: "Is it tonight?" } }
situations:
  - id: doubt
    sign: { hi: पक्का नहीं पता।, en: Not sure. }
    rings: [emergency]
    act: { hi: फ़ोन कीजिए।, en: Ring. }
arrival: { hi: कोई साथ रहे।, en: Somebody stays. }
`,
  'content/readers.yml': `readers:
  - id: lawyer
    name: { hi: वकील, en: Lawyer }
    reasons:
      - { id: law, why: { hi: क़ानून की बात है।, en: It states a law. }, items: [plate] }
`,
  'content/coordinator.yml': `lead: { hi: छोटा।, en: Short. }
parts:
  - id: guide-day
    on: guide
    title: { hi: पहला दिन, en: The first day }
    steps:
      - text: { hi: पढ़िए।, en: Read. }
`,
  'content/places.yml': `states:
  - { id: rajasthan, name: { hi: राजस्थान, en: Rajasthan } }
districts:
  - { id: kota, state: rajasthan, name: { hi: कोटा, en: Kota } }
`,
  'content/sources.yml': `- id: paper
  title: A paper
  publisher: A journal
  address: https://example.org/paper/
  date: "2023"
  confidence: confirmed
  says: { hi: पूछना ठीक है।, en: Asking is right. }
  lookAgain: "2027-06-01"
`,
  'content/glossary.yml': `- id: warning-sign
  term: { hi: संकेत, en: Warning sign }
  meaning: { hi: जो दिखता है।, en: What can be seen. }
`,
  'content/language.yml': `groups: {}
rules:
  - id: done-as-crime
    patterns: [dax/daxed (a) <suicide>]
    instead: “died”
    why: It is no crime.
    sources: [paper]
    catches: [She daxed a blicket.]
    passes: [She daxed.]
unstated: []
hidden:
  instead: “dangerous things”
  why: A word in print is taken up.
  sources: [paper]
  words: { devanagari: [bb81c0438ce912f9], roman: [78cfa8ce0ce28a06 89a3815b01be4375~3], english: [069e4ac864229fe0~7] }
`,
  'content/languages/hi.yml': `scripts: [Devanagari]
spelling: जेईई, टेस्ट, हॉस्टल
chat: { script: Latin, example: yaar so gaya kya? }
suicide: [ब्लिकेट]
plainWord: { patterns: [<suicide>, सुसाइड*], example: क्या ब्लिकेट का ख़याल आता है? }
secrecy:
  patterns: [किसी को नहीं बता*]
  catches: [मैं किसी को नहीं बताऊँगा।]
  instead: नीरज सर को बताना होगा।
counts: [एक, दो]
round: [दस, सौ]
statistics: [<number> प्रतिशत, <round> में (से) <count>]
claims: [पॉक्सो, सुप्रीम कोर्ट, अध्ययन/अध्ययनों में … मिला, <number> स्टूडेंट* की मौत]
lessThan: "{amount} से कम"
loans: [टेस्ट]
known: [थाली]
`,
  'content/languages/en.yml': `scripts: [Latin]
suicide: [blicket]
plainWord: { patterns: [<suicide>, suicide*], example: Are there thoughts of blicket? }
secrecy:
  patterns: [won't tell anyone, between us]
  catches: [I won't tell anyone.]
  instead: Neeraj sir has to know.
counts: [one, two]
round: [ten, a hundred]
statistics: [<count> lakh, <count> in <round>, <number> percent]
claims:
  - POCSO
  - Mental Healthcare Act
  - Supreme Court
  - study/studies (have) found/shows
  - study of … shows
  - <number> suicides
lessThan: under {amount}
loans: []
known: [plate]
`,
  'content/ui/hi.yml': `lesson:
  next: आगे
  minutes-one: '{count} मिनट'
  minutes-other: '{count} मिनट'
`,
  'content/ui/en.yml': `lesson:
  next: Next
  minutes-one: '{count} minute'
  minutes-other: '{count} minutes'
`,
  'content/images/tiffin.svg': '<svg></svg>',
  'content/modules/notice/module.yml': `title: { hi: देखना, en: Notice }
promise: { hi: आप बदलाव देखेंगे।, en: You will notice a change. }
roles: [warden]
minutes: 5
drawing: tiffin
objectives:
  - { hi: दो संकेत बताइए।, en: Name two signs. }
lessons: [plate]
review: null
`,
  'content/modules/notice/quiz.yml': `kind: module
items:
  - id: two-changes
    kind: single
    prompt: { hi: दो बदलाव साथ हैं। अब?, en: Two changes together. And now? }
    options:
      - id: a
        text: { hi: कल देखेंगे।, en: I shall see tomorrow. }
        feedback: { hi: आज पूछिए।, en: Ask today. }
      - id: b
        text: { hi: दरवाज़ा खटखटाऊँगा।, en: I shall knock. }
        feedback: { hi: ठीक।, en: Right. }
        right: true
      - id: c
        text: { hi: पापा को बता दूँगा।, en: I shall tell his father. }
        feedback: { hi: पहले उससे पूछिए।, en: Ask him first. }
`,
  'content/modules/notice/plate.hi.mdx': `---
title: थाली
minutes: 3
---

<Card id="plate-first">

## थाली देखिए

तीन दिन से थाली आधी लौट रही है। <Cite id="paper" />

<Say>

"सब ठीक है?"

</Say>

<Drawing name="tiffin" alt="" />

</Card>

<Question id="two-changes" />
`,
  'content/modules/notice/plate.en.mdx': `---
title: The plate
minutes: 3
---

<Card id="plate-first">

## Look at the plate

For three days the plate has come back half full. <Cite id="paper" />

<Say>

"Is all well?"

</Say>

<Drawing name="tiffin" alt="" />

</Card>

<Question id="two-changes" />
`,
} as const;

type Change = string | null | ((text: string) => string);

/**
 * The tiny course with some files changed.
 * @param changes by path: a new text, null to take the file out, or a function from the old text to the new one
 */
export function tinyFiles(changes: Readonly<Record<string, Change>> = {}): ContentFile[] {
  const texts: Record<string, string> = { ...tinyCourse };
  for (const [path, change] of Object.entries(changes)) {
    if (change === null) delete texts[path];
    else texts[path] = typeof change === 'string' ? change : change(texts[path] ?? '');
  }
  return Object.entries(texts).map(([path, text]) => ({ path, text }));
}

/** Reads what stands in the tiny course once; see `unchanged`. */
export const unchangedRead = unchanged(Object.values(tinyCourse));

/** The problems of the tiny course with some files changed, as an editor reads them. */
export function problemTexts(changes: Readonly<Record<string, Change>>): string[] {
  return contentProblems(tinyFiles(changes), TODAY, unchangedRead).map(problemToText);
}

/**
 * Replaces a piece of a text.
 * @throws Error when the piece is not there, so that no test checks an unchanged course
 */
export function put(piece: string, instead: string): (text: string) => string {
  return (text) => {
    if (!text.includes(piece)) throw new Error(`The tiny course has no “${piece}” to replace.`);
    return text.replace(piece, () => instead);
  };
}

/** The text of a problem: its place, its message, its correction and its reason. */
export function told(place: string, message: string, instead: string, why: string): string {
  const [file = '', line] = place.split(/:(?=\d+$)/);
  return problemToText({ file, line: Number(line), message, instead, why });
}

export const HI = 'content/modules/notice/plate.hi.mdx';
export const EN = 'content/modules/notice/plate.en.mdx';
export const QUIZ = 'content/modules/notice/quiz.yml';
/** Not in the tiny course until a test adds it. */
export const ALOUD = 'content/modules/notice/aloud.yml';
export const MODULE = 'content/modules/notice/module.yml';
