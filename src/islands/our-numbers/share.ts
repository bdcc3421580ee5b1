import { LONGEST_QR, numbersToFragment } from '../../exports/numbers-code.ts';
import { ourNumbers } from '../../store/browser-store.ts';
import type { Strings } from '../strings/strings.ts';

const part = <Part extends HTMLElement>(host: HTMLElement, selector: string) =>
  host.querySelector(selector) as Part;

/** Passes the numbers of this phone on: `link` copies, `share` hands over, `qr` draws. */
export async function pass(host: HTMLElement, say: Strings, action: string): Promise<void> {
  const address = location.href.replace(/#.*$/, '') + numbersToFragment(ourNumbers().all());
  const told = part(host, '.passed');
  told.textContent = '';
  if (action === 'share') return navigator.share({ text: address }).catch(() => undefined);
  if (action === 'qr') return drawQr(host, say, address);
  try {
    await navigator.clipboard.writeText(address);
    told.textContent = say('copied');
  } catch {
    const shown = part(host, '.address');
    shown.hidden = false;
    shown.textContent = address;
    getSelection()?.selectAllChildren(shown);
    told.textContent = say('not-copied');
  }
}

async function drawQr(host: HTMLElement, say: Strings, address: string): Promise<void> {
  const canvas = part<HTMLCanvasElement>(host, 'canvas');
  canvas.hidden = address.length > LONGEST_QR;
  if (canvas.hidden) {
    part(host, '.passed').textContent = say('qr-long');
    return;
  }
  const { generate } = await import('lean-qr');
  generate(address).toCanvas(canvas, { on: [0, 0, 0], off: [255, 255, 255], pad: 4 });
}
