import { type Cache, noCache } from '../cache.ts';
import type { Problem } from '../problem.ts';
import { type AskedQuestion, questionsIn } from '../questions/asked.ts';
import { type Content, filesOf, ledgerIds, type YamlFile } from '../reading/content.ts';
import { type Lesson, type Part, partsIn, partToText } from '../reading/lesson-text.ts';
import { fieldOf, listOf, plainTexts, type Value, walk } from '../reading/value.ts';
import { type Figures, figuresOf, hasYear } from './figures.ts';
import { inEachFile, ledgersDigest, type SeenText } from './texts.ts';

const WHY = 'A figure without a source cannot be checked, and wrong figures about suicide do harm.';
const WHY_YEAR = 'Figures grow old; the year tells how old.';

/**
 * Every card, every question and every step of the guide that states a figure, a year, a law or what studies found names a
 * source; a statistic has its year.
 */
export function claimsProblems(content: Content, cache: Cache = noCache): Problem[] {
  const rule = { ...figuresOf(content), dated: datedSources(content) };
  const ledgers = ledgersDigest(content, cache);
  const inEach = <File extends Lesson | YamlFile>(
    files: readonly File[],
    find: (file: File) => Problem[],
  ) =>
    files.flatMap((file) =>
      cache.remember('claims', [file.path, file.text, ledgers], () => find(file)),
    );
  return [
    ...inEach(content.lessons, (lesson) => lessonProblems(lesson, rule)),
    ...inEach(filesOf(content, 'quiz'), (file) =>
      questionsIn(file).flatMap((question) => questionProblems(question, rule)),
    ),
    ...inEach(filesOf(content, 'coordinator'), (file) => guideProblems(file, rule)),
    ...inEachFile(content, cache, 'sourceless', (texts) =>
      texts.flatMap((seen) => sourcelessProblems(content, seen, rule)),
    ),
  ];
}

/** What finds figures, and which sources have a date; undefined where the ledger cannot be read. */
type ClaimRule = Figures & { dated: ReadonlySet<string> | undefined };

/** Ids of the sources whose date is known; undefined where the ledger cannot be read. */
function datedSources(content: Content): ReadonlySet<string> | undefined {
  const sources = ledgerIds(content, 'sources');
  const dated = sources?.filter(({ entry }) => fieldOf(entry, 'date')?.kind !== 'empty');
  return dated && new Set(dated.map(({ id }) => id));
}

/** What finds the claims that these sources do not bear out: any where there is none, statistics where no year is told. */
function finderBeside(
  sources: readonly string[],
  texts: readonly string[],
  { dated, statisticIn, claimIn }: ClaimRule,
): (text: string) => string | undefined {
  if (sources.length === 0) return claimIn;
  const isDated = sources.some((source) => !dated || dated.has(source)) || texts.some(hasYear);
  return isDated ? () => undefined : statisticIn;
}

function lessonProblems({ path, parts, isWhole }: Lesson, rule: ClaimRule): Problem[] {
  if (!isWhole) return [];
  return parts
    .filter(({ name }) => name === 'Card')
    .flatMap((card) => cardProblems(path, card, rule));
}

function cardProblems(file: string, card: Part, rule: ClaimRule): Problem[] {
  const inner = [...partsIn(card.parts)];
  const cites = inner.filter(({ name }) => name === 'Cite');
  const sources = cites.map(({ attributes }) => attributes.get('id') ?? '');
  const id = card.attributes.get('id') ?? '';
  const texts = inner.filter(({ kind }) => kind === 'paragraph' || kind === 'heading');
  const findIn = finderBeside(sources, texts.map(partToText), rule);
  return texts.flatMap((part) => {
    const found = findIn(partToText(part));
    if (!found) return [];
    const place = { file, line: part.line, value: found };
    if (sources.length > 0) return [{ ...place, ...withoutYear(`The card “${id}”`, found) }];
    return {
      ...place,
      message: `The card “${id}” states “${found}” and names no source.`,
      instead: `Put the source right after the sentence: … ${found} … <Cite id="id-from-sources-yml" />`,
      why: WHY,
    };
  });
}

