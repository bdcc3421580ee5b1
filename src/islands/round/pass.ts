import { part } from '../dom.ts';
import { copy, share } from '../share.ts';
import type { Strings } from '../strings/strings.ts';

/**
 * Passes a link on, as the buttons of a `Pass.astro` say.
 * @param host the element around the buttons
 * @param action `copy`, `share` or `qr`
 */
export async function passOn(
  host: HTMLElement,
  say: Strings,
  action: string,
  address: string,
): Promise<void> {
  const said = part(host, '.passed');
  said.textContent = '';
  if (action === 'share') return share({ text: address });
  if (action === 'qr') return draw(host, address);
  const shown = part(host, '.address');
  const isCopied = await copy(address, () => {
    shown.hidden = false;
    shown.textContent = address;
    return shown;
  });
  said.textContent = say(isCopied ? 'copied' : 'not-copied');
}

async function draw(host: HTMLElement, address: string): Promise<void> {
  const canvas = part<HTMLCanvasElement>(host, 'canvas');
  const { generate } = await import('lean-qr');
  generate(address).toCanvas(canvas, { on: [0, 0, 0], off: [255, 255, 255], pad: 4 });
  canvas.hidden = false;
}

/** Takes away what was shown of a link that is another one now. */
export function clearPass(host: HTMLElement): void {
  part(host, '.passed').textContent = '';
  for (const old of ['.address', 'canvas']) part(host, old).hidden = true;
}
