import { store } from '../../store/browser-store.ts';
import { type Strings, stringsOf } from '../strings/strings.ts';

/** Tells in words everything that is stored, and gives it as a file. */
class MyDataElement extends HTMLElement {
  #say: Strings = () => '';
  #names: Record<string, string> = {};
  #values: Record<string, string> = {};

  connectedCallback(): void {
    this.#say = stringsOf(this);
    this.#names = JSON.parse(this.dataset['names'] ?? '{}');
    this.#values = JSON.parse(this.dataset['values'] ?? '{}');
    const without = this.querySelector<HTMLElement>('.without');
    if (without) without.hidden = true;
    const button = this.querySelector('button');
    button?.addEventListener('click', () => this.#download());
    if (button) button.disabled = false;
    this.#redraw();
    store().subscribe(() => this.#redraw());
  }

  #redraw(): void {
    const { settings, done, answers, runs, seen, last } = store().progress();
    const day = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium' });
    const dateOf = (minute: number) => day.format(minute * 60_000);
    const nameOf = (id: string) => this.#names[id] ?? id;
    const told = (key: string, attempts: typeof answers) =>
      Object.entries(attempts).map(([id, tries]) => {
        const latest = tries.at(-1);
        const choice = latest?.choice.join(', ') || '–';
        const date = dateOf(latest?.at ?? 0);
        return this.#say(key, { name: nameOf(id), count: tries.length, date, choice });
      });
    const count = Object.keys(seen).length;
    this.#list(
      'settings',
      Object.entries(settings).map(([name, value]) =>
        this.#say('setting', {
          name: this.#say(`set-${name}`) || name,
          value: this.#values[value] ?? value,
        }),
      ),
    );
    this.#list(
      'steps',
      Object.entries(done).map(([id, at]) =>
        this.#say('step', { name: nameOf(id), date: dateOf(at) }),
      ),
    );
    this.#list('answers', told('attempt', answers));
    this.#list('runs', told('run', runs));
    this.#list(
      'places',
      last
        ? [
            this.#say('cards', { count }),
            this.#say('place', { name: nameOf(last.card), date: dateOf(last.at) }),
          ]
        : [],
    );
    const keys = store().keys();
    this.#list(
      'entries',
      keys.map((name) => this.#say('entry', { name, size: store().stored(name).length })),
    );
    const none = this.querySelector<HTMLElement>('.none');
    if (none) none.hidden = keys.length > 0 || store().events().length > 0;
  }

  #list(part: string, lines: readonly string[]): void {
    const box = this.querySelector<HTMLElement>(`[data-part="${part}"]`);
    if (!box) return;
    box.hidden = lines.length === 0;
    const count = box.querySelector('summary span');
    if (count) count.textContent = `${lines.length}`;
    box.querySelector('ul')?.replaceChildren(
      ...lines.map((line) => {
        const item = document.createElement('li');
        item.textContent = line;
        return item;
      }),
    );
  }

  #download(): void {
    // A record of somebody else on the same phone is not handed out.
    const mine = store()
      .keys()
      .filter((name) => !store().isOfOther(name));
    const stored = Object.fromEntries(mine.map((key) => [key, store().stored(key)]));
    const all = { profile: store().active(), events: store().events(), stored };
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([JSON.stringify(all, null, 2)]));
    link.download = this.#say('file-name');
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }
}

customElements.define('dastak-my-data', MyDataElement);
