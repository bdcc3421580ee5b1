import type { Claim } from '../../domain/claim.ts';
import { part, parts, showOnly } from '../dom.ts';
import { stringsOf } from '../strings/strings.ts';

/** Who stands behind what a certificate says. */
export type Level = 'self' | 'attested' | 'signed';

/** What a certificate says. */
export interface Sheet extends Omit<Claim, 'learner'> {
  /** Last day on which it counts. */
  readonly until: string;
  readonly isLate: boolean;
  readonly level: Level;
  /** Who has signed, or empty. */
  readonly signer: string;
}

/** What roles are called, by language. */
export type RoleNames = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A name with more letters is written smaller. */
const LONG_NAME = 22;

/** A day in words, as people of a language write it. */
export const dayInWords = (day: string, lang: string): string =>
  new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  );

/** Writes a certificate onto its sheet, in every language that stands on it. */
export function writeSheet(host: HTMLElement, sheet: Sheet, roles: RoleNames): void {
  const paper = part(host, '.sheet');
  paper.dataset['level'] = sheet.level;
  paper.toggleAttribute('data-late', sheet.isLate);
  part(paper, '.name').textContent = sheet.name;
  part(paper, '.name').toggleAttribute('data-long', [...sheet.name].length > LONG_NAME);
  part(paper, '.place').textContent = sheet.place;
  const { lang } = document.documentElement;
  part(paper, '.role').textContent = roles[lang]?.[sheet.role] ?? '';
  for (const door of parts(paper, '[data-lead]')) {
    door.hidden = !sheet.met.some((lead) => lead === door.dataset['lead']);
  }
  part(paper, '.truths').hidden = sheet.truths.length === 0;
  for (const span of parts(paper, '.truths span')) {
    const say = stringsOf(host, span.lang);
    const truths = sheet.truths.map((truth) => say(`truth-${truth}`)).join(' · ');
    span.textContent = say('truths', { truths });
  }
  for (const fact of parts(paper, '[data-fact]')) {
    const name = fact.dataset['fact'] ?? '';
    for (const span of parts(fact, 'dd span')) {
      span.textContent = factOf(host, sheet, name, span.lang);
      fact.hidden = span.textContent === '';
    }
  }
  showOnly(paper, 'code', sheet.level === 'self' ? 'claim' : 'signed');
}

function factOf(host: HTMLElement, sheet: Sheet, fact: string, lang: string): string {
  const say = stringsOf(host, lang);
  const day = (text: string) => text && dayInWords(text, lang);
  if (fact === 'level') return say(`level-${sheet.level}`, { signer: sheet.signer });
  if (fact === 'until' && sheet.isLate) return say('until-late', { date: day(sheet.until) });
  if (fact === 'release') return sheet.release;
  return day(sheet[fact as 'on' | 'until' | 'refreshed']);
}
