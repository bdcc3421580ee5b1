import { aloudsFaults } from './alouds.ts';
import { answersFaults } from './answers.ts';
import { balanceFaults } from './balance.ts';
import { callsFaults } from './calls.ts';
import { cardIdsFaults } from './card-ids.ts';
import { cardsFaults } from './cards.ts';
import { casesFaults } from './cases.ts';
import { claimsFaults } from './claims.ts';
import { corridorFaults } from './corridor.ts';
import { datesFaults } from './dates.ts';
import { digitsFaults } from './digits.ts';
import { drawingsFaults } from './drawings.ts';
import { entryIdsFaults } from './entry-ids.ts';
import { type ContentFile, type Fault, faultsInOrder } from './fault.ts';
import { filesFaults } from './files.ts';
import { finalFaults } from './final.ts';
import { helplineShownFaults } from './helpline-shown.ts';
import { idsFaults } from './ids.ts';
import { languageFaults } from './language.ts';
import { languageLedgerFaults } from './language-ledger.ts';
import { lengthsFaults } from './lengths.ts';
import { markupFaults } from './markup.ts';
import { normalFormFaults } from './normal-form.ts';
import { orphansFaults } from './orphans.ts';
import { placesFaults } from './places.ts';
import { readabilityFaults } from './readability.ts';
import { type Content, readAll } from './reading/content.ts';
import { referencesFaults } from './references.ts';
import { relaysFaults } from './relays.ts';
import { rolesFaults } from './roles.ts';
import { scenarioFaults } from './scenarios.ts';
import { schemaFaults } from './schema.ts';
import { shortFormsFaults } from './short-forms.ts';
import { shortWayFaults } from './short-way.ts';
import { tagPlacesFaults } from './tag-places.ts';
import { tagsFaults } from './tags.ts';
import { twinCardsFaults } from './twin-cards.ts';
import { twinLessonsFaults } from './twin-lessons.ts';
import { twinTagsFaults } from './twin-tags.ts';
import { twinUiFaults } from './twin-ui.ts';
import { twinWordsFaults } from './twin-words.ts';

const laws: readonly ((content: Content, today: string) => Fault[])[] = [
  filesFaults,
  schemaFaults,
  corridorFaults,
  twinLessonsFaults,
  twinCardsFaults,
  twinTagsFaults,
  twinWordsFaults,
  twinUiFaults,
  idsFaults,
  shortFormsFaults,
  shortWayFaults,
  entryIdsFaults,
  cardIdsFaults,
  referencesFaults,
  orphansFaults,
  rolesFaults,
  drawingsFaults,
  placesFaults,
  tagsFaults,
  tagPlacesFaults,
  cardsFaults,
  markupFaults,
  answersFaults,
  aloudsFaults,
  callsFaults,
  relaysFaults,
  casesFaults,
  balanceFaults,
  finalFaults,
  lengthsFaults,
  digitsFaults,
  claimsFaults,
  languageLedgerFaults,
  languageFaults,
  helplineShownFaults,
  readabilityFaults,
  normalFormFaults,
  datesFaults,
];

/**
 * Everything in which the content breaks its laws, in one run.
 * @param files all files of `content/`
 * @param today the day of the check, such as `2026-11-23`
 * @returns the faults by file and line; empty where the content is in order
 */
export function contentFaults(files: readonly ContentFile[], today: string): Fault[] {
  const content = readAll(files);
  return faultsInOrder([
    ...content.faults,
    ...laws.flatMap((law) => law(content, today)),
    ...scenarioFaults(files),
  ]);
}
