import type { Entry } from '../../domain/register.ts';
import { removeEntry, revokeAll } from '../../domain/register-acts.ts';
import type { Person } from '../../domain/register-people.ts';
import { part } from '../dom.ts';
import { message } from '../message.ts';
import { passOn } from '../pass/pass.ts';
import { canShare, download } from '../share.ts';
import type { PeopleList } from './people.ts';
import { keptKey, type RegisterState } from './register-state.ts';

/** More letters make a QR code too fine for the camera of a cheap phone that looks at a screen. */
const LONGEST_QR = 1_800;

const signing = () => import('./signing.ts');

/** The panel of one person of the list. */
export class PersonPanel {
  #id = '';
  /** What is given back at present. */
  #credential = '';
  #link = '';
  readonly #host: HTMLElement;
  readonly #state: RegisterState;
  readonly #list: PeopleList;

  constructor(host: HTMLElement, state: RegisterState, list: PeopleList) {
    this.#host = host;
    this.#state = state;
    this.#list = list;
  }

  /** Opens the panel of a person, or draws it anew after a change. */
  async open(id: string): Promise<void> {
    const person = this.#state.people.find((one) => one.id === id);
    if (!person) return this.close();
    this.#id = id;
    const { say } = this.#list;
    const { name, place, state } = this.#list.texts(person);
    part(this.#host, '.who').textContent = say('person-lead', { name, place, state });
    part(this.#host, '.person').hidden = false;
    for (const later of [
      '.given',
      '.address',
      '.person canvas',
      '[data-do=revoke]',
      '.revoke-lead',
    ])
      part(this.#host, later).hidden = true;
    message(this.#host, '.passed', '');
    part(this.#host, '#person').focus();
    part(this.#host, '#person').scrollIntoView({ block: 'start' });
    try {
      await this.#drawGiven(person);
    } catch {
      message(this.#host, '.passed', say('not-loaded'));
    }
  }

  async #drawGiven(person: Person): Promise<void> {
    const { credentialOf, credentialToLink } = await signing();
    const credential = await credentialOf(this.#state, person);
    if (this.#id !== person.id) return;
    const host = this.#host;
    const link = credential && credentialToLink(credential);
    part(host, '.given').hidden = !link;
    part(host, '[data-do=revoke]').hidden = !person.issued;
    part(host, '.revoke-lead').hidden = !person.issued;
    part(host, '[data-pass=share]').hidden = !canShare();
    if (!credential || !link) {
      message(host, '.passed', this.#list.say('give-none'));
      return;
    }
    this.#credential = credential;
    this.#link = link;
    await this.pass('qr');
  }

  /** Passes on what is given back, see `passOn`. */
  pass(action: string): Promise<void> {
    return passOn(this.#host, this.#list.say, action, this.#link, LONGEST_QR);
  }

  /** Closes the panel and gives the focus back to the row from which it was opened. */
  close(): void {
    const row = this.#host.querySelector<HTMLElement>(`.people [data-id="${this.#id}"]`);
    this.#id = '';
    part(this.#host, '.person').hidden = true;
    row?.focus();
  }

  /** Does what a button of the panel is for. */
  async act(action: string): Promise<void> {
    const { say } = this.#list;
    if (action === 'file') {
      const id = this.#id.toLowerCase();
      return download(new Blob([this.#credential], { type: 'text/plain' }), `dastak-${id}.jwt`);
    }
    const person = this.#state.people.find((one) => one.id === this.#id);
    if (!person) return;
    if (action === 'revoke') await this.#revoke(person);
    else if (action === 'remove') {
      const kept = await this.#state.keep(person.entries.map(removeEntry));
      this.close();
      message(this.#host, '.heard', say(kept === 'saved' ? 'removed' : keptKey(kept)));
      part(this.#host, '.heard').focus();
    }
  }

  async #revoke(person: Person): Promise<void> {
    const { say } = this.#list;
    const { keysHere } = await signing();
    const today = this.#state.today();
    const keys = (await keysHere()).map(({ thumbprint }) => thumbprint);
    const isOurs = person.issued && keys.includes(person.issued.key);
    if (!isOurs) {
      message(this.#host, '.passed', say('revoke-elsewhere'));
      return;
    }
    const withdrawn = (entry: Entry) =>
      keys.reduce((revoked, key) => revokeAll(revoked, key, today), entry);
    const kept = await this.#state.keep(person.entries.map(withdrawn));
    await this.open(this.#id);
    message(this.#host, '.passed', say(kept === 'saved' ? 'revoked' : keptKey(kept)));
  }
}
