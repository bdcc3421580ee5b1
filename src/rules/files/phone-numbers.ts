import { toLatinDigits } from '../../domain/digits.ts';
import { type Cache, noCache } from '../cache.ts';
import type { Problem } from '../problem.ts';
import { type Content, ledgerIds, type Named, type YamlFile, yamlAt } from '../reading/content.ts';
import { digitRuns } from '../reading/digit-runs.ts';
import { inEachYaml } from '../reading/each-file.ts';
import { withoutTags } from '../reading/lesson-signs.ts';
import type { Lesson } from '../reading/lesson-text.ts';
import { lineCounter } from '../reading/tag.ts';
import { fieldOf, lineWithin, listOf, textOf, walk } from '../reading/value.ts';
import { nearest } from '../references/edit-distance.ts';

/** Digits from here on look like a telephone number, unless they are a day or a span of years. */
const PHONE_DIGITS = 7;
/** Keys whose values are no text for readers. */
const NOT_READ = new Set([
  'id',
  'address',
  'exit',
  'contact',
  'date',
  'on',
  'lookAgain',
  'hash',
  'key',
  'sources',
  'hidden',
]);

const WHY =
  'A number printed by hand is wrong sooner or later, and somebody may ring it at night; the ledger is tested.';

/** Telephone numbers stand in `helplines.yml` and `site.yml` alone, in whatever digits they are written. */
export function phoneNumbersProblems(content: Content, cache: Cache = noCache): Problem[] {
  const ledger = ledgerOf(content);
  const { languages } = content;
  return [
    ...content.lessons.flatMap((lesson) => lessonProblems(lesson, ledger)),
    ...inEachYaml(content, cache, 'numbers', (file) => yamlProblems(file, languages, ledger), [
      JSON.stringify([ledger, languages]),
    ]),
  ];
}

/** The number of a helpline in Latin digits, with the entry it belongs to. */
interface Known extends Named {
  digits: string;
}

function ledgerOf(content: Content): Known[] {
  const site = listOf(yamlAt(content, 'content/site.yml'), 'contacts');
  const own = site.map((entry) => ({
    id: textOf(fieldOf(entry, 'id')) ?? '',
    line: entry.line,
    entry,
  }));
  return [...(ledgerIds(content, 'helplines') ?? []), ...own].flatMap((named) => {
    const digits = toLatinDigits(fieldOf(named.entry, 'number')?.written ?? '').replaceAll(
      /\D/g,
      '',
    );
    return digits === '' ? [] : [{ ...named, digits }];
  });
}

/** Telephone numbers in a text, each with the helpline that has this number or one nearly like it. */
function numbersIn(text: string, ledger: readonly Known[]) {
  return digitRuns(text).flatMap(({ written, digits, start, isDate }) => {
    const parts = written.split(/\s/).map((part) => toLatinDigits(part).replaceAll(/\D/g, ''));
    const exact = ledger.find((known) => known.digits === digits || parts.includes(known.digits));
    const looksLikePhone = !isDate && (digits.length >= PHONE_DIGITS || /^14\d{3}$/.test(digits));
    if (!exact && !looksLikePhone) return [];
    const near = nearest(
      digits,
      ledger.map((known) => known.digits).filter((known) => known.length > 5),
    );
    return [{ written, start, known: exact ?? ledger.find((known) => known.digits === near) }];
  });
}

function lessonProblems({ path, text, tags }: Lesson, ledger: readonly Known[]): Problem[] {
  const lineAt = lineCounter(text);
  const plain = withoutTags(text, tags);
  return numbersIn(plain, ledger).map(({ written, start, known }) => ({
    ...{ file: path, line: lineAt(start), value: written },
    message: `The number ${written} is written by hand.`,
    instead: known
      ? `Write <Helpline id="${known.id}" />`
      : 'Add the number to content/helplines.yml with its source, and write <Helpline id="…" /> with its id here.',
    why: WHY,
  }));
}

function yamlProblems(
  { path, text: fileText, kind, language: ofFile, value }: YamlFile,
  languages: readonly string[],
  ledger: readonly Known[],
): Problem[] {
  if (kind.name === 'helplines' || kind.name === 'site') return [];
  const uiLanguage = kind.name === 'ui' ? ofFile : undefined;
  return walk(value).flatMap((step) => {
    const text = textOf(step.value);
    const keys = step.path.filter((key) => typeof key === 'string');
    if (text === undefined || keys.some((key) => NOT_READ.has(key))) return [];
    const language = uiLanguage ?? keys.findLast((key) => languages.includes(key));
    return numbersIn(text, ledger).map(({ written, known }) => ({
      ...{ file: path, line: lineWithin(step.value, fileText, written), value: written },
      message: `The number ${written} is written by hand.`,
      instead: insteadInYaml(
        uiLanguage !== undefined,
        nameOf(known, language ?? languages[0] ?? ''),
      ),
      why: WHY,
    }));
  });
}

function nameOf(known: Known | undefined, language: string): string | undefined {
  return textOf(fieldOf(fieldOf(known?.entry, 'name'), language));
}

function insteadInYaml(isUi: boolean, name: string | undefined): string {
  if (isUi) return 'Write the place {number} instead; the page fills in the number of the ledger.';
  return `Write the name ${name ? `“${name}”` : 'of the helpline'} instead; the page shows the number of the ledger beside it.`;
}
