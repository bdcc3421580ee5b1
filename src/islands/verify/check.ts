import { isThumbprint, keyName } from '../../domain/issuer.ts';
import { credentialToReading, type IntactReading, type Reading } from '../../exports/credential.ts';
import { made, part, refill } from '../dom.ts';
import type { Strings } from '../strings/strings.ts';
import type { VerifyFacts } from './facts.ts';

/** How a result is to be taken at a glance. */
type Verdict = 'holds' | 'unsure' | 'holds-not';

/** Finds out what somebody holds before the page, and says it. */
export async function check(
  host: HTMLElement,
  say: Strings,
  input: string | Uint8Array,
): Promise<void> {
  const site: VerifyFacts = JSON.parse(host.dataset['facts'] ?? '');
  const { status } = site;
  const now = new Date();
  const reading = await credentialToReading(input, {
    ...{ issuers: site.issuers, course: site.course, now },
    statusFile: async (name) => {
      if (!status.files.includes(name)) return null;
      const answer = await fetch(status.address + name);
      return answer.ok ? answer.text() : null;
    },
  });
  show(host, say, reading, site, now);
}

function show(
  host: HTMLElement,
  say: Strings,
  reading: Reading,
  site: VerifyFacts,
  now: Date,
): void {
  const { lang } = document.documentElement;
  const { timeZone, roles } = site;
  const dated = (zone: string) => {
    const format = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: zone });
    return (moment: string) => format.format(new Date(moment));
  };
  const moment = dated(timeZone);
  const day = dated('UTC');
  const verdict = verdictOf(reading);
  const intact = reading.facts ? reading : null;
  const { facts } = reading;
  const issuer = intact?.issuer?.name ?? '';
  const values = facts && {
    issuer,
    signer: facts.signer,
    until: day(facts.until),
    issued: moment(facts.issued),
    lost: intact?.issuer?.lost ? day(intact.issuer.lost) : '',
  };
  const result = part(host, '.result');
  result.dataset['verdict'] = verdict;
  result.hidden = false;
  part(host, '#verify-result').textContent = say(verdict);
  part(host, '.says').textContent = say(reading.state, values);
  const isSettled =
    !intact?.issuer || ['revoked', 'lost-key', 'wrong-key'].includes(intact.state);
  const list = intact?.listMade ? moment(intact.listMade) : '';
  part(host, '.withdrawal').textContent = isSettled ? '' : say(intact.withdrawal, { issuer, list });
  part(host, '.limits').hidden = !facts;
  part(host, '.facts-title').hidden = !facts;
  part(host, '.facts-title').textContent = say(intact?.issuer ? 'signed-title' : 'claimed-title');
  const rows: [string, string][] = intact ? rowsOf(intact) : [];
  refill(
    part(host, 'dl'),
    ...[...rows, ['today', moment(now.toISOString())] as const]
      .filter(([, text]) => text !== '')
      .flatMap(([key, text]) => [made('dt', say(key)), made('dd', text)]),
  );
  part(host, '#verify-result').focus();

  function rowsOf({ facts: held, key }: IntactReading): [string, string][] {
    const listed = (names: readonly string[]) => names.map((name) => say(name)).join(' · ');
    return [
      ['name', held.name],
      ['role', roles[held.role] ?? held.role],
      ['performed', listed(held.met) || say('none')],
      ['truths', listed(held.truths.map((truth) => `truth-${truth}`))],
      ['on', day(held.on)],
      ['refreshed', held.refreshed && day(held.refreshed)],
      ['signer', issuer || held.signer],
      ['issued', moment(held.issued)],
      ['until', day(held.until)],
      ['release', held.release],
      ['list', list],
      ['key', isThumbprint(key) ? (keyName(key).match(/.{4}/g) ?? []).join(' ') : ''],
    ];
  }
}

function verdictOf(reading: Reading): Verdict {
  if (reading.state === 'valid') return reading.withdrawal === 'not-withdrawn' ? 'holds' : 'unsure';
  return ['unknown-issuer', 'future', 'no-crypto'].includes(reading.state) ? 'unsure' : 'holds-not';
}
