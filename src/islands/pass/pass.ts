import { part } from '../dom.ts';
import { message } from '../message.ts';
import { copy, share } from '../share.ts';
import type { Strings } from '../strings/strings.ts';

/**
 * Passes a link on, as the buttons of a `Pass.astro` say.
 * @param host the element around them, with places `.passed` and `.address` and a canvas
 * @param action `copy`, `share` or `qr`
 * @param longest how many letters a QR code may hold
 */
export async function passOn(
  host: HTMLElement,
  say: Strings,
  action: string,
  address: string,
  longest = Number.POSITIVE_INFINITY,
): Promise<void> {
  message(host, '.passed', '');
  if (action === 'share') return share({ text: address });
  if (action === 'qr') {
    const canvas = part<HTMLCanvasElement>(host, 'canvas');
    canvas.hidden = address.length > longest;
    if (canvas.hidden) return message(host, '.passed', say('qr-long'));
    const { drawQr } = await import('../qr.ts');
    return drawQr(address, canvas);
  }
  const isCopied = await copy(address, () => {
    const shown = part(host, '.address');
    shown.hidden = false;
    shown.textContent = address;
    return shown;
  });
  message(host, '.passed', say(isCopied ? 'copied' : 'not-copied'));
}

/** Takes away what was shown of a link that is another one now. */
export function clearPass(host: HTMLElement): void {
  part(host, '.passed').textContent = '';
  for (const old of ['.address', 'canvas']) part(host, old).hidden = true;
}
