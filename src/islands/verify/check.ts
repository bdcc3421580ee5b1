import type { Claim } from '../../domain/claim.ts';
import { keyName } from '../../domain/issuer.ts';
import { dayIn } from '../../domain/zone-day.ts';
import { textToClaim } from '../../exports/claim-code.ts';
import { credentialToReading, type IntactReading, type Reading } from '../../exports/credential.ts';
import type { Attested } from '../../exports/credential-fields.ts';
import { dayInWords } from '../../i18n/day.ts';
import { latestList } from '../../offline/latest-list.ts';
import { made, part, refill } from '../dom.ts';
import type { Strings } from '../strings/strings.ts';
import type { VerifyFacts } from './facts.ts';

/** How a result is to be taken at a glance. */
type Verdict = 'holds' | 'unsure' | 'holds-not';

/** A name of a text, and what stands under it; what is empty is left out. */
type Row = readonly [key: string, text: string | readonly string[]];

/** What is said of something that somebody holds before the page. */
interface Result {
  readonly verdict: Verdict;
  readonly says: string;
  readonly withdrawal?: string;
  /** Name of the heading over the facts, where there are any. */
  readonly title?: string;
  readonly rows?: readonly Row[];
}

/** Finds out what somebody holds before the page, and says it. */
export async function check(
  host: HTMLElement,
  say: Strings,
  input: string | Uint8Array,
): Promise<void> {
  const site: VerifyFacts = JSON.parse(host.dataset['facts'] ?? '');
  const { issuers, course, status } = site;
  const now = new Date();
  const statusFile = async (name: string) => {
    if (!status.files.includes(name)) return null;
    const address = new URL(status.address + name, location.href);
    return latestList(address.href, navigator.onLine);
  };
  const reading = await credentialToReading(input, { issuers, course, now, statusFile });
  const words = wordsOf(say, site);
  const claimed = reading.state === 'not-a-credential' ? claimResult(input, words) : null;
  const result = claimed ?? (reading.facts ? intactResult(reading, words) : refusal(reading, say));
  show(host, say, result, words.moment(now.toISOString()));
}

/** How a site and its language say things. */
interface Words {
  readonly say: Strings;
  readonly role: (id: string) => string;
  /** A day as the calendar has it, and a moment by the clock of the site. */
  readonly day: (day: string) => string;
  readonly moment: (moment: string) => string;
}

function wordsOf(say: Strings, { timeZone, locale, roles }: VerifyFacts): Words {
  const day = (text: string) => text && dayInWords(text, locale);
  const moment = (text: string) => text && day(dayIn(timeZone, new Date(text)));
  return { say, role: (id) => roles[id] ?? id, day, moment };
}

const refusal = ({ state }: Reading, say: Strings): Result => ({
  verdict: state === 'no-crypto' ? 'unsure' : 'holds-not',
  says: say(state),
});

/** A credential whose signature holds, whoever made it. */
function intactResult(reading: IntactReading, words: Words): Result {
  const { state, facts, issuer, withdrawal, listMade } = reading;
  const { say, day, moment } = words;
  const list = moment(listMade);
  const values = {
    issuer: issuer?.name ?? '',
    signer: facts.signer,
    until: day(facts.until),
    issued: moment(facts.issued),
    lost: day(issuer?.lost ?? ''),
  };
  const isListAsked = ['valid', 'expired', 'future', 'not-in-force'].includes(state);
  return {
    verdict: verdictOf(reading),
    says: say(state, values),
    withdrawal: isListAsked ? say(withdrawal, { ...values, list }) : '',
    title: issuer ? 'signed-title' : 'claimed-title',
    rows: [
      ...rowsOf(facts, words),
      ['signer', issuer?.name ?? facts.signer],
      ['issued', values.issued],
      ['until', values.until],
      ['list', list],
      ['key', (keyName(reading.key).match(/.{4}/g) ?? []).join(' ')],
    ],
  };
}

function verdictOf({ state, withdrawal }: IntactReading): Verdict {
  if (state === 'valid') return withdrawal === 'not-withdrawn' ? 'holds' : 'unsure';
  return ['unknown-issuer', 'future'].includes(state) ? 'unsure' : 'holds-not';
}

/** What a learner's own record says, signed by nobody; null where the input is no such record. */
function claimResult(input: string | Uint8Array, words: Words): Result | null {
  const reading = textToClaim(input);
  const { say } = words;
  if (reading.ok) {
    const { claim } = reading;
    const says = say('claim');
    return { verdict: 'unsure', says, title: 'claimed-title', rows: rowsOf(claim, words) };
  }
  if (['not-a-claim', 'several'].includes(reading.problem)) return null;
  return { verdict: 'holds-not', says: say('claim-damaged') };
}

function rowsOf(claim: Attested & Partial<Claim>, { say, role, day }: Words): Row[] {
  const listed = (names: readonly string[]) => names.map((name) => say(name));
  return [
    ['name', claim.name],
    ['place', claim.place ?? ''],
    ['role', role(claim.role)],
    ['performed', claim.met.length > 0 ? listed(claim.met) : say('none')],
    ['truths', listed(claim.truths.map((truth) => `truth-${truth}`))],
    ['on', day(claim.on)],
    ['refreshed', day(claim.refreshed)],
    ['release', claim.release],
  ];
}

function show(host: HTMLElement, say: Strings, result: Result, today: string): void {
  const { verdict, says, withdrawal = '', title, rows = [] } = result;
  const box = part(host, '.result');
  box.dataset['verdict'] = verdict;
  box.hidden = false;
  part(box, 'h2').textContent = say(verdict);
  part(box, '.says').textContent = says;
  part(box, '.withdrawal').textContent = withdrawal;
  part(box, 'h3').hidden = !title;
  part(box, 'h3').textContent = say(title ?? 'signed-title');
  part(box, '.limits').hidden = !title;
  const all: Row[] = [...rows, ['today', today]];
  const entries = all.flatMap(([key, text]) => {
    const texts = [text].flat().filter((one) => one !== '');
    return texts.length > 0 ? [made('dt', say(key)), ...texts.map((one) => made('dd', one))] : [];
  });
  refill(part(box, 'dl'), ...entries);
  part(box, 'h2').focus();
}
