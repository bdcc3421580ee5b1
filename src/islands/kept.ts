import { store } from '../store/browser-store.ts';
import { part } from './dom.ts';
import type { Strings } from './strings/strings.ts';

/** Milliseconds after which an answer that was written is called saved though no second copy has it: some browsers let none be made. */
const PATIENCE = 3000;

/** Waits until what was recorded is on disk, or nothing more can be expected of that. */
export async function onDisk(): Promise<void> {
  const patience = new Promise((done) => {
    setTimeout(done, PATIENCE);
  });
  await Promise.race([store().copied(), patience]);
}

/** What is being said in each place, so that a later answer or none takes the word from an earlier one. */
const saying = new WeakMap<HTMLElement, object>();

/**
 * Says in the place `.kept` of an island whether an answer is kept.
 * "Saved" waits for the second copy: a phone may end the whole browser in the next moment, before it has written the first.
 * @param saved what the store said of the answer
 */
export async function sayKept(host: HTMLElement, saved: boolean, say: Strings): Promise<void> {
  const place = part(host, '.kept');
  const ours = {};
  saying.set(place, ours);
  place.textContent = saved ? '' : say('unsaved');
  if (!saved) return;
  await onDisk();
  if (saying.get(place) === ours) place.textContent = say('saved');
}

/** Takes away what was said there, and what is still to be said. */
export function clearKept(host: HTMLElement): void {
  const place = part(host, '.kept');
  saying.delete(place);
  place.textContent = '';
}
