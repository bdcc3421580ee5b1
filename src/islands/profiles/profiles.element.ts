import { setting } from '../../domain/actions.ts';
import { tidyLabel } from '../../domain/profile.ts';
import { store } from '../../store/browser-store.ts';
import type { Profile } from '../../store/profiles.ts';
import { type Strings, stringsOf } from '../strings/strings.ts';

/** Shows whose record is in use, lets people name, change, begin and erase records. */
class ProfilesElement extends HTMLElement {
  #say: Strings = () => '';
  /** What is to be erased once the learner is sure: a profile's id, or all. */
  #erases: { id: string } | 'all' | null = null;

  connectedCallback(): void {
    this.#say = stringsOf(this);
    this.#part('.without').hidden = true;
    for (const control of this.querySelectorAll<HTMLInputElement>(':disabled')) {
      control.disabled = false;
    }
    this.#part('form').addEventListener('submit', (event) => {
      event.preventDefault();
      this.#name(event.currentTarget as HTMLFormElement);
    });
    this.#part('.shared').addEventListener('change', ({ target }) =>
      store().share((target as HTMLInputElement).checked),
    );
    this.addEventListener('click', ({ target }) => {
      const { id, do: action } = (target as Element).closest('button')?.dataset ?? {};
      if (id) this.#use(id);
      else if (action === 'new') this.#tell(this.#say('begun'), () => store().create());
      else if (action === 'one' || action === 'all') this.#ask(action);
      else if (action === 'yes' || action === 'no') this.#erase(action === 'yes');
    });
    this.#redraw();
    store().subscribe((change) => {
      // A question about one person's record must not be answered for another's.
      if (change === 'switched') this.#unask();
      this.#redraw();
    });
  }

  #part<Part extends HTMLElement>(selector: string): Part {
    return this.querySelector(selector) as Part;
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
    const form = this.#part<HTMLFormElement>('form');
    form.hidden = !active;
    this.#part('.none').hidden = Boolean(active) || others.length > 0;
    if (active) {
      this.#dress(form, active);
      const label = this.#part<HTMLInputElement>('[name=label]');
      if (label !== document.activeElement) label.value = active.label;
      for (const input of this.querySelectorAll<HTMLInputElement>('[name=colour]')) {
        input.checked = input.value === active.colour;
      }
    }
    this.#part('.others').replaceChildren(...others.map((profile) => this.#other(profile)));
    this.#part<HTMLInputElement>('.shared input').checked = store().isShared();
    const one = this.#part('[data-do=one]');
    one.hidden = !active;
    one.textContent = this.#say('erase-one', { name: this.#nameOf(active) });
  }

  #dress(part: ParentNode, profile: Profile): void {
    part.querySelector('.swatch')?.setAttribute('data-colour', profile.colour);
    const name = part.querySelector('.name');
    if (name) name.textContent = this.#nameOf(profile);
  }

  #other(profile: Profile): Node {
    const row = this.#part<HTMLTemplateElement>('.other').content.cloneNode(
      true,
    ) as DocumentFragment;
    this.#dress(row, profile);
    const name = row.querySelector('.name');
    if (name) name.textContent = this.#say('use', { name: this.#nameOf(profile) });
    row.querySelector('button')?.setAttribute('data-id', profile.id);
    return row;
  }

  /** Does something to the store and says what came of it; the heading takes the focus that a redraw takes away. */
  #tell(text: string, work: () => void, place = '#profiles-title'): void {
    work();
    this.#part('.said').textContent = text;
    this.#part(place).focus();
  }

  #use(id: string): void {
    const profile = store()
      .profiles()
      .find((one) => one.id === id);
    this.#tell(this.#say('used', { name: this.#nameOf(profile ?? null) }), () => store().use(id));
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
    this.#part('.said').textContent = this.#say(isSaved ? 'kept' : 'unkept');
  }

  #ask(what: 'one' | 'all'): void {
    const active = store().active();
    this.#erases = what === 'all' ? what : active;
    const text = this.#part('#sure-text');
    text.textContent = this.#say(`sure-${what}`, { name: this.#nameOf(active) });
    this.#part('.sure').hidden = false;
    text.focus();
  }

  #unask(): void {
    this.#part('.sure').hidden = true;
    this.#erases = null;
  }

  #erase(isSure: boolean): void {
    const erases = this.#erases;
    this.#unask();
    if (!isSure || !erases) this.#part('#erase-title').focus();
    else if (erases === 'all') this.#tell(this.#say('erased-all'), () => store().eraseAll());
    else this.#tell(this.#say('erased'), () => store().erase(erases.id));
  }
}

customElements.define('dastak-profiles', ProfilesElement);
