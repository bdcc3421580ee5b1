import type { Claim } from '../../domain/claim.ts';
import { claimToGroups, claimToText } from '../../exports/claim-code.ts';
import { made, part, refill } from '../dom.ts';
import { message } from '../message.ts';
import { canShare, copy, share } from '../share.ts';
import type { Strings } from '../strings/strings.ts';
import { drawClaim, pageAddress } from './codes.ts';

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
  const isCopied = await copy(action === 'link' ? text : claimToGroups(claim), () => {
    part<HTMLDetailsElement>(host, '.ways details').open = true;
    return part(host, '.groups');
  });
  message(host, '.heard', say(isCopied ? 'copied' : 'not-copied'));
}

function show(host: HTMLElement, say: Strings, claim: Claim): void {
  const ways = part(host, '.ways');
  const groups = claimToGroups(claim).split(' ');
  drawClaim(claim, part<HTMLCanvasElement>(ways, 'canvas'));
  part(ways, 'summary').textContent = say('aloud', { count: groups.length });
  refill(part(ways, '.groups'), ...groups.map((group) => made('li', group)));
  part(ways, '[data-do=send]').hidden = !canShare();
  ways.hidden = false;
}
