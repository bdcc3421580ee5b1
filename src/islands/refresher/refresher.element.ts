import {
  type Call,
  endedRuns,
  type Practice,
  type Round,
  type Scene,
} from '../../domain/last-runs.ts';
import { leads } from '../../domain/outcome.ts';
import { toOutcome } from '../../domain/outcome-event.ts';
import type { Progress } from '../../domain/progress.ts';
import {
  daysAfter,
  minuteToDay,
  type Refreshers,
  refresherDays,
  refreshersOf,
} from '../../domain/refresher.ts';
import {
  countedFor,
  doneParts,
  type RefresherPart,
  refresherEvent,
} from '../../domain/refresher-event.ts';
import { daysToCalendar } from '../../exports/calendar.ts';
import { store } from '../../store/browser-store.ts';
import { made, onPress, part, refill, showOnly } from '../dom.ts';
import { follow } from '../follow.ts';
import { BEGIN } from '../practice/ways.ts';
import { canShare, copy, download, share } from '../share.ts';
import { type Strings, stringsOf } from '../strings/strings.ts';
import { dayToText, todayIn } from './day.ts';

/** How far ahead days are carried away. */
const TWO_YEARS = 731;

/** Where this page is found again; a folder on a stick is no place to send to. */
const ADDRESS = location.protocol.startsWith('http') ? location.href.replace(/[?#].*$/, '') : '';

/** Offers the parts of a refresher that is due, keeps in the record that it was done, and gives its days to carry away. */
class RefresherElement extends HTMLElement {
  #say: Strings = () => '';
  #scenes: Scene[] = JSON.parse(this.dataset['scenes'] ?? '[]');
  #rounds: Round[] = JSON.parse(this.dataset['rounds'] ?? '[]');
  #calls: Call[] = JSON.parse(this.dataset['calls'] ?? '[]');
  #items: string[] = JSON.parse(this.dataset['items'] ?? '[]');
  #zone = this.dataset['zone'] ?? '';
  /** Days of the next two years. */
  #days: string[] = [];
  /** Whether a refresher was open here, so that what was said of its last answer stays when that ends it. */
  #wasOpen = false;

  connectedCallback(): void {
    this.#say = stringsOf(this);
    part(this, '.without').hidden = true;
    part(this, '[data-do=share]').hidden = !canShare();
    part(this, '.where').textContent = ADDRESS;
    onPress(this, ({ dataset: { do: action } }) => {
      if (action) void this.#press(action);
    });
    follow((change) => {
      if (change === 'switched') this.#wasOpen = false;
      this.#redraw();
    });
  }

  #redraw(): void {
    const progress = store().progress();
    const today = todayIn(this.#zone);
    const refreshers = refreshersOf(progress, this.#zone, today);
    showOnly(this, 'when', refreshers?.state ?? 'none');
    this.toggleAttribute('data-with-days', refreshers !== null);
    const isOpen = refreshers !== null && refreshers.state !== 'fresh';
    this.#wasOpen ||= isOpen;
    part(this, '.items').hidden = !this.#wasOpen;
    part(this, '.finished').hidden = true;
    if (!refreshers) return;
    const { next, state } = refreshers;
    const standing = { date: dayToText(next) };
    part(this, '.standing').textContent = this.#say(state, standing);
    this.#listDays(refreshers, today);
    if (isOpen) this.#drawOpen(refreshers, progress);
    else this.#drawFinished(progress);
  }

  #drawOpen(refreshers: Refreshers, progress: Progress): void {
    const { role } = progress.settings;
    const scenes = this.#scenes.filter((scene) => !role || scene.role === role);
    const practices = { scenes, rounds: this.#rounds, calls: this.#calls };
    const counted = countedFor(
      refreshers,
      endedRuns(practices, progress),
      progress.answers,
      this.#items,
      this.#zone,
    );
    this.#items.forEach((item, index) => {
      const all = progress.answers[item]?.length ?? 0;
      const question = part(this, `[data-item="${CSS.escape(item)}"]`);
      question.dataset['skip'] = `${all - (counted.items[index]?.length ?? 0)}`;
    });
    const done = doneParts(counted, Date.now() / 60_000);
    this.#drawPart('items', done);
    this.#drawPart('talk', done, longestAgo(scenes, progress));
    this.#drawPart('cases', done, longestAgo(this.#rounds, progress));
    this.#drawPart('call', done, longestAgo(this.#calls, progress));
    const event = refresherEvent(counted, this.dataset['release'] ?? '');
    if (event) store().importEvents([event]);
  }

  #drawPart(name: RefresherPart, done: readonly RefresherPart[], practice?: Practice): void {
    const item = part(this, `[data-part=${name}]`);
    const isDone = done.includes(name);
    part(item, '.done').hidden = !isDone;
    part(item, '.open').hidden = isDone;
    if (!practice) return;
    const link = part<HTMLAnchorElement>(item, 'a');
    link.href = practice.address + BEGIN;
    link.textContent = practice.text;
  }

  /** Says what came of the latest refresher. */
  #drawFinished({ refreshers }: Progress): void {
    const [last] = refreshers.slice(-1);
    if (!last) return;
    const met = toOutcome(last)?.met ?? [];
    const date = dayToText(minuteToDay(last.at, this.#zone));
    part(this, '.finished').hidden = false;
    part(this, '.finished .date').textContent = this.#say('finished', { date });
    showOnly(this, 'missed', met.length < leads.length ? 'some' : 'none');
    for (const lead of leads) part(this, `[data-lead=${lead}]`).hidden = met.includes(lead);
  }

  #listDays({ on, next }: Refreshers, today: string): void {
    const last = daysAfter(today, TWO_YEARS);
    this.#days = [];
    for (const day of refresherDays(on)) {
      if (day > last) break;
      if (day >= next && day >= today) this.#days.push(day);
    }
    const lines = this.#days.map((day) => made('li', dayToText(day)));
    refill(part(this, '.days'), ...lines);
  }

  async #press(action: string): Promise<void> {
    const days = this.#days.map(dayToText).join('\n');
    const text = this.#say('message', { days, address: ADDRESS });
    const said = part(this, '.said');
    if (action === 'print') print();
    if (action === 'share') await share({ text });
    if (action === 'copy') {
      const isCopied = await copy(text, () => part(this, '.days'));
      said.textContent = this.#say(isCopied ? 'copied' : 'not-copied');
    }
    if (action !== 'calendar') return;
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

/** Of several practices the one that was begun longest ago. */
function longestAgo<One extends Practice>(
  all: readonly One[],
  { runs }: Progress,
): One | undefined {
  const lastAt = ({ id }: One) => runs[id]?.slice(-1)[0]?.at ?? 0;
  return [...all].sort((a, b) => lastAt(a) - lastAt(b))[0];
}

customElements.define('dastak-refresher', RefresherElement);
