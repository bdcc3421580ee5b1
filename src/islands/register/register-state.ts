import { type Entry, joinRegisters, type Register } from '../../domain/register.ts';
import { type Person, peopleOf } from '../../domain/register-people.ts';
import { indexPeople, type PeopleIndex } from '../../domain/register-view.ts';
import { dayIn } from '../../domain/zone-day.ts';
import type { Desk, DeskKept, DeskReading } from '../../store/desk.ts';

/** Entries written at once: a page that writes fifty thousand in one go answers nobody meanwhile. */
const AT_ONCE = 2_000;

/** What keeps the register comes beside the page, as the second copy of a record does. */
const opened = async (): Promise<Desk> => (await import('../../store/browser-desk.ts')).desk;
/** Where that did not arrive, nothing is kept, and nothing is lost. */
const NOTHING: DeskReading = { state: 'blocked', entries: [], damaged: 0 };

/** The register as the page knows it, and all that follows from it. */
export class RegisterState {
  entries: Register = new Map();
  people: readonly Person[] = [];
  index: PeopleIndex = indexPeople([], 'en');
  /** What was signed on this page, also where the browser keeps nothing. */
  readonly credentials = new Map<string, string>();
  readonly #zone: string;
  readonly #redraw: () => void;

  /** @param redraw is called after every change */
  constructor(zone: string, redraw: () => void) {
    this.#zone = zone;
    this.#redraw = redraw;
  }

  /** Today by the calendar of the site. */
  today(): string {
    return dayIn(this.#zone, new Date());
  }

  async open(heard: (count: number) => void): Promise<DeskReading> {
    const reading = await opened().then(
      (desk) => desk.open(heard),
      () => NOTHING,
    );
    this.#take(reading.entries);
    return reading;
  }

  /** Keeps entries, and credentials by key and serial; shows them also where the browser cannot keep them. */
  async keep(
    entries: readonly Entry[],
    credentials: ReadonlyMap<string, string> = new Map(),
  ): Promise<DeskKept> {
    let worst: DeskKept = 'saved';
    for (const [name, text] of credentials) this.credentials.set(name, text);
    for (let at = 0; at < Math.max(entries.length, 1); at += AT_ONCE) {
      const some = entries.slice(at, at + AT_ONCE);
      const { kept, entries: now } = await keepSome(some, at === 0 ? credentials : undefined);
      if (kept !== 'saved') worst = kept;
      if (kept !== 'erased') this.#join(now);
    }
    this.#derive();
    return worst;
  }

  /** Takes in what another desk or a backup holds. @returns how many are new, changed, the same */
  async merge(
    entries: readonly Entry[],
  ): Promise<{ kept: DeskKept; added: number; changed: number; same: number }> {
    const { changed } = joinRegisters(this.entries, entries);
    const added = changed.filter(({ learner }) => !this.entries.has(learner)).length;
    const kept = changed.length > 0 ? await this.keep(changed) : 'saved';
    const same = Math.max(0, entries.length - changed.length);
    return { kept, added, changed: changed.length - added, same };
  }

  async erase(): Promise<boolean> {
    const isDone = await opened().then(
      (desk) => desk.erase(),
      () => false,
    );
    if (isDone) {
      this.entries = new Map();
      this.#derive();
    }
    return isDone;
  }

  /** Works out everything anew, as on another day. */
  refresh(): void {
    this.#derive();
  }

  #take(entries: readonly Entry[]): void {
    this.#join(entries);
    this.#derive();
  }

  #join(entries: readonly Entry[]): void {
    this.entries = joinRegisters(this.entries, entries).all;
  }

  #derive(): void {
    this.people = peopleOf(this.entries, this.today());
    this.index = indexPeople(this.people, document.documentElement.lang);
    this.#redraw();
  }
}

const keepSome: Desk['keep'] = (entries, credentials) =>
  opened().then(
    (desk) => desk.keep(entries, credentials),
    () => ({ kept: 'unsaved', entries }),
  );

/** Name of the text that says what became of a change. */
export const keptKey = (kept: DeskKept): string => (kept === 'erased' ? 'erased-elsewhere' : kept);
