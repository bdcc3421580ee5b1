import {
  continueAt,
  type DoorState,
  doorState,
  type ModuleOutline,
  outlineFor,
  textToSteps,
} from '../../domain/outline.ts';
import { fill } from '../../i18n/fill.ts';
import { store } from '../../store/browser-store.ts';

/** Opens the doors as far as the learner is, and points to the card to go on with. */
class CorridorElement extends HTMLElement {
  /** Where everybody begins, as the page says it. */
  #start = { href: '', word: '', where: '' };

  connectedCallback(): void {
    const steps = [...this.querySelectorAll<HTMLElement>('.door')].flatMap((door) =>
      textToSteps(door.dataset['steps'] ?? ''),
    );
    this.#start = {
      href: this.querySelector<HTMLAnchorElement>('.go')?.href ?? '',
      word: this.querySelector('.go-word')?.textContent ?? '',
      where: this.querySelector('.where')?.textContent ?? '',
    };
    // What an import from a newer edition brought under short forms finds its names here.
    const offWay = (this.dataset['offWay'] ?? '').split(' ').filter(Boolean);
    store().know([...steps.flatMap(({ id, cards }) => [id, ...cards]), ...offWay]);
    this.#redraw();
    store().subscribe(() => this.#redraw());
  }

  #redraw(): void {
    const progress = store().progress();
    const role = progress.settings['role'];
    const doors = [...this.querySelectorAll<HTMLElement>('.door')];
    const whole = doors.map(
      (door): ModuleOutline => ({
        id: door.dataset['module'] ?? '',
        roles: (door.dataset['roles'] ?? '').split(' '),
        steps: textToSteps(door.dataset['steps'] ?? ''),
      }),
    );
    const mine = outlineFor(whole, role);
    for (const door of doors) {
      const outline = mine.find(({ id }) => id === door.dataset['module']);
      door.hidden = !outline;
      const state = outline ? doorState(outline, progress) : 'new';
      door.dataset['state'] = state;
      door.querySelector('use')?.setAttribute('href', `#door-${state}`);
      const told = door.querySelector('.state');
      if (told) told.textContent = this.#words(state);
    }
    this.#pointOn(continueAt(mine, progress));
    const all = this.querySelector<HTMLElement>('.all-open');
    const isAllOpen =
      mine.length > 0 && mine.every((outline) => doorState(outline, progress) === 'finished');
    if (all) all.hidden = !isAllOpen;
    const onwards = this.querySelector<HTMLElement>('.onwards');
    if (onwards) onwards.hidden = isAllOpen;
  }

  #words(state: DoorState): string {
    const { textNew, textBegun, textFinished } = this.dataset;
    return { new: textNew, begun: textBegun, finished: textFinished }[state] ?? '';
  }

  #pointOn(place: ReturnType<typeof continueAt>): void {
    const link = this.querySelector<HTMLAnchorElement>('.go');
    const where = this.querySelector('.where');
    const word = link?.querySelector('.go-word');
    if (!link || !where || !word) return;
    link.href = this.#start.href;
    word.textContent = this.#start.word;
    where.textContent = this.#start.where;
    if (!place) return;
    const door = this.querySelector(`[data-module="${CSS.escape(place.module)}"]`);
    const step = door?.querySelector<HTMLElement>(`[data-step="${CSS.escape(place.step)}"]`);
    if (!step) return;
    link.href = `${step.dataset['address'] ?? ''}${place.card ? `#${place.card}` : ''}`;
    word.textContent = link.dataset['text'] ?? '';
    where.textContent = fill(this.dataset['textContinue'] ?? '', {
      module: door?.querySelector('.door-title')?.textContent ?? '',
      lesson: step.textContent?.trim() ?? '',
    });
  }
}

customElements.define('dastak-corridor', CorridorElement);
