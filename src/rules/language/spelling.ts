import { type Cache, noCache } from '../cache.ts';
import type { Problem } from '../problem.ts';
import type { Content } from '../reading/content.ts';
import { type Decided, decidedIn, readDecided } from './decided.ts';
import { lexiconsOf, type ReadyLexicon } from './lexicon.ts';
import { inEachFile, type SeenText, seenTexts } from './texts.ts';

const WHY =
  'One word has one spelling in the course: who reads slowly takes two spellings for two words.';

/**
 * Every text keeps the spellings of `decided:` in its language's file, and a language that has this list writes each
 * word of its own script one way everywhere.
 */
export function spellingProblems(content: Content, cache: Cache = noCache): Problem[] {
  return [...lexiconsOf(content).values()].flatMap((lexicon) => {
    const { language } = lexicon;
    const own = (texts: readonly SeenText[]) => texts.filter((seen) => seen.language === language);
    const decided = lexicon.decided.length > 0 ? readDecided(lexicon.decided) : undefined;
    const ofTexts = inEachFile(content, cache, `spelling ${language}`, (texts) =>
      own(texts).flatMap((seen) => [
        ...stopProblems(seen, lexicon),
        ...(decided ? decidedProblems(seen, decided, lexicon) : []),
      ]),
    );
    if (!decided) return ofTexts;
    const spelt = inEachFile(content, cache, `spelt ${language}`, (texts) =>
      speltIn(own(texts), decided),
    );
    return [...ofTexts, ...driftProblems(() => own(seenTexts(content)), spelt, lexicon)];
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

/** A spelling, the form that it shares with others, and how often it stands in a file. */
type Spelt = readonly [form: string, written: string, count: number];

function speltIn(texts: readonly SeenText[], decided: Decided): Spelt[] {
  const spelt = new Map<string, { form: string; count: number } | null>();
  for (const { written, form } of texts.flatMap(({ words }) => words())) {
    const isOpen = () => SPELT.test(written) && decidedIn(written, decided).length === 0;
    const before = spelt.get(written);
    if (before) before.count += 1;
    else if (before === undefined) spelt.set(written, isOpen() ? { form, count: 1 } : null);
  }
  return [...spelt].flatMap(([written, one]) => (one ? [[one.form, written, one.count]] : []));
}

/** Words of which two spellings stand in the texts: each occurrence of the rarer one is a problem. */
function driftProblems(
  texts: () => readonly SeenText[],
  spelt: readonly Spelt[],
  lexicon: ReadyLexicon,
): Problem[] {
  const forms = new Map<string, Map<string, number>>();
  for (const [form, written, count] of spelt) {
    const ways = forms.get(form) ?? new Map<string, number>();
    forms.set(form, ways);
    ways.set(written, (ways.get(written) ?? 0) + count);
  }
  return [...forms.values()].flatMap((ways) => {
    if (ways.size < 2 || areLookalikes([...ways.keys()], lexicon)) return [];
    const [usual, ...rare] = [...ways].toSorted(([, a], [, b]) => b - a);
    const [write = '', count = 0] = usual ?? [];
    const others = count === 1 ? 'in one other place' : `in ${count} other places`;
    return rare.flatMap(([written]) =>
      placesOf(written, texts()).map((place) => ({
        ...{ ...place, value: written },
        message: `“${written}” is written “${write}” ${others}.`,
        instead: `Write “${write}”. If “${written}” is right, correct the others; if they are two words, add [${write}, ${written}] under lookalikes in ${lexicon.file}.`,
        why: WHY,
      })),
    );
  });
}

const placesOf = (spelling: string, texts: readonly SeenText[]) =>
  texts.flatMap(({ file, words, lineAt }) =>
    words()
      .filter(({ written }) => written === spelling)
      .map(({ start }) => ({ file, line: lineAt(start, spelling) })),
  );

const areLookalikes = (ways: readonly string[], { lookalikes }: ReadyLexicon) =>
  lookalikes.some((group) => ways.every((way) => group.includes(way)));
