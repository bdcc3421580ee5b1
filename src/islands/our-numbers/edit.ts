import { localDay } from '../../domain/local-day.ts';
import { arrival, numberKey } from '../../domain/number-arrival.ts';
import { most, type OwnNumber, toOwnNumber } from '../../domain/own-number.ts';
import { fragmentToNumbers } from '../../exports/numbers-code.ts';
import { ourNumbers } from '../../store/browser-numbers.ts';
import { part } from '../dom.ts';
import type { Strings } from '../strings/strings.ts';
import { showArrival } from './preview.ts';
import { shareNumbers } from './share.ts';

/** What was removed last, and what a link brought and waits for a decision. */
let removed: OwnNumber | undefined;
let arriving: readonly OwnNumber[] = [];

/** Today by the phone's own clock. */
const today = () => localDay(new Date());

/** Keeps a list and says how it went. */
async function keep(
  host: HTMLElement,
  numbers: readonly OwnNumber[],
  saved: string,
  not: string,
): Promise<void> {
  const keeping = ourNumbers().keep(numbers);
  window.dispatchEvent(new Event('dastak-numbers'));
  part(host, '.heard').textContent = '';
  for (const old of ['.address', 'canvas']) part(host, old).hidden = true;
  part(host, '.passed').textContent = '';
  part(host, '[data-do=put-back]').hidden = !removed;
  // Said once it is on disk: these are the numbers for the worst night.
  part(host, '.heard').textContent = (await keeping) === 'saved' ? saved : not;
}

/** Writes down what stands in the form, in the place of the same number, or says what is wrong. */
export function write(host: HTMLElement, say: Strings): void {
  const form = part<HTMLFormElement>(host, 'form');
  const reading = toOwnNumber(Object.fromEntries(new FormData(form)), today());
  const all = ourNumbers().all();
  const number = reading.ok ? reading.number : undefined;
  const at = all.findIndex((each) => number && numberKey(each) === numberKey(number));
  const problem = !reading.ok
    ? reading.problem
    : reading.number.kind === 'control-room' && !reading.number.place
      ? 'place'
      : at < 0 && all.length >= most.numbers
        ? 'full'
        : null;
  part(host, '.problem').textContent = problem ? say(`problem-${problem}`) : '';
  if (problem || !number) {
    if (problem !== 'full') part(form, `[name=${problem === 'future' ? 'on' : problem}]`).focus();
    return;
  }
  removed = undefined;
  const changed =
    at < 0 ? [...all, number] : all.map((each, place) => (place === at ? number : each));
  void keep(host, changed, say('kept'), say('unkept'));
  form.reset();
  part(host, '.room').hidden = true;
  part(host, '.heard').scrollIntoView({ block: 'center' });
}

/** Does what a button of the island is for. */
export function press(host: HTMLElement, say: Strings, button: HTMLElement): void {
  const all = ourNumbers().all();
  const { do: action = '' } = button.dataset;
  const key = button.closest<HTMLElement>('[data-key]')?.dataset['key'];
  const number = all.find((each) => numberKey(each) === key);
  if (action === 'remove' && number) {
    removed = number;
    const message = say('removed', { name: number.name });
    const others = all.filter((each) => each !== number);
    void keep(host, others, message, message);
    part(host, '[data-do=put-back]').focus();
  } else if (action === 'put-back' && removed) {
    const { all: back } = arrival(all, [removed]);
    removed = undefined;
    void keep(host, back, say('kept'), say('unkept'));
    part(host, '.heard').focus();
  } else if (action === 'change' && number) fill(part(host, 'form'), number);
  else if (action === 'take' || action === 'leave') decide(host, say, action === 'take');
  else if (['link', 'share', 'qr'].includes(action)) void shareNumbers(host, say, action);
}

function fill(form: HTMLFormElement, number: OwnNumber): void {
  for (const [name, value] of Object.entries(number)) {
    part<HTMLInputElement>(form, `[name=${name}]`).value = value;
  }
  form.dispatchEvent(new Event('input', { bubbles: true }));
  part(form, '[name=name]').focus();
}

/** Shows the numbers of a link and what they would change, or says calmly why there are none. */
export function look(host: HTMLElement, say: Strings, hash: string): void {
  const reading = fragmentToNumbers(hash, today());
  const change = arrival(ourNumbers().all(), reading.ok ? reading.numbers : []);
  arriving = [...change.added, ...change.changed];
  part(host, '.arrived').hidden = arriving.length === 0;
  part(host, '.heard').textContent = !reading.ok
    ? say(`link-${reading.problem}`)
    : arriving.length === 0
      ? say('nothing-new')
      : '';
  if (arriving.length > 0) showArrival(host, say, change);
}

function decide(host: HTMLElement, say: Strings, isTaken: boolean): void {
  part(host, '.arrived').hidden = true;
  const { all } = arrival(ourNumbers().all(), arriving);
  const heard = part(host, '.heard');
  if (!isTaken) heard.textContent = say('left');
  else if (all.length > most.numbers) heard.textContent = say('problem-full');
  else void keep(host, all, say('taken'), say('taken-unkept'));
  arriving = [];
  heard.focus();
}
