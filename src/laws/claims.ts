import { questionsOf } from './answers.ts';
import type { Fault } from './fault.ts';
import type { Content } from './reading/content.ts';
import { type Lesson, type Part, partsIn, partToText } from './reading/lesson-text.ts';
import { fieldOf, listOf, walk } from './reading/value.ts';

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

const WHY = 'A figure without a source cannot be checked, and wrong figures about suicide do harm.';

/** Every card and every question that states a figure names a source for it. */
export function claimsFaults(content: Content): Fault[] {
  return [...content.lessons.flatMap(lessonFaults), ...questionFaults(content)];
}

/** The first figure of a text that is a statistic. */
export function statisticIn(text: string): string | undefined {
  const found = STATISTICS.map((pattern) => pattern.exec(text)).filter((match) => match !== null);
  return found.toSorted((a, b) => a.index - b.index)[0]?.[0];
}

function lessonFaults({ path, parts, isWhole }: Lesson): Fault[] {
  if (!isWhole) return [];
  return parts.filter(({ name }) => name === 'Card').flatMap((card) => cardFaults(path, card));
}

function cardFaults(file: string, card: Part): Fault[] {
  const inner = [...partsIn(card.parts)];
  if (inner.some(({ name }) => name === 'Cite')) return [];
  const id = card.attributes.get('id') ?? '';
  return inner.flatMap((part) => {
    if (part.kind !== 'paragraph' && part.kind !== 'heading') return [];
    const figure = statisticIn(partToText(part));
    if (!figure) return [];
    return [
      {
        ...{ file, line: part.line, value: figure },
        problem: `The card “${id}” states “${figure}” and names no source.`,
        instead: `Put the source right after the sentence: … ${figure} … <Cite id="id-from-sources-yml" />`,
        why: WHY,
      },
    ];
  });
}

function questionFaults(content: Content): Fault[] {
  return questionsOf(content).flatMap(({ file, id, line, entry }) => {
    if (listOf(entry, 'sources').length > 0) return [];
    const texts = ['prompt', 'options', 'feedback', 'line', 'better'].flatMap((key) => {
      const value = fieldOf(entry, key);
      return value ? [...walk(value)].map((step) => step.value) : [];
    });
    const figure = texts.flatMap(({ kind, written }) =>
      kind === 'text' ? (statisticIn(written) ?? []) : [],
    )[0];
    if (!figure) return [];
    return [
      {
        ...{ file, line, value: figure },
        problem: `The question “${id}” states “${figure}” and names no source.`,
        instead: 'Add the line sources: [id-from-sources-yml]',
        why: WHY,
      },
    ];
  });
}
