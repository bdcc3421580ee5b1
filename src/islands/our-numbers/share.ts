import { LONGEST_QR, numbersToFragment } from '../../exports/numbers-code.ts';
import { ourNumbers } from '../../store/browser-numbers.ts';
import { part } from '../dom.ts';
import { message } from '../message.ts';
import { copy, share } from '../share.ts';
import type { Strings } from '../strings/strings.ts';

/** Shares the numbers of this phone: `link` copies, `share` opens the phone's sheet, `qr` draws. */
export async function shareNumbers(host: HTMLElement, say: Strings, action: string): Promise<void> {
  const address = location.href.replace(/#.*$/, '') + numbersToFragment(ourNumbers().all());
  message(host, '.passed', '');
  if (action === 'share') return share({ text: address });
  if (action === 'qr') return drawQr(host, say, address);
  const isCopied = await copy(address, () => {
    const shown = part(host, '.address');
    shown.hidden = false;
    shown.textContent = address;
    return shown;
  });
  message(host, '.passed', say(isCopied ? 'copied' : 'not-copied'));
}

async function drawQr(host: HTMLElement, say: Strings, address: string): Promise<void> {
  const canvas = part<HTMLCanvasElement>(host, 'canvas');
  canvas.hidden = address.length > LONGEST_QR;
  if (canvas.hidden) {
    message(host, '.passed', say('qr-long'));
    return;
  }
  const { generate } = await import('lean-qr');
  generate(address).toCanvas(canvas, { on: [0, 0, 0], off: [255, 255, 255], pad: 4 });
}
