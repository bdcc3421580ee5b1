import type { Problem } from '../problem.ts';
import type { Content } from '../reading/content.ts';
import { type Decided, decidedIn, readDecided } from './decided.ts';
import { lexiconsOf, type ReadyLexicon } from './lexicon.ts';
import { type SeenText, seenTexts } from './texts.ts';
import type { Word } from './words.ts';

const WHY =
  'One word has one spelling in the course: who reads slowly takes two spellings for two words.';

/**
 * Every text keeps the spellings of `decided:` in its language's file, and a language that has this list writes each
 * word of its own script one way everywhere.
 */
export function spellingProblems(content: Content): Problem[] {
  return [...lexiconsOf(content).values()].flatMap((lexicon) => {
    const seen = seenTexts(content).filter(({ language }) => language === lexicon.language);
    const stops = seen.flatMap((text) => stopProblems(text, lexicon));
    if (lexicon.decided.length === 0) return stops;
    const decided = readDecided(lexicon.decided);
    return [
      ...stops,
      ...seen.flatMap((text) => decidedProblems(text, decided, lexicon)),
      ...driftProblems(seen, decided, lexicon),
    ];
  });
}

/** A full stop behind a word of the language's own script; a shortened word such as “डॉ.” keeps its own. */
function stopProblems(seen: SeenText, { stop, scripts: [script] }: ReadyLexicon): Problem[] {
  if (!stop || !script) return [];
  const ended = new RegExp(`[\\p{Script=${script}}\\p{M}]{4,}\\.(?![\\p{L}\\p{Nd}.])`, 'gu');
  return [...seen.text.matchAll(ended)].map(({ 0: written, index }) => ({
    ...{ file: seen.file, line: seen.lineAt(index, written), value: written },
    message: `A sentence ends with a full stop: “${written}”`,
    instead: `Write “${written.slice(0, -1)}${stop}”.`,
    why: `In this language sentences end with “${stop}”, and voices that read aloud pause there.`,
  }));
}

function decidedProblems(seen: SeenText, decided: Decided, { file }: ReadyLexicon): Problem[] {
  return decidedIn(seen.text, decided).map(({ start, written, write }) => ({
    ...{ file: seen.file, line: seen.lineAt(start, written), value: written },
    message: `“${written}” is written “${write}” in this course (decided in ${file}).`,
    instead: `Write “${write}”.`,
    why: WHY,
  }));
}

/** Words whose spellings share one form, and numbers, whose digits may be of two scripts. */
const SPELT = /[\u0900-\u097f]|\p{Nd}/u;

interface Occurrence {
  seen: SeenText;
  word: Word;
}

/** Words of which two spellings stand in the texts: each occurrence of the rarer one is a problem. */
function driftProblems(
  texts: readonly SeenText[],
  decided: Decided,
  lexicon: ReadyLexicon,
): Problem[] {
  const spellings = new Map<string, Map<string, Occurrence[]>>();
  for (const seen of texts)
    for (const word of seen.words()) {
      if (!SPELT.test(word.written) || decidedIn(word.written, decided).length > 0) continue;
      const ways = spellings.get(word.form) ?? new Map<string, Occurrence[]>();
      spellings.set(word.form, ways);
      const occurrences = ways.get(word.written) ?? [];
      ways.set(word.written, occurrences);
      occurrences.push({ seen, word });
    }
  return [...spellings.values()].flatMap((ways) => {
    if (ways.size < 2 || areLookalikes([...ways.keys()], lexicon)) return [];
    const [usual, ...rare] = [...ways].toSorted(([, a], [, b]) => b.length - a.length);
    const [write = '', { length = 0 } = []] = usual ?? [];
    const others = length === 1 ? 'in one other place' : `in ${length} other places`;
    return rare.flatMap(([written, occurrences]) =>
      occurrences.map(({ seen, word }) => ({
        ...{ file: seen.file, line: seen.lineAt(word.start, written), value: written },
        message: `“${written}” is written “${write}” ${others}.`,
        instead: `Write “${write}”. If “${written}” is right, correct the others; if they are two words, add [${write}, ${written}] under lookalikes in ${lexicon.file}.`,
        why: WHY,
      })),
    );
  });
}

const areLookalikes = (ways: readonly string[], { lookalikes }: ReadyLexicon) =>
  lookalikes.some((group) => ways.every((way) => group.includes(way)));
