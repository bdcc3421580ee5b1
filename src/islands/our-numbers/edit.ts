import { localDay } from '../../domain/local-day.ts';
import { arrival, numberKey } from '../../domain/number-arrival.ts';
import { most, type OwnNumber } from '../../domain/own-number.ts';
import { typedToNumber } from '../../domain/typed-number.ts';
import { fragmentToNumbers, LONGEST_QR, numbersToFragment } from '../../exports/numbers-code.ts';
import { ourNumbers } from '../../store/browser-numbers.ts';
import { part, parts } from '../dom.ts';
import { message } from '../message.ts';
import { clearPass, passOn } from '../pass/pass.ts';
import { pageAddress } from '../share.ts';
import type { Strings } from '../strings/strings.ts';
import { showArrival } from './preview.ts';

/** What was removed last, what a link brought and waits for a decision, and the number that was asked about last. */
let removed: OwnNumber | undefined;
let arriving: readonly OwnNumber[] = [];
let doubted = '';

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
  clearPass(host);
  message(host, '.heard', '');
  unmark(host);
  part(host, '[data-do=put-back]').hidden = !removed;
  // Said once it is on disk: these are the numbers for the worst night.
  const text = (await keeping) === 'saved' ? saved : not;
  // A fault that was shown meanwhile is about what was typed since.
  if (part(host, '.problem').textContent === '') message(host, '.heard', text);
}

/** Writes down what stands in the form, in the place of the same number, or says what is wrong. */
export function write(host: HTMLElement, say: Strings): void {
  const form = part<HTMLFormElement>(host, 'form');
  const reading = typedToNumber(Object.fromEntries(new FormData(form)), today(), doubted);
  doubted = '';
  if (!reading.ok) {
    const { problem, number = '' } = reading;
    doubted = number;
    refuse(host, fieldOf[problem] ?? problem, say(`problem-${problem}`, { number }));
    return;
  }
  const { number } = reading;
  const all = ourNumbers().all();
  const at = all.findIndex((each) => numberKey(each) === numberKey(number));
  if (at < 0 && all.length >= most.numbers) {
    refuse(host, null, say('problem-full'));
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

/** Fields whose faults have another name. */
const fieldOf: Readonly<Record<string, string>> = {
  future: 'on',
  'no-name': 'name',
  'no-number': 'number',
  unlikely: 'number',
};

/** Says a fault below the field that it is about, or, where it is about none, above the button. */
function refuse(host: HTMLElement, name: string | null, text: string): void {
  unmark(host);
  const field = name === null ? null : part(host, `form [name=${name}]`);
  field?.closest('label')?.after(part(host, '.problem'));
  message(host, '.problem', text);
  if (!field) return;
  field.setAttribute('aria-invalid', 'true');
  field.focus();
}

function unmark(host: HTMLElement): void {
  for (const field of parts(host, '[aria-invalid]')) field.removeAttribute('aria-invalid');
  part(host, 'form [type=submit]').before(part(host, '.problem'));
}

/** Does what a button of the island is for. */
export function press(host: HTMLElement, say: Strings, button: HTMLElement): void {
  const all = ourNumbers().all();
  const { do: action = '', pass } = button.dataset;
  const key = button.closest<HTMLElement>('[data-key]')?.dataset['key'];
  const number = all.find((each) => numberKey(each) === key);
  if (action === 'remove' && number) {
    removed = number;
    const text = say('removed', { name: number.name });
    void keep(
      host,
      all.filter((each) => each !== number),
      text,
      text,
    );
    part(host, '[data-do=put-back]').focus();
  } else if (action === 'put-back' && removed) {
    const { all: back } = arrival(all, [removed]);
    removed = undefined;
    void keep(host, back, say('kept'), say('unkept'));
    part(host, '.heard').focus();
  } else if (action === 'change' && number) fill(part(host, 'form'), number);
  else if (action === 'take' || action === 'leave') decide(host, say, action === 'take');
  else if (pass) void passOn(host, say, pass, pageAddress() + numbersToFragment(all), LONGEST_QR);
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
  const nothing = arriving.length === 0 ? say('nothing-new') : '';
  message(host, '.heard', reading.ok ? nothing : say(`link-${reading.problem}`));
  if (arriving.length > 0) showArrival(host, say, change);
}

function decide(host: HTMLElement, say: Strings, isTaken: boolean): void {
  part(host, '.arrived').hidden = true;
  const { all } = arrival(ourNumbers().all(), arriving);
  if (!isTaken) message(host, '.heard', say('left'));
  else if (all.length > most.numbers) message(host, '.heard', say('problem-full'));
  else void keep(host, all, say('taken'), say('taken-unkept'));
  arriving = [];
  part(host, '.heard').focus();
}
