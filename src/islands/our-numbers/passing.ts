import { arrival, type OwnNumber } from '../../domain/own-number.ts';
import { fragmentToNumbers, LONGEST_QR, numbersToFragment } from '../../exports/numbers-code.ts';
import { ourNumbers } from '../../store/our-numbers.ts';
import type { Words } from '../words/words.ts';
import { ageOf } from './age.ts';

const part = <Part extends HTMLElement>(host: HTMLElement, selector: string) =>
  host.querySelector(selector) as Part;

/** Passes the numbers of this phone on: `link` copies, `share` hands over, `qr` draws. */
export async function pass(host: HTMLElement, say: Words, deed: string): Promise<void> {
  const address = location.href.replace(/#.*$/, '') + numbersToFragment(ourNumbers().all());
  const told = part(host, '.passed');
  told.textContent = '';
  if (deed === 'share') return navigator.share({ text: address }).catch(() => undefined);
  if (deed === 'qr') return drawQr(host, say, address);
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

async function drawQr(host: HTMLElement, say: Words, address: string): Promise<void> {
  const canvas = part<HTMLCanvasElement>(host, 'canvas');
  canvas.hidden = address.length > LONGEST_QR;
  if (canvas.hidden) {
    part(host, '.passed').textContent = say('qr-long');
    return;
  }
  const { generate } = await import('lean-qr');
  generate(address).toCanvas(canvas, { on: [0, 0, 0], off: [255, 255, 255], pad: 4 });
}

/**
 * Shows the numbers of a link and what they would change, or says calmly why there are none.
 * @returns what waits for a decision
 */
export function look(
  host: HTMLElement,
  say: Words,
  hash: string,
  today: string,
): readonly OwnNumber[] {
  const heard = part(host, '.heard');
  const box = part(host, '.arrived');
  box.hidden = true;
  heard.textContent = '';
  const reading = fragmentToNumbers(hash, today);
  if (!reading.ok) {
    heard.textContent = say(`link-${reading.fault}`);
    return [];
  }
  const { added, changed } = arrival(ourNumbers().all(), reading.numbers);
  if (added.length + changed.length === 0) {
    heard.textContent = say('nothing-new');
    return [];
  }
  const lists = { 'arrived-added': added, 'arrived-changed': changed };
  part(host, '.arriving').replaceChildren(
    ...Object.entries(lists).flatMap(([key, numbers]) =>
      numbers.length > 0 ? [titled(say(key)), listed(host, numbers)] : [],
    ),
  );
  box.hidden = false;
  part(box, 'h2').focus();
  return [...added, ...changed];
}

function titled(text: string): HTMLElement {
  const title = document.createElement('h3');
  title.textContent = text;
  return title;
}

function listed(host: HTMLElement, numbers: readonly OwnNumber[]): HTMLElement {
  const kinds = JSON.parse(host.dataset['kinds'] ?? '{}');
  const template = host.querySelector('template:not(.words)') as HTMLTemplateElement;
  const list = document.createElement('ul');
  list.append(
    ...numbers.map((number) => {
      const item = document.createElement('li');
      const digits = document.createElement('strong');
      const age = template.content.querySelector('.age')?.cloneNode() as HTMLElement;
      digits.textContent = number.number;
      ageOf(age, number, Date.now());
      const who = [kinds[number.kind], kinds[number.place]].filter(Boolean).join(' · ');
      item.append(`${who}: ${number.name}`, digits, age);
      return item;
    }),
  );
  return list;
}
