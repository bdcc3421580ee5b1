import { toLatinDigits } from '../../domain/digits.ts';
import { type Acts, actNames, type Row, waves } from '../../domain/round.ts';
import { progressToRow, type RoundItems, typedToCount } from '../../domain/round-row.ts';
import { codeInGroups, roundToCode, settingToJoined } from '../../exports/round-code.ts';
import { rowToFragment } from '../../exports/round-rows.ts';
import { store } from '../../store/browser-store.ts';
import { made, part, parts, refill } from '../dom.ts';
import { message } from '../message.ts';
import { clearPass, passOn } from '../pass/pass.ts';
import { pageAddress } from '../share.ts';
import type { Strings } from '../strings/strings.ts';

/** The row that was made last. */
let last: Row | undefined;

const rowNow = (items: RoundItems, acts: Acts | null): Row | null => {
  const progress = store().progress();
  const joined = settingToJoined(progress.settings['round'] ?? '');
  return joined && progressToRow(joined, progress, items, acts);
};

/** Shows in words what the row would hold now, before anything leaves the phone. */
export function showMine(host: HTMLElement, say: Strings, items: RoundItems): void {
  const row = rowNow(items, null);
  if (!row) return;
  const code = codeInGroups(roundToCode(row.round));
  part(host, '.which-mine').textContent = say('mine-lead', { code });
  const scores = waves.flatMap((wave) => {
    const score = row.scores[wave];
    return score ? [say(`mine-${wave}`, { ...score })] : [];
  });
  const held = [
    ...scores,
    ...(row.passed ? [say('mine-passed')] : []),
    say('mine-number', { person: row.person }),
  ];
  refill(part(host, '.holds'), ...held.map((text) => made('li', text)));
}

/** Makes the row with what the learner typed, or says what is wrong. */
export function makeRow(host: HTMLElement, say: Strings, items: RoundItems): void {
  const fields = parts<HTMLInputElement>(host, 'form input');
  for (const field of fields) field.removeAttribute('aria-invalid');
  part(host, '.row').hidden = true;
  clearPass(part(host, '.row'));
  const typed = fields.map(({ value }) => toLatinDigits(value).trim());
  const isSilent = typed.every((text) => text === '');
  const counts = typed.map(typedToCount);
  const wrong = isSilent ? undefined : fields[counts.indexOf(null)];
  if (wrong) {
    message(host, '.problem', say('problem-count'));
    wrong.setAttribute('aria-invalid', 'true');
    wrong.focus();
    return;
  }
  const acts = Object.fromEntries(actNames.map((name, at) => [name, counts[at] ?? 0]));
  last = rowNow(items, isSilent ? null : (acts as unknown as Acts)) ?? undefined;
  message(host, '.problem', '');
  part(host, '.row').hidden = !last;
  part(host, '.made').focus();
}

/** Passes the row on. @param action see `passOn` */
export async function passRow(host: HTMLElement, say: Strings, action: string): Promise<void> {
  if (!last) return;
  await passOn(part(host, '.row'), say, action, pageAddress() + rowToFragment(last));
}
