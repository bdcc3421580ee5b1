import { type Cache, noCache } from '../cache.ts';
import { lexiconsOf, type ReadyLexicon } from '../language/lexicon.ts';
import { spanToText } from '../language/search.ts';
import { ledgersDigest } from '../language/texts.ts';
import { type Word, wordsIn } from '../language/words.ts';
import type { Problem } from '../problem.ts';
import { type Content, namedIn, yamlAt } from '../reading/content.ts';
import { fieldOf, listOf, plainTexts, textsOf } from '../reading/value.ts';
import { type ReviewItem, reviewItems } from './items.ts';

const FILE = 'content/readers.yml';
const WHY =
  'The reviewer’s edition lists from this file what a clinician or a lawyer has to read; what it does not list nobody reads.';

/**
 * Every text that touches danger, law, minors or injury stands in `content/readers.yml` under its reason, and the file
 * names nothing that is not there.
 */
export function readersProblems(content: Content, cache: Cache = noCache): Problem[] {
  const root = yamlAt(content, FILE);
  if (!root) return [];
  const reasons = namedIn(listOf(root, 'readers')).flatMap(({ entry }) =>
    namedIn(listOf(entry, 'reasons')),
  );
  const listed = new Map(
    reasons.map(({ id, entry }) => [id, new Set(plainTexts(listOf(entry, 'items')))]),
  );
  const items = reviewItems(content);
  const known = new Set([
    ...items.flatMap(({ id, within }) => [id, ...within]),
    ...content.lessons.map(({ lesson }) => lesson),
  ]);
  const asked = namedIn(listOf(root, 'readers')).flatMap(({ entry }) =>
    listOf(entry, 'asks').flatMap((one) => fieldOf(one, 'item') ?? []),
  );
  const named = textsOf([...reasons.flatMap(({ entry }) => listOf(entry, 'items')), ...asked]);
  return [
    ...named
      .filter(({ text }) => !known.has(text))
      .map(({ text, line }) => ({
        ...{ file: FILE, line, value: text },
        message: `“${text}” is no lesson, card, question or practice of the course.`,
        instead: 'Write its id as its file does, a case as post-lab/p46, or take it out.',
        why: WHY,
      })),
    ...items.flatMap((item) => {
      const open = [...listed].filter(
        ([, ids]) => ![item.id, ...item.within].some((id) => ids.has(id)),
      );
      const reasons = open.map(([reason]) => reason);
      return cache.remember(
        'unlisted',
        [JSON.stringify([item, reasons]), ledgersDigest(content, cache)],
        () => unlisted(item, reasons, lexiconsOf(content)),
      );
    }),
  ];
}

function unlisted(
  item: ReviewItem,
  reasons: readonly string[],
  lexicons: ReadonlyMap<string, ReadyLexicon>,
): Problem[] {
  const { id, within, noun, file, line, given } = item;
  // Read once for all reasons.
  const texts = item.texts.map((text) => ({ ...text, words: wordsIn(text.text) }));
  return reasons.flatMap((reason) => {
    const found = foundIn(texts, reason, lexicons);
    if (!(found || given.includes(reason))) return [];
    return {
      ...(found
        ? { file: found.file, line: found.line, value: found.words }
        : { file, line, value: id }),
      message: found
        ? `${noun} “${id}” holds “${found.words}” and is not listed under “${reason}”.`
        : `${noun} “${id}” is not listed under “${reason}”.`,
      instead: `Add ${id} under “${reason}” in ${FILE}${within.length > 0 ? `, or all of ${within[0]}` : ''}.`,
      why: WHY,
    };
  });
}

/** The first words of some texts that show a reason. */
function foundIn(
  texts: readonly (ReviewItem['texts'][number] & { words: readonly Word[] })[],
  reason: string,
  lexicons: ReadonlyMap<string, ReadyLexicon>,
) {
  for (const { language, text, file, line, words } of texts) {
    const span = lexicons.get(language)?.reasonFinders.get(reason)?.(words);
    if (span) return { file, line, words: spanToText(text, words, span) };
  }
  return undefined;
}
