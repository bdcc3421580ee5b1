import { setting } from '../../domain/actions.ts';
import { tidyLabel } from '../../domain/label.ts';
import { store } from '../../store/browser-store.ts';
import type { Profile } from '../../store/profiles.ts';
import { copied, enable, onPress, onSubmit, part, parts, refill } from '../dom.ts';
import { follow } from '../follow.ts';
import { stringsOf } from '../strings/strings.ts';

/** Shows whose record is in use, lets people name, change, begin and erase records. */
class ProfilesElement extends HTMLElement {
  readonly #say = stringsOf(this);
  /** What is to be erased once the learner is sure: a profile's id, or all. */
  #erases: { id: string } | 'all' | null = null;

  connectedCallback(): void {
    part(this, '.without').hidden = true;
    enable(this);
    onSubmit(this, (form) => this.#name(form));
    part(this, '.shared').addEventListener('change', ({ target }) => {
      void this.#share((target as HTMLInputElement).checked);
    });
    onPress(this, ({ dataset: { id, do: action } }) => {
      if (id) this.#use(id);
      else if (action === 'new') this.#act(this.#say('begun'), () => store().create());
      else if (action === 'one' || action === 'all') this.#ask(action);
      else if (action === 'yes' || action === 'no') this.#erase(action === 'yes');
    });
    follow((change) => {
      // A question about one person's record must not be answered for another's.
      if (change === 'switched') this.#unask();
      this.#redraw();
    });
  }

  #nameOf(profile: Profile | null): string {
    if (!profile) return this.#say('unnamed');
    const colour = this.#say(`colour-${profile.colour}`);
    return profile.label || this.#say('plain', { colour });
  }

  #redraw(): void {
    const active = store().active();
    const others = store()
      .profiles()
      .filter(({ id }) => id !== active?.id);
    const form = part<HTMLFormElement>(this, 'form');
    form.hidden = !active;
    part(this, '.none').hidden = Boolean(active) || others.length > 0;
    if (active) {
      part(form, '.swatch').dataset['colour'] = active.colour;
      part(form, '.name').textContent = this.#nameOf(active);
      const label = part<HTMLInputElement>(this, '[name=label]');
      if (label !== document.activeElement) label.value = active.label;
      for (const input of parts<HTMLInputElement>(this, '[name=colour]')) {
        input.checked = input.value === active.colour;
      }
    }
    refill(part(this, '.others'), ...others.map((profile) => this.#other(profile)));
    part<HTMLInputElement>(this, '.shared input').checked = store().isShared();
    const one = part(this, '[data-do=one]');
    one.hidden = !active;
    one.textContent = this.#say('erase-one', { name: this.#nameOf(active) });
  }

  #other(profile: Profile): HTMLElement {
    const row = copied(part<HTMLTemplateElement>(this, '.other'));
    part(row, '.swatch').dataset['colour'] = profile.colour;
    part(row, '.name').textContent = this.#say('use', { name: this.#nameOf(profile) });
    part(row, 'button').dataset['id'] = profile.id;
    return row;
  }

  /** Does something to the store and says what came of it; the heading takes the focus that a redraw takes away. */
  #act(text: string, work: () => void, place = '#profiles-title'): void {
    work();
    part(this, '.said').textContent = text;
    part(this, place).focus();
  }

  #use(id: string): void {
    const profile = store()
      .profiles()
      .find((one) => one.id === id);
    this.#act(this.#say('used', { name: this.#nameOf(profile ?? null) }), () => store().use(id));
  }

  #name(form: HTMLFormElement): void {
    const entries = new FormData(form);
    const label = tidyLabel(`${entries.get('label') ?? ''}`);
    const colour = `${entries.get('colour') ?? ''}`;
    const results = [
      store().dispatch(setting('label', label)),
      store().dispatch(setting('colour', colour)),
    ];
    const isSaved = results.every(({ saved }) => saved);
    part(this, '.said').textContent = this.#say(isSaved ? 'kept' : 'unkept');
  }

  #ask(what: 'one' | 'all'): void {
    const active = store().active();
    this.#erases = what === 'all' ? what : active;
    const text = part(this, '#sure-text');
    text.textContent = this.#say(`sure-${what}`, { name: this.#nameOf(active) });
    part(this, '.sure').hidden = false;
    text.focus();
  }

  #unask(): void {
    part(this, '.sure').hidden = true;
    this.#erases = null;
  }

  #erase(isSure: boolean): void {
    const erases = this.#erases;
    this.#unask();
    if (!isSure || !erases) part(this, '#erase-title').focus();
    else if (erases === 'all') void this.#actErased('erased-all', () => store().eraseAll());
    else void this.#actErased('erased', () => store().erase(erases.id));
  }

  /** Says that a record is erased once nothing can bring it back. */
  async #actErased(key: string, work: () => Promise<boolean>): Promise<void> {
    let isDone = Promise.resolve(false);
    this.#act(this.#say('erasing'), () => {
      isDone = work();
    });
    part(this, '.said').textContent = this.#say((await isDone) ? key : 'erasing-open');
  }

  async #share(isOn: boolean): Promise<void> {
    const said = part(this, '.said');
    said.textContent = '';
    await store().share(isOn);
    said.textContent = this.#say(isOn ? 'shared-on' : 'shared-off');
  }
}

customElements.define('dastak-profiles', ProfilesElement);
