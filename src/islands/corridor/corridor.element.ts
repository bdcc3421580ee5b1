import {
  continueAt,
  doorState,
  type ModuleOutline,
  outlineFor,
  textToSteps,
} from '../../domain/outline.ts';
import { store } from '../../store/browser-store.ts';
import { part, parts } from '../dom.ts';
import { follow } from '../follow.ts';
import { fetchLine } from '../refresher/fetch-line.ts';
import { stringsOf } from '../strings/strings.ts';

/** Opens the doors as far as the learner is, and points to the card to go on with. */
class CorridorElement extends HTMLElement {
  readonly #say = stringsOf(this);
  /** Where somebody begins who has seen nothing yet, as the page has it. */
  #start = { address: '', text: '' };

  connectedCallback(): void {
    const address = this.querySelector<HTMLAnchorElement>('.go')?.href ?? '';
    this.#start = { address, text: this.querySelector('.go-word')?.textContent ?? '' };
    const steps = parts(this, '.door').flatMap(({ dataset }) =>
      textToSteps(dataset['steps'] ?? ''),
    );
    // What an import from a newer release brought under short forms finds its names here.
    const offWay = (this.dataset['offWay'] ?? '').split(' ').filter(Boolean);
    store().know([...steps.flatMap(({ id, cards }) => [id, ...cards]), ...offWay]);
    follow(() => this.#redraw());
  }

  #redraw(): void {
    const progress = store().progress();
    fetchLine(progress);
    const doors = parts(this, '.door');
    const whole = doors.map(
      ({ dataset: { module = '', roles = '', steps = '' } }): ModuleOutline => ({
        id: module,
        roles: roles.split(' '),
        steps: textToSteps(steps),
      }),
    );
    const mine = outlineFor(whole, progress.settings['role']);
    for (const door of doors) {
      const outline = mine.find(({ id }) => id === door.dataset['module']);
      door.hidden = !outline;
      const state = outline ? doorState(outline, progress) : 'new';
      door.dataset['state'] = state;
      part<SVGUseElement>(door, 'use').setAttribute('href', `#door-${state}`);
      part(door, '.state').textContent = this.#say(`state-${state}`);
    }
    if (!mine[0]) return;
    this.#pointOn(continueAt(mine, progress));
    const count = mine.filter((outline) => doorState(outline, progress) !== 'finished').length;
    const isAllOpen = count === 0;
    const left = part(this, '.left');
    left.hidden = isAllOpen || count === mine.length;
    left.textContent = this.#say('left', { count });
    part(this, '.all-open').hidden = !isAllOpen;
    part(this, '.onwards').hidden = isAllOpen;
  }

  #pointOn(place: ReturnType<typeof continueAt>): void {
    const link = part<HTMLAnchorElement>(this, '.go');
    part(this, '.go-word').textContent = place ? this.#say('continue') : this.#start.text;
    if (!place) {
      // Nothing of a person who was here before stays for the next one.
      link.href = this.#start.address;
      part(this, '.where').textContent = '';
      return;
    }
    const door = part(this, `[data-module="${CSS.escape(place.module)}"]`);
    const step = part(door, `[data-step="${CSS.escape(place.step)}"]`);
    const address = step.dataset['address'] ?? '';
    link.href = place.card ? `${address}#${place.card}` : address;
    part(this, '.where').textContent = this.#say('continue-at', {
      module: part(door, '.door-title').textContent,
      lesson: step.textContent.trim(),
    });
  }
}

customElements.define('dastak-corridor', CorridorElement);
