// What a call needs only after a press: the tone, and the look through the learner's own sentence.
import { phrasesIn } from '../../domain/phrases.ts';
import { made, part, refill } from '../dom.ts';
import type { Strings } from '../strings/strings.ts';

/** Hertz of the tone, and seconds at which its two beats begin and end within one ring, as phones ring in India. */
const TONE = 400;
const BEATS = [0, 0.4, 0.6, 1] as const;
const RING = 3;
/** Nobody leaves a drill ringing for longer, in rings. */
const MOST = 20;

/**
 * Rings softly, with a tone made on the spot.
 * @returns how to stop it
 */
export function startRinging(): () => void {
  // Where a phone knows no such tone, the call is silent.
  if (!('AudioContext' in window)) return () => undefined;
  const context = new AudioContext();
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.frequency.value = TONE;
  volume.gain.value = 0;
  for (let ring = 0; ring < MOST; ring++) {
    for (const [index, beat] of BEATS.entries()) {
      const at = context.currentTime + ring * RING + beat;
      volume.gain.setTargetAtTime(index % 2 === 0 ? 0.08 : 0, at, 0.01);
    }
  }
  tone.connect(volume).connect(context.destination);
  tone.start();
  tone.stop(context.currentTime + MOST * RING);
  return () => void context.close().catch(() => undefined);
}

/**
 * Lists which parts of an address a sentence holds, and which it does not. Nothing of it is kept.
 * @param host holds the phrases as data, the field with the sentence, and the list
 */
export function lookThrough(host: HTMLElement, say: Strings): void {
  const lists: Record<string, string[]> = JSON.parse(host.dataset['phrases'] ?? '');
  const found = phrasesIn(part<HTMLTextAreaElement>(host, 'textarea').value, lists);
  const items = Object.keys(lists).map((name) => {
    const isFound = found.includes(name);
    const what = say(`own-${name}`);
    const item = made('li', say(isFound ? 'own-found' : 'own-missing', { what }));
    item.dataset['is'] = isFound ? 'met' : 'missed';
    return item;
  });
  refill(part(host, '.found'), ...items);
}
