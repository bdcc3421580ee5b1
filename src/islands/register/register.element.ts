import { decideSame } from '../../domain/register-acts.ts';
import { enable, onPress, onSubmit, part } from '../dom.ts';
import { message } from '../message.ts';
import { download } from '../share.ts';
import { stringsOf } from '../strings/strings.ts';
import { askToErase } from './erase.ts';
import { PeopleList } from './people.ts';
import type { PersonPanel } from './person.ts';
import { keptKey, RegisterState } from './register-state.ts';

// Fetched once they are needed: nobody who looks for a name waits for what reads claims and writes files.
const taking = () => import('./take.ts');
const filing = () => import('./files.ts');
const attesting = () => import('./attest.ts');

/** The register of a coordinator. */
class RegisterElement extends HTMLElement {
  readonly #say = stringsOf(this);
  #state = new RegisterState('UTC', () => undefined);
  #list = new PeopleList(this, this.#state, this.#say, new Map());
  #person: PersonPanel | undefined;
  /** Claims are taken in one after the other, however fast a camera finds them. */
  #taking: Promise<unknown> = Promise.resolve();

  connectedCallback(): void {
    const roles = new Map<string, string>(
      Object.entries(JSON.parse(this.dataset['roles'] ?? '{}')),
    );
    this.#state = new RegisterState(this.dataset['zone'] ?? 'UTC', () => this.#redraw());
    this.#list = new PeopleList(this, this.#state, this.#say, roles);
    part(this, '.without').hidden = true;
    this.#listen();
    void this.#open();
  }

