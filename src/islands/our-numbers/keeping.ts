import { arrival, numberKey } from '../../domain/number-arrival.ts';
import { most, type OwnNumber, toOwnNumber } from '../../domain/own-number.ts';
import { fragmentToNumbers } from '../../exports/numbers-code.ts';
import { ourNumbers } from '../../store/our-numbers.ts';
import type { Words } from '../words/words.ts';
import { pass } from './passing.ts';
import { showArrival } from './preview.ts';

const part = <Part extends HTMLElement>(host: HTMLElement, selector: string) =>
  host.querySelector(selector) as Part;

/** What was removed last, and what a link brought and waits for a decision. */
let removed: OwnNumber | undefined;
let arriving: readonly OwnNumber[] = [];

/** Today by the phone's own clock, `2026-11-23`. */
function today(): string {
  const now = new Date();
  const two = (value: number) => `${value}`.padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Keeps a list and says how it went. */
function keep(host: HTMLElement, numbers: readonly OwnNumber[], saved: string, not: string): void {
  const kept = ourNumbers().keep(numbers);
  window.dispatchEvent(new Event('dastak-numbers'));
  for (const old of ['.address', 'canvas']) part(host, old).hidden = true;
  part(host, '.passed').textContent = '';
  part(host, '[data-do=put-back]').hidden = !removed;
  part(host, '.heard').textContent = kept === 'saved' ? saved : not;
}

/** Writes down what stands in the form, in the place of the same number, or says what is wrong. */
export function write(host: HTMLElement, say: Words): void {
  const form = part<HTMLFormElement>(host, 'form');
  const reading = toOwnNumber(Object.fromEntries(new FormData(form)), today());
  const all = ourNumbers().all();
  const number = reading.ok ? reading.number : undefined;
  const at = all.findIndex((each) => number && numberKey(each) === numberKey(number));
  const fault = !reading.ok
    ? reading.fault
    : reading.number.kind === 'control-room' && !reading.number.place
      ? 'place'
      : at < 0 && all.length >= most.numbers
        ? 'full'
        : null;
  part(host, '.fault').textContent = fault ? say(`fault-${fault}`) : '';
  if (fault || !number) {
    part(form, `[name=${fault === 'future' ? 'on' : fault}]`)?.focus();
    return;
  }
  removed = undefined;
  keep(host, at < 0 ? [...all, number] : all.with(at, number), say('kept'), say('unkept'));
  form.reset();
  part(host, '.room').hidden = true;
  part(host, '.heard').scrollIntoView({ block: 'center' });
}

/** Does what a button of the island is for. */
export function press(host: HTMLElement, say: Words, button: HTMLElement): void {
  const all = ourNumbers().all();
  const { do: deed = '' } = button.dataset;
  const key = button.closest<HTMLElement>('[data-key]')?.dataset['key'];
  const number = all.find((each) => numberKey(each) === key);
  if (deed === 'remove' && number) {
    removed = number;
    const told = say('removed', { name: number.name });
    keep(
      host,
      all.filter((each) => each !== number),
      told,
      told,
    );
    part(host, '[data-do=put-back]').focus();
  } else if (deed === 'put-back' && removed) {
    const { all: back } = arrival(all, [removed]);
    removed = undefined;
    keep(host, back, say('kept'), say('unkept'));
    part(host, '.heard').focus();
  } else if (deed === 'change' && number) fill(part(host, 'form'), number);
  else if (deed === 'take' || deed === 'leave') decide(host, say, deed === 'take');
  else if (['link', 'share', 'qr'].includes(deed)) void pass(host, say, deed);
}

function fill(form: HTMLFormElement, number: OwnNumber): void {
  for (const [name, value] of Object.entries(number)) {
    part<HTMLInputElement>(form, `[name=${name}]`).value = value;
  }
  form.dispatchEvent(new Event('input', { bubbles: true }));
  part(form, '[name=name]').focus();
}

/** Shows the numbers of a link and what they would change, or says calmly why there are none. */
export function look(host: HTMLElement, say: Words, hash: string): void {
  const reading = fragmentToNumbers(hash, today());
  const change = arrival(ourNumbers().all(), reading.ok ? reading.numbers : []);
  arriving = [...change.added, ...change.changed];
  part(host, '.arrived').hidden = arriving.length === 0;
  part(host, '.heard').textContent = !reading.ok
    ? say(`link-${reading.fault}`)
    : arriving.length === 0
      ? say('nothing-new')
      : '';
  if (arriving.length > 0) showArrival(host, say, change);
}

function decide(host: HTMLElement, say: Words, isTaken: boolean): void {
  part(host, '.arrived').hidden = true;
  const { all } = arrival(ourNumbers().all(), arriving);
  const heard = part(host, '.heard');
  if (!isTaken) heard.textContent = say('left');
  else if (all.length > most.numbers) heard.textContent = say('fault-full');
  else keep(host, all, say('taken'), say('taken-unkept'));
  arriving = [];
  heard.focus();
}
