import type { Kept } from '../../offline/message.ts';
import { keep, offlineState, onOffline, switchEdition } from '../../offline/page.ts';
import { type Strings, stringsOf } from '../strings/strings.ts';

const kilobytes = (bytes: number) => Math.ceil(bytes / 1000);

/** Says in words how much of the course is on this phone, fetches more on request, and asks before a newer edition. */
class OfflineElement extends HTMLElement {
  #say: Strings = () => '';
  #names: Record<string, string> = {};

  connectedCallback(): void {
    this.#say = stringsOf(this);
    this.#names = JSON.parse(this.dataset['names'] ?? '{}');
    this.addEventListener('click', ({ target }) => {
      const { do: action, lang = '' } = (target as Element).closest('button')?.dataset ?? {};
      if (action === 'switch') switchEdition();
      if (action === 'keep') keep(lang, true);
    });
    this.#redraw();
    onOffline(() => this.#redraw());
  }

  #redraw(): void {
    const { phase, kept, hasNewer, isSaving } = offlineState();
    for (const part of this.querySelectorAll<HTMLElement>('[data-phase]')) {
      part.hidden = part.dataset['phase'] !== phase;
    }
    this.#show('.newer', hasNewer);
    this.#show('.saving', isSaving && kept.some(({ state }) => state === 'none'));
    for (const row of this.querySelectorAll<HTMLElement>('[data-lang]:not(button)')) {
      const one = kept.find(({ lang }) => lang === row.dataset['lang']);
      row.hidden = !one;
      if (one) this.#tell(row, one);
    }
    // On the map a line stands only where something is to be said.
    this.hidden =
      this.dataset['quiet'] !== undefined &&
      !hasNewer &&
      !this.querySelector('[data-lang]:not(button):not([hidden])');
  }

  #tell(row: HTMLElement, { lang, state, bytes, total, modules }: Kept): void {
    const doors = modules.map((id) => this.#names[id] ?? id).join(', ');
    const text = this.#say(state === 'full' && doors === '' ? 'full-none' : state, {
      language: row.dataset['name'] ?? lang,
      have: kilobytes(bytes),
      size: kilobytes(total),
      doors,
    });
    const told = row.querySelector('.told');
    if (told && told.textContent !== text) {
      // Read out when something has come about, not at every step of a download.
      told.ariaLive = row.dataset['state'] === state ? 'off' : 'polite';
      told.textContent = text;
    }
    row.dataset['state'] = state;
    const button = row.querySelector('button');
    if (!button) return;
    button.disabled = false;
    button.hidden = state === 'whole' || state === 'loading';
    button.textContent = this.#say(state === 'none' ? 'keep' : 'keep-on', {
      size: kilobytes(total - bytes),
    });
    if (this.dataset['quiet'] !== undefined) row.hidden = state === 'whole' || state === 'loading';
  }

  #show(selector: string, isShown: boolean): void {
    this.querySelector(selector)?.toggleAttribute('hidden', !isShown);
  }
}

customElements.define('dastak-offline', OfflineElement);