  async #open(): Promise<void> {
    const opening = part(this, '.opening');
    opening.hidden = false;
    const { state, damaged } = await this.#state.open((count) => {
      opening.textContent = this.#say('opening-count', { count });
    });
    opening.hidden = true;
    if (damaged > 0) {
      part(this, '.damaged').hidden = false;
      part(this, '.damaged').textContent = this.#say('damaged', { count: damaged });
    }
    if (state !== 'open') part(this, `[data-trouble=${state}]`).hidden = false;
    // What a newer release keeps is not written over.
    if (state === 'newer') return;
    enable(this);
    this.#lookAtLink();
    this.dataset['open'] = '';
    await this.#keys('drawKeys');
    await (await attesting()).fillSigns(this);
    // Printing by the browser's own menu waits for nothing.
    const { fillPaper } = await filing();
    window.addEventListener('beforeprint', () => fillPaper(this, this.#list));
  }

  #redraw(): void {
    this.#list.drawPlaces();
    this.#list.draw();
    this.#list.drawPairs();
    void this.#drawCounts();
  }

  async #drawCounts(): Promise<void> {
    if (!part<HTMLDetailsElement>(this, '.counts').open) return;
    const { drawCounts } = await import('./counts.ts');
    drawCounts(this, this.#list, this.#state);
  }

  #listen(): void {
    onPress(this, (button) => void this.#press(button));
    onSubmit(this, (form) => {
      if (form.classList.contains('make-key')) void this.#keys('makeKey');
      else if (form.classList.contains('restore-key')) void this.#keys('restoreKey');
      else this.#takePasted();
    });
    this.addEventListener('found', ({ detail }: Event & { detail?: unknown }) => {
      if (typeof detail === 'string') this.#takeText(detail);
    });
    part(this, '.look').addEventListener('input', () => this.#list.draw());
    this.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      if (target.name === 'chosen') this.#choose(target.value, target.checked);
      if (target.name === 'files') this.#takeChosen(target);
    });
    part(this, '.counts').addEventListener('toggle', () => void this.#drawCounts());
    window.addEventListener('hashchange', () => this.#lookAtLink());
    // A night has passed, and refreshers are due that were not.
    let day = '';
    document.addEventListener('visibilitychange', () => {
      const today = this.#state.today();
      if (!document.hidden && day !== '' && day !== today) this.#state.refresh();
      day = today;
    });
  }

  #choose(id: string, isChosen: boolean): void {
    if (isChosen) this.#list.chosen.add(id);
    else this.#list.chosen.delete(id);
    this.#list.drawChosen();
  }

  /** Puts a link with a claim where it can be taken in; nobody gets into the register by opening a page. */
  #lookAtLink(): void {
    if (!/^#z(=|%3D)/i.test(location.hash)) return;
    part<HTMLTextAreaElement>(this, '[name=paste]').value = location.href;
    message(this, '.heard', this.#say('in-link'));
    part(this, '.heard').focus();
  }

  #takePasted(): void {
    const field = part<HTMLTextAreaElement>(this, '[name=paste]');
    this.#takeText(field.value);
    field.value = '';
  }

  #takeText(text: string): void {
    this.#take(async () => (await taking()).takeText(this.#state, text, this.#say));
  }

  #takeChosen(input: HTMLInputElement): void {
    const files = [...(input.files ?? [])];
    input.value = '';
    if (files.length === 0) return;
    this.#take(async () => (await taking()).takeFiles(this.#state, files, this.#say));
  }

  #take(work: () => Promise<string>): void {
    this.#taking = this.#taking.then(async () => {
      message(this, '.heard', this.#say('saving'));
      try {
        message(this, '.heard', await work());
      } catch {
        message(this, '.heard', this.#say('not-loaded'));
      }
    });
  }

  async #press(button: HTMLButtonElement): Promise<void> {
    const { do: action = '', pass, id = '' } = button.dataset;
    // Browsers open the choice of files only at once after a press.
    if (action === 'files') return part(this, '[name=files]').click();
    // Who presses while people are being taken in means them too, and what is answered must not be wiped away by what they bring.
    await this.#taking;
    if (pass) return this.#person?.pass(pass);
    const pair = button.closest<HTMLElement>('[data-pair]')?.dataset['pair'] ?? '';
    switch (action) {
      case 'same':
      case 'apart':
        return this.#decide(pair, action === 'same');
      case 'more':
        return this.#list.draw(true);
      case 'open':
        return this.#actOnPerson((panel) => panel.open(id));
      case 'choose-all':
        for (const person of this.#list.fitting()) this.#list.chosen.add(person.id);
        return this.#list.drawChosen();
      case 'choose-none':
        this.#list.chosen.clear();
        return this.#list.drawChosen();
      case 'attest':
      case 'attest-sign':
        return this.#attest(action === 'attest-sign');
      case 'backup':
      case 'csv':
      case 'print':
      case 'list':
        return this.#file(action);
      case 'close':
        return this.#person?.close();
      default:
        if (action.startsWith('erase')) return this.#erase(action);
        return this.#person?.act(action);
    }
  }

  async #actOnPerson(act: (panel: PersonPanel) => Promise<void>): Promise<void> {
    try {
      const { PersonPanel } = await import('./person.ts');
      this.#person ??= new PersonPanel(this, this.#state, this.#list);
      await act(this.#person);
    } catch {
      message(this, '.heard', this.#say('not-loaded'));
      part(this, '.heard').focus();
    }
  }

  async #attest(isSigned: boolean): Promise<void> {
    try {
      await (await attesting()).attestChosen(this, this.#state, this.#list, isSigned);
    } catch {
      message(this, '.sign-said', this.#say('not-loaded'));
    }
  }

  /** Says that two records are one person, or two. */
  async #decide(pair: string, isSame: boolean): Promise<void> {
    const [a, b] = pair.split(' ').map((id) => this.#state.entries.get(id));
    if (!a || !b) return;
    const kept = await this.#state.keep([decideSame(a, b, isSame)]);
    message(this, '.heard', this.#say(keptKey(kept)));
    part(this, '.heard').focus();
  }

  async #file(action: 'backup' | 'csv' | 'print' | 'list'): Promise<void> {
    try {
      const { fillPaper, saveBackup, saveCsv } = await filing();
      if (action === 'backup') saveBackup(this.#state, this.#say);
      else if (action === 'csv') saveCsv(this.#list, this.#say);
      else if (action === 'list') await this.#saveLists();
      else {
        fillPaper(this, this.#list);
        window.print();
      }
    } catch {
      message(this, '.files-said', this.#say('not-loaded'));
    }
  }

  async #saveLists(): Promise<void> {
    const { listsOf } = await import('./signing.ts');
    const lists = await listsOf(this.#state, this.dataset['address'] ?? '');
    for (const { name, text } of lists) download(new Blob([text]), name);
    const name = lists.map((list) => list.name).join(', ');
    message(this, '.files-said', this.#say(name ? 'list-saved' : 'no-key', { name }));
  }

  async #keys(what: 'drawKeys' | 'makeKey' | 'restoreKey'): Promise<void> {
    try {
      await (await import('./keys.ts'))[what](this, this.#say);
    } catch {
      message(this, '.key-said', this.#say('not-loaded'));
    }
  }

  async #erase(action: string): Promise<void> {
    askToErase(this, this.#say, this.#state.people.length, action);
    if (action !== 'erase-last') return;
    this.#person?.close();
    this.#list.chosen.clear();
    const isDone = await this.#state.erase();
    const alsoKey = part<HTMLInputElement>(this, '[name=also-key]').checked;
    if (isDone && alsoKey) {
      await (await import('./keys.ts')).removeKeys();
      await this.#keys('drawKeys');
    }
    message(this, '.erase-said', this.#say(isDone ? 'erased' : 'not-erased'));
  }
}

customElements.define('dastak-register', RegisterElement);
