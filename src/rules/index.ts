import { type FileKind, fileKinds } from '../schema/kinds.ts';
import { type Cache, noCache } from './cache.ts';
import { casesProblems } from './cases/index.ts';
import { scenarioProblems } from './conversations/index.ts';
import { finalProblems } from './course/final.ts';
import { helplineShownProblems } from './course/helpline-shown.ts';
import { issuersProblems } from './course/issuers.ts';
import { modulesProblems } from './course/modules.ts';
import { shortWayProblems } from './course/short-way.ts';
import { siteAddressProblems } from './course/site-address.ts';
import { callsProblems } from './drills/calls.ts';
import { emergencyCallsProblems } from './drills/emergency-calls.ts';
import { relaysProblems } from './drills/relays.ts';
import { datesProblems } from './files/dates.ts';
import { drawingFormProblems } from './files/drawing-form.ts';
import { fileNamesProblems } from './files/file-names.ts';
import { lengthsProblems } from './files/lengths.ts';
import { phoneNumbersProblems } from './files/phone-numbers.ts';
import { rawMarksProblems } from './files/raw-marks.ts';
import { schemaProblems } from './files/schema.ts';
import { unicodeProblems } from './files/unicode.ts';
import { claimsProblems } from './language/claims.ts';
import { languageProblems } from './language/index.ts';
import { languageLedgerProblems } from './language/ledger.ts';
import { lexiconProblems } from './language/lexicon-problems.ts';
import { readabilityProblems } from './language/readability.ts';
import { spellingProblems } from './language/spelling.ts';
import { aloudsProblems } from './lessons/aloud.ts';
import { cardsProblems } from './lessons/cards.ts';
import { markupProblems } from './lessons/markup.ts';
import { rawLinesProblems } from './lessons/raw-lines.ts';
import { tagPlacesProblems } from './lessons/tag-places.ts';
import { tagsProblems } from './lessons/tags.ts';
import { cardsParityProblems } from './parity/cards.ts';
import { lessonsParityProblems } from './parity/lessons.ts';
import { tagsParityProblems } from './parity/tags.ts';
import { uiParityProblems } from './parity/ui.ts';
import { wordsParityProblems } from './parity/words.ts';
import { type ContentFile, type Problem, problemsInOrder } from './problem.ts';
import { balanceProblems } from './questions/balance.ts';
import { rightOptionsProblems } from './questions/right-options.ts';
import { type Content, readAll } from './reading/content.ts';
import { bracesProblems } from './references/braces.ts';
import { cardIdsProblems } from './references/card-ids.ts';
import { deathReportsProblems } from './references/death-reports.ts';
import { drawingsProblems } from './references/drawings.ts';
import { entryIdsProblems } from './references/entry-ids.ts';
import { idHashesProblems } from './references/id-hashes.ts';
import { placesProblems } from './references/places.ts';
import { referencesProblems } from './references/references.ts';
import { rolesProblems } from './references/roles.ts';
import { uniqueIdsProblems } from './references/unique-ids.ts';
import { unusedSourcesProblems } from './references/unused-sources.ts';
import { readersProblems } from './review/readers.ts';

const rules: readonly ((content: Content, cache: Cache, today: string) => Problem[])[] = [
  fileNamesProblems,
  schemaProblems,
  siteAddressProblems,
  issuersProblems,
  modulesProblems,
  lessonsParityProblems,
  cardsParityProblems,
  tagsParityProblems,
  wordsParityProblems,
  uiParityProblems,
  uniqueIdsProblems,
  idHashesProblems,
  shortWayProblems,
  entryIdsProblems,
  cardIdsProblems,
  referencesProblems,
  bracesProblems,
  unusedSourcesProblems,
  deathReportsProblems,
  rolesProblems,
  drawingsProblems,
  drawingFormProblems,
  placesProblems,
  tagsProblems,
  tagPlacesProblems,
  cardsProblems,
  markupProblems,
  rawLinesProblems,
  rightOptionsProblems,
  aloudsProblems,
  callsProblems,
  emergencyCallsProblems,
  relaysProblems,
  casesProblems,
  (content, cache) => scenarioProblems(content, cache),
  balanceProblems,
  finalProblems,
  lengthsProblems,
  phoneNumbersProblems,
  claimsProblems,
  lexiconProblems,
  languageLedgerProblems,
  languageProblems,
  spellingProblems,
  helplineShownProblems,
  readersProblems,
  readabilityProblems,
  unicodeProblems,
  rawMarksProblems,
  (content, _cache, today) => datesProblems(content, today),
];

/**
 * Everything in which the content breaks its rules, in one run.
 * @param files all files of `content/`
 * @param today the day of the check, such as `2026-11-23`
 * @param cache answers of earlier runs
 * @param kinds the kinds of files that the course knows
 * @returns the problems and warnings by file and line; empty where the content is in order
 */
export function contentProblems(
  files: readonly ContentFile[],
  today: string,
  cache: Cache = noCache,
  kinds: readonly FileKind[] = fileKinds,
): Problem[] {
  return problemsOf(readAll(files, kinds, cache), today, cache);
}

/** The same for content that has been read already. */
export function problemsOf(content: Content, today: string, cache: Cache): Problem[] {
  return problemsInOrder([
    ...content.problems,
    ...rules.flatMap((rule) => rule(content, cache, today)),
  ]);
}