const withoutYear = (who: string, found: string) => ({
  message: `${who} states “${found}” and gives no year, and its source has no date.`,
  instead: `Write the year into the sentence, such as “… ${found} … (2023)”, or name a source whose date is known.`,
  why: WHY_YEAR,
});

function questionProblems({ file, id, line, entry }: AskedQuestion, rule: ClaimRule): Problem[] {
  const sources = plainTexts(listOf(entry, 'sources'));
  const texts = ['prompt', 'options', 'feedback', 'line', 'better'].flatMap((key) => {
    const value = fieldOf(entry, key);
    const found = value ? walk(value).map((step) => step.value) : [];
    return found.filter(({ kind }) => kind === 'text').map(({ written }) => written);
  });
  const findIn = finderBeside(sources, texts, rule);
  const [found] = texts.flatMap((text) => findIn(text) ?? []);
  if (!found) return [];
  const place = { file, line, value: found };
  if (sources.length > 0) return [{ ...place, ...withoutYear(`The question “${id}”`, found) }];
  return [
    {
      ...place,
      message: `The question “${id}” states “${found}” and names no source.`,
      instead: 'Add the line sources: [id-from-sources-yml]',
      why: WHY,
    },
  ];
}

/** Steps of the coordinator's guide name their sources one by one; leads and papers can name none. */
function guideProblems({ path: file, value: root }: YamlFile, rule: ClaimRule): Problem[] {
  const lead = fieldOf(root, 'lead');
  return [
    ...(lead ? statedProblems(file, lead, 'lead', rule) : []),
    ...listOf(root, 'parts').flatMap((part) =>
      part.fields.flatMap(({ key, value }) => {
        const values = key === 'steps' ? value.items : [value];
        return values.flatMap((one) => statedProblems(file, one, key, rule));
      }),
    ),
  ];
}

function statedProblems(file: string, value: Value, key: string, rule: ClaimRule): Problem[] {
  const sources = plainTexts(listOf(value, 'sources'));
  const texts = walk(value).filter((step) => step.value.kind === 'text');
  const findIn = finderBeside(
    sources,
    texts.map((step) => step.value.written),
    rule,
  );
  const [found] = texts.flatMap(({ value: { written, line } }) => {
    const words = findIn(written);
    return words ? { words, line } : [];
  });
  if (!found) return [];
  const place = { file, line: found.line, value: found.words };
  if (sources.length > 0) return [{ ...place, ...withoutYear('This step', found.words) }];
  const isStep = key === 'steps';
  return [
    {
      ...place,
      message: isStep
        ? `This step states “${found.words}” and names no source.`
        : `This text states “${found.words}”, and no source can be named here.`,
      instead: isStep
        ? 'Add the line sources: [id-from-sources-yml]'
        : 'Say it without the figure, or move it to a step, with its source.',
      why: WHY,
    },
  ];
}

/** Kinds in which the others whom the course lets speak know what they say, such as an operator. */
const KNOWING = new Set(['call', 'relay']);

/** Statistics where no source can be named: doors, sentences to say aloud, and practices of every kind. */
function sourcelessProblems(
  content: Content,
  { file, text, words, voiceAt, lineAt }: SeenText,
  { statisticIn }: Figures,
): Problem[] {
  const kind = content.yaml.get(file)?.kind;
  const isSourceless = kind?.practice || kind?.name === 'module' || kind?.name === 'aloud';
  const found = isSourceless ? statisticIn(text, words()) : undefined;
  const start = found ? text.indexOf(found) : 0;
  if (!found || (voiceAt(start) === 'other' && !KNOWING.has(kind?.name ?? ''))) return [];
  return [
    {
      ...{ file, line: lineAt(start, found), value: found },
      message: `This text states “${found}”, and no source can be named here.`,
      instead: 'Say it without the figure, or move it to a lesson, with its source.',
      why: WHY,
    },
  ];
}
