import { leads } from '../../domain/outcome.ts';
import { textToClaim } from '../../exports/claim-code.ts';
import { dayInWords } from '../../i18n/day.ts';
import { made, part, refill } from '../dom.ts';
import { message } from '../message.ts';
import type { Strings } from '../strings/strings.ts';
import type { Tongues } from './sheet.ts';

/** Shows a claim that a link brought along: what somebody says, and that nobody has signed it. */
export function showClaim(host: HTMLElement, say: Strings, tongues: Tongues, link: string): void {
  const reading = textToClaim(link);
  const panel = part(host, '.claim');
  panel.hidden = !reading.ok;
  message(host, '.arrived', reading.ok ? '' : say(`problem-${reading.problem}`));
  if (!reading.ok) return;
  const { name, place, role, on, met, truths } = reading.claim;
  const { locale = '', roles = {} } = tongues[document.documentElement.lang] ?? {};
  const lines = [
    [place, roles[role]].filter(Boolean).join(' · '),
    dayInWords(on, locale),
    say('claim-did', { count: met.length, total: leads.length }),
    truths.map((truth) => say(`truth-${truth}`)).join(' · '),
  ].filter(Boolean);
  refill(
    part(panel, '.says'),
    made('p', made('strong', name)),
    ...lines.map((line) => made('p', line)),
  );
  part(panel, 'h2').focus();
}
