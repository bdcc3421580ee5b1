import { localDay } from '../../domain/local-day.ts';
import { doorState, type ModuleOutline, outlineFor, textToSteps } from '../../domain/outline.ts';
import { dayInWords } from '../../i18n/day.ts';
import { store } from '../../store/browser-store.ts';
import { made, part, refill } from '../dom.ts';
import { follow } from '../follow.ts';
import { fetchLine } from '../refresher/fetch-line.ts';
import { download } from '../share.ts';
import { stringsOf } from '../strings/strings.ts';

/** Tells in words everything that is stored, and gives it as a file. */
class MyDataElement extends HTMLElement {
  readonly #say = stringsOf(this);
  #names = new Map<string, string>();
  #values = new Map<string, string>();
  #outline: ModuleOutline[] = [];

  connectedCallback(): void {
    // What is stored may be called `constructor`; a map has no names of its own.
    this.#names = new Map(Object.entries(JSON.parse(this.dataset['names'] ?? '{}')));
    this.#values = new Map(Object.entries(JSON.parse(this.dataset['values'] ?? '{}')));
    const outline: { id: string; roles: string[]; steps: string }[] = JSON.parse(
      this.dataset['outline'] ?? '[]',
    );
    this.#outline = outline.map((one) => ({ ...one, steps: textToSteps(one.steps) }));
    part(this, '.without').hidden = true;
    const button = part<HTMLButtonElement>(this, 'button');
    button.addEventListener('click', () => this.#download());
    button.disabled = false;
    follow(() => this.#redraw());
  }

  #redraw(): void {
    const progress = store().progress();
    fetchLine(progress);
    const { settings, done, answers, runs, seen, last } = progress;
    const { lang } = document.documentElement;
    const dateOf = (minute: number) =>
      dayInWords(localDay(new Date(minute * 60_000)), lang, 'short');
    const nameOf = (id: string) => this.#names.get(id) ?? id;
    const attempts = (key: string, of: typeof answers) =>
      Object.entries(of).map(([id, tries]) => {
        const latest = tries.slice(-1)[0];
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
          value: this.#values.get(value) ?? value,
        }),
      ),
    );
    this.#list(
      'steps',
      Object.entries(done).map(([id, at]) =>
        this.#say('step', { name: nameOf(id), date: dateOf(at) }),
      ),
    );
    this.#list('answers', attempts('attempt', answers));
    this.#list('runs', attempts('run', runs));
    this.#list(
      'places',
      last
        ? [
            this.#say('cards', { count }),
            this.#say('place', { name: nameOf(last.card), date: dateOf(last.at) }),
          ]
        : [],
    );
    this.#sum(dateOf, nameOf);
    const keys = store().keys();
    this.#list(
      'entries',
      keys.map((name) => this.#say('entry', { name, size: store().stored(name).length })),
    );
    part(this, '.none').hidden = keys.length > 0 || store().events().length > 0;
  }

  /** How far the learner is, before all that is kept: doors that stand open, and the last practice. */
  #sum(dateOf: (minute: number) => string, nameOf: (id: string) => string): void {
    const progress = store().progress();
    const mine = outlineFor(this.#outline, progress.settings['role']);
    const count = mine.filter((one) => doorState(one, progress) === 'finished').length;
    const doors = part(this, '.doors');
    doors.hidden = count === 0;
    doors.textContent = this.#say('doors', { count, total: mine.length });
    const runs = Object.entries(progress.runs).flatMap(([id, tries]) => {
      const at = tries.slice(-1)[0]?.at;
      return at === undefined ? [] : [{ id, at }];
    });
    const [latest] = runs.sort((a, b) => b.at - a.at);
    const last = part(this, '.last');
    last.hidden = !latest;
    if (latest) {
      const values = { name: nameOf(latest.id), date: dateOf(latest.at) };
      last.textContent = this.#say('last-run', values);
    }
  }

  #list(name: string, lines: readonly string[]): void {
    const box = part(this, `[data-part=${name}]`);
    box.hidden = lines.length === 0;
    part(box, 'summary span').textContent = `${lines.length}`;
    refill(part(box, 'ul'), ...lines.map((line) => made('li', line)));
  }

  #download(): void {
    // A record of somebody else on the same phone is not handed out.
    const mine = store()
      .keys()
      .filter((name) => !store().isOfOther(name));
    const stored = Object.fromEntries(mine.map((key) => [key, store().stored(key)]));
    const all = { profile: store().active(), events: store().events(), stored };
    download(new Blob([JSON.stringify(all, null, 2)]), this.#say('file-name'));
  }
}

customElements.define('dastak-my-data', MyDataElement);
