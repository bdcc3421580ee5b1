import { leads } from '../../domain/outcome.ts';
import { toOutcome } from '../../domain/outcome-event.ts';
import type { Progress } from '../../domain/progress.ts';
import {
  countsFor,
  daysAfter,
  minuteToDay,
  type Refreshers,
  refresherDays,
  refreshersOf,
} from '../../domain/refresher.ts';
import { dayInWords } from '../../i18n/day.ts';
import { store } from '../../store/browser-store.ts';
import { made, onPress, part, parts, refill, showOnly } from '../dom.ts';
import { follow } from '../follow.ts';
import { canShare, copy, download, share } from '../share.ts';
import { stringsOf } from '../strings/strings.ts';
import { todayIn } from './day.ts';

/** How far ahead days are carried away. */
const TWO_YEARS = 731;

/** Where this page is found again; a folder on a stick is no place to send to. */
const ADDRESS = location.protocol.startsWith('http') ? location.href.replace(/[?#].*$/, '') : '';

/** Offers the parts of a refresher that is due, keeps in the record that it was done, and gives its days to carry away. */
class RefresherElement extends HTMLElement {
  readonly #say = stringsOf(this);
  #items: string[] = JSON.parse(this.dataset['items'] ?? '[]');
  #zone = this.dataset['zone'] ?? '';
  #dayToText = (day: string): string => dayInWords(day, this.dataset['locale'] ?? '');
  /** Days of the next two years. */
  #days: string[] = [];
  /** How many tries of each question are of an earlier time; empty while nothing is asked. */
  #skipped = '';

  connectedCallback(): void {
    part(this, '.without').hidden = true;
    part(this, '[data-do=share]').hidden = !canShare();
    part(this, '.where').textContent = ADDRESS;
    onPress(this, ({ dataset: { do: action } }) => {
      if (action) void this.#press(action);
    });
    follow((change) => {
      if (change === 'switched') this.#stopAsking();
      this.#redraw();
    });
  }

  #refreshers(): Refreshers | null {
    return refreshersOf(store().progress(), this.#zone, todayIn(this.#zone));
  }

  #redraw(): void {
    const progress = store().progress();
    const refreshers = this.#refreshers();
    const state = refreshers?.state ?? 'none';
    showOnly(this, 'when', state);
    this.toggleAttribute('data-with-days', refreshers !== null);
    part(this, '.finished').hidden = true;
    if (!refreshers) {
      this.#stopAsking();
      return;
    }
    part(this, '.standing').textContent = this.#say(state, {
      date: this.#dayToText(refreshers.next),
    });
    this.#listDays(refreshers);
    if (state === 'fresh') this.#drawFinished(progress);
    else {
      this.#ask(refreshers, progress);
      void this.#drawOpen();
    }
  }

  /** Asks the short questions anew. They stay when the last answer has ended the refresher, with what was said of it. */
  #ask(refreshers: Refreshers, { answers }: Progress): void {
    const counts = countsFor(refreshers, this.#zone);
    const tries = this.#items.map((item) => (answers[item] ?? []).filter(({ at }) => !counts(at)));
    const skipped = tries.map(({ length }) => length).join();
    if (skipped === this.#skipped) return;
    this.#skipped = skipped;
    const { content } = part<HTMLTemplateElement>(this, '.items template:not(.strings)');
    const copies = document.importNode(content, true);
    this.#items.forEach((item, index) => {
      const question = part(copies, `[data-item="${CSS.escape(item)}"]`);
      question.dataset['skip'] = `${tries[index]?.length}`;
    });
    refill(part(this, '.asked'), copies);
    part(this, '.items').hidden = false;
  }

  #stopAsking(): void {
    this.#skipped = '';
    refill(part(this, '.asked'));
    part(this, '.items').hidden = true;
  }

  /** Draws the refresher that is open. What judges a run is fetched for that alone. */
  async #drawOpen(): Promise<void> {
    const open = await import('./open.ts').catch(() => null);
    // The record may have changed meanwhile, or be another person's.
    const refreshers = this.#refreshers();
    if (!open || !refreshers || refreshers.state === 'fresh') return;
    const event = open.drawOpen(this, {
      progress: store().progress(),
      items: this.#items,
      counts: countsFor(refreshers, this.#zone),
      release: this.dataset['release'] ?? '',
    });
    if (event) store().importEvents([event]);
  }

  /** Says what came of the latest refresher. */
  #drawFinished({ refreshers }: Progress): void {
    const [last] = refreshers.slice(-1);
    if (!last) return;
    const met = toOutcome(last)?.met ?? [];
    const date = this.#dayToText(minuteToDay(last.at, this.#zone));
    part(this, '.finished').hidden = false;
    part(this, '.finished .date').textContent = this.#say('finished', { date });
    showOnly(this, 'missed', met.length < leads.length ? 'some' : 'none');
    for (const item of parts(this, '[data-lead]')) {
      item.hidden = met.some((lead) => lead === item.dataset['lead']);
    }
  }

  #listDays({ on, next }: Refreshers): void {
    const today = todayIn(this.#zone);
    const last = daysAfter(today, TWO_YEARS);
    this.#days = [];
    for (const day of refresherDays(on)) {
      if (day > last) break;
      if (day >= next && day >= today) this.#days.push(day);
    }
    refill(part(this, '.days'), ...this.#days.map((day) => made('li', this.#dayToText(day))));
  }

  async #press(action: string): Promise<void> {
    if (action === 'print') return print();
    if (action === 'calendar') return this.#giveCalendar();
    const days = this.#days.map(this.#dayToText).join('\n');
    const text = this.#say('message', { days, address: ADDRESS }).trim();
    if (action === 'share') return share({ text });
    if (action !== 'copy') return;
    const isCopied = await copy(text, () => part(this, '.days'));
    part(this, '.said').textContent = this.#say(isCopied ? 'copied' : 'not-copied');
  }

  async #giveCalendar(): Promise<void> {
    const { daysToCalendar } = await import('../../exports/calendar.ts');
    const calendar = daysToCalendar({
      days: this.#days,
      title: this.#say('event-title'),
      note: this.#say('event-note', { address: ADDRESS }),
      address: ADDRESS,
      made: new Date(),
    });
    download(new Blob([calendar], { type: 'text/calendar' }), this.#say('file-name'));
  }
}

customElements.define('dastak-refresher', RefresherElement);
