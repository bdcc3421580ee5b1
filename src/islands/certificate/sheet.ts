import type { Claim } from '../../domain/claim.ts';
import { dayInWords } from '../../i18n/day.ts';
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
  /** What an issuer of the site is called in each language. */
  readonly signers?: Readonly<Record<string, string>>;
}

/** How each language writes days and what roles are called in it. */
export type Tongues = Readonly<
  Record<string, { readonly locale: string; readonly roles: Readonly<Record<string, string>> }>
>;

/** A name with more letters is written smaller. */
const LONG_NAME = 22;

/** Writes a certificate onto its sheet, in every language that stands on it. */
export function writeSheet(host: HTMLElement, sheet: Sheet, tongues: Tongues): void {
  const paper = part(host, '.sheet');
  paper.dataset['level'] = sheet.level;
  paper.toggleAttribute('data-late', sheet.isLate);
  part(paper, '.name').textContent = sheet.name;
  part(paper, '.name').toggleAttribute('data-long', [...sheet.name].length > LONG_NAME);
  part(paper, '.place').textContent = sheet.place;
  const { lang } = document.documentElement;
  part(paper, '.role').textContent = tongues[lang]?.roles[sheet.role] ?? '';
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
    const spans = parts(fact, 'dd span');
    for (const span of spans) {
      span.textContent = factOf(host, sheet, name, span.lang, tongues[span.lang]?.locale ?? '');
    }
    fact.hidden = spans[0]?.textContent === '';
    // What is the same in every language stands there once.
    for (const span of spans.slice(1)) {
      if (span.textContent === spans[0]?.textContent) span.textContent = '';
    }
  }
  showOnly(paper, 'code', sheet.level === 'self' ? 'claim' : 'signed');
}

function factOf(
  host: HTMLElement,
  sheet: Sheet,
  fact: string,
  lang: string,
  locale: string,
): string {
  const say = stringsOf(host, lang);
  const day = (text: string) => text && dayInWords(text, locale);
  if (fact === 'level')
    return say(`level-${sheet.level}`, { signer: sheet.signers?.[lang] ?? sheet.signer });
  if (fact === 'until' && sheet.isLate) return say('until-late', { date: day(sheet.until) });
  if (fact === 'release') return sheet.release;
  return day(sheet[fact as 'on' | 'until' | 'refreshed']);
}
