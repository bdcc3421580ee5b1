import type { Claim } from '../../domain/claim.ts';
import { claimToGroups, claimToText } from '../../exports/claim-code.ts';
import { part } from '../dom.ts';
import { fillGroups, openGroups } from '../groups.ts';
import { message } from '../message.ts';
import { canShare, copy, pageAddress, share } from '../share.ts';
import type { Strings } from '../strings/strings.ts';
import { drawClaim } from './codes.ts';

/** Shows a claim to a coordinator, by what a button is for. */
export async function press(
  host: HTMLElement,
  say: Strings,
  claim: Claim,
  action: string,
): Promise<void> {
  const text = say('message', { link: pageAddress() + claimToText(claim) });
  if (action === 'show') return show(host, say, claim);
  if (action === 'send') return share({ text });
  const copied = action === 'link' ? text : claimToGroups(claim);
  const isCopied = await copy(copied, () => openGroups(part(host, '.aloud')));
  message(host, '.heard', say(isCopied ? 'copied' : 'not-copied'));
}

function show(host: HTMLElement, say: Strings, claim: Claim): void {
  const ways = part(host, '.ways');
  const groups = claimToGroups(claim).split(' ');
  drawClaim(claim, part<HTMLCanvasElement>(ways, 'canvas'));
  fillGroups(part(ways, '.aloud'), groups, say('aloud', { count: groups.length }));
  part(ways, '[data-do=send]').hidden = !canShare();
  ways.hidden = false;
}
