const N = String.raw`\p{Nd}[\p{Nd},.]*`;
const COUNTS =
  'एक|दो|तीन|चार|पाँच|पांच|छह|सात|आठ|नौ|दस|बीस|सौ|डेढ़|ढाई|one|two|three|four|five|six|seven|eight|nine|ten|twenty';
const HUNDREDS = 'दस|सौ|हज़ार|ten|a hundred|a thousand';

/** How numbers are written that tell how many people there are or what share of them. */
const STATISTICS = [
  new RegExp(`${N}\\s*[%٪％]`, 'u'),
  new RegExp(`(?:${N}|${COUNTS})[\\s-]*(?:per ?cent|प्रतिशत|फ़ीसदी|फीसदी)`, 'iu'),
  new RegExp(
    `(?:${N}|(?<!\\p{L})(?:${COUNTS}))\\s+(?:lakhs?|crores?|millions?|लाख|करोड़)(?!\\p{L})`,
    'iu',
  ),
  new RegExp(`${N}\\s+(?:thousand|हज़ार)`, 'iu'),
  /\p{Nd}{1,3}(?:,\p{Nd}{2,3})+/u,
  new RegExp(`${N}\\s+(?:in(?: every)?|out of)\\s+${N}`, 'iu'),
  new RegExp(`${N}\\s+में(?: से)?\\s+${N}`, 'u'),
  new RegExp(
    `(?<!\\p{L})(?:${COUNTS})\\s+(?:in(?: every)?|out of)\\s+(?:${HUNDREDS})(?!\\p{L})`,
    'iu',
  ),
  new RegExp(`(?<!\\p{L})(?:${HUNDREDS})\\s+में(?: से)?\\s+(?:${COUNTS}|${N})(?!\\p{L})`, 'u'),
];

/** Years, laws, courts and what studies found: each is told by somebody who can be named. */
const CLAIMS = [
  /(?<![\p{Nd}\p{L}-])(?:1[89]|20|१[८९]|२०)\p{Nd}{2}(?![\p{Nd}-])/u,
  /\b(?:POCSO|MHCA|BNS|DPDP|NCRB|Mental Healthcare Act|Supreme Court|High Court)\b/u,
  /(?<!\p{L})(?:पॉक्सो|बीएनएस|डीपीडीपी|एनसीआरबी|सुप्रीम कोर्ट|हाई ?कोर्ट|उच्चतम न्यायालय|भारतीय न्याय संहिता|मानसिक (?:स्वास्थ्य|स्वास्थ) (?:देखरेख|देखभाल) (?:अधिनियम|क़ानून))/u,
  /\b(?:study|studies|research)(?: (?:have|has|had|of [^.?!]{1,40}?))? (?:found|finds?|shows?|showed|shown|proved?)\b/iu,
  /(?<!\p{L})(?:अध्ययन|अध्ययनों|शोध|रिसर्च) (?:में|ने) [^।?!]{0,60}(?:मिला|मिली|मिले|पाया|दिखा|बताया|साबित)/u,
  new RegExp(
    `${N}\\s+(?:suicides|deaths|students? (?:died|dead)|आत्महत्या|सुसाइड|मौत|(?:छात्र|स्टूडेंट|बच्च)\\S* (?:की|के) (?:मौत|सुसाइड|आत्महत्या))`,
    'iu',
  ),
];

/** The first figure of a text that is a statistic. */
export function statisticIn(text: string): string | undefined {
  return firstOf(STATISTICS, text);
}

/** The first statement of a text that needs a source: a statistic, a year, a law, a court, what studies found. */
export function claimIn(text: string): string | undefined {
  return firstOf([...STATISTICS, ...CLAIMS], text);
}

/** Whether a text names a year. */
export const hasYear = (text: string): boolean => CLAIMS[0]?.test(text) ?? false;

function firstOf(patterns: readonly RegExp[], text: string): string | undefined {
  const found = patterns.map((pattern) => pattern.exec(text)).filter((match) => match !== null);
  return found.toSorted((a, b) => a.index - b.index)[0]?.[0].trim();
}
