import { plainLine } from '../../domain/plain-line.ts';
import type { Entry } from '../../domain/register.ts';
import { attest } from '../../domain/register-acts.ts';
import { desk } from '../../store/browser-desk.ts';
import { part } from '../dom.ts';
import { message } from '../message.ts';
import type { PeopleList } from './people.ts';
import { keptKey, type RegisterState } from './register-state.ts';

/** What was typed into a field of the section, as one plain line without signs of markup. */
const typed = (host: HTMLElement, name: string): string =>
  plainLine(part<HTMLInputElement>(host, `.sign [name=${name}]`).value).replace(/[<>]/g, '');

/** Fills in who signed last. */
export async function fillSigns(host: HTMLElement): Promise<void> {
  const [by = '', signer = ''] = await desk.signs();
  for (const [name, text] of Object.entries({ by, signer })) {
    const field = part<HTMLInputElement>(host, `.sign [name=${name}]`);
    if (text && field.value === field.defaultValue) field.value = text;
  }
}

/**
 * Attests those who are chosen, and signs them where that was asked for.
 * @returns whether something was done
 */
export async function attestChosen(
  host: HTMLElement,
  state: RegisterState,
  list: PeopleList,
  isSigned: boolean,
): Promise<void> {
  const { say } = list;
  const tell = (text: string) => message(host, '.sign-said', text);
  const people = list.chosenPeople();
  const [by, signer] = [typed(host, 'by'), typed(host, 'signer')];
  if (people.length === 0) return tell(say('choose-first'));
  if (by === '') return missing(host, 'by', tell, say('by-missing'));
  if (isSigned && signer === '') return missing(host, 'signer', tell, say('signer-missing'));
  tell(say('saving'));
  void desk.rememberSigns([by, signer]);
  if (!isSigned) {
    const today = state.today();
    const entries = people.flatMap((person): Entry[] => {
      const entry = person.entries.find(({ claim }) => claim === person.claim);
      return entry ? [attest(entry, by, today)] : [];
    });
    const kept = await state.keep(entries);
    return tell([say('attested-done', { count: entries.length }), say(keptKey(kept))].join(' '));
  }
  try {
    const { canSign, keysHere, signPeople } = await import('./signing.ts');
    const [key] = await keysHere();
    if (!key) return tell(say('no-key'));
    const able = people.filter(canSign);
    const { course = '', address = '' } = host.dataset;
    const kept =
      able.length > 0
        ? await signPeople(state, able, { by, signer, course, address }, key)
        : 'saved';
    const count = people.length - able.length;
    const skipped = count > 0 ? say('skipped', { count }) : '';
    const done = say('signed-done', { count: able.length });
    tell([done, able.length > 0 ? say(keptKey(kept)) : '', skipped].filter(Boolean).join(' '));
  } catch {
    tell(say('failed'));
  }
}

function missing(
  host: HTMLElement,
  name: string,
  tell: (text: string) => void,
  text: string,
): void {
  tell(text);
  part(host, `.sign [name=${name}]`).focus();
}
