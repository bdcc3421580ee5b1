import type { Kept } from '../../offline/message.ts';
import { keep, offlineState, onOffline, switchRelease } from '../../offline/page.ts';
import { onPress, part, parts, showOnly } from '../dom.ts';
import { stringsOf } from '../strings/strings.ts';

const kilobytes = (bytes: number) => Math.ceil(bytes / 1000);

/** Says in words how much of the course is on this phone, fetches more on request, and asks before a newer release. */
class OfflineElement extends HTMLElement {
  readonly #say = stringsOf(this);
  #names: Record<string, string> = {};

  connectedCallback(): void {
    this.#names = JSON.parse(this.dataset['names'] ?? '{}');
    onPress(this, ({ dataset: { do: action, lang = '' } }) => {
      if (action === 'switch') switchRelease();
      if (action === 'keep') keep(lang, true);
    });
    this.#redraw();
    onOffline(() => this.#redraw());
  }

  #redraw(): void {
    const { phase, kept, hasNewer, isSaving } = offlineState();
    showOnly(this, 'phase', phase);
    part(this, '.newer').hidden = !hasNewer;
    const isWaiting = isSaving && kept.some(({ state }) => state === 'none');
    // The quiet line has no such sentence.
    for (const saving of parts(this, '.saving')) saving.hidden = !isWaiting;
    for (const row of parts(this, '[data-lang]:not(button)')) {
      const one = kept.find(({ lang }) => lang === row.dataset['lang']);
      row.hidden = !one;
      if (one) this.#show(row, one);
    }
    // On the map a line stands only where something is to be said.
    this.hidden =
      this.dataset['quiet'] !== undefined &&
      !hasNewer &&
      !this.querySelector('[data-lang]:not(button):not([hidden])');
  }

  #show(row: HTMLElement, { lang, state, bytes, total, hasHelp, modules }: Kept): void {
    const doors = modules.map((id) => this.#names[id] ?? id).join(', ');
    const full = hasHelp ? 'full-help' : 'full-none';
    const text = this.#say(state === 'full' && doors === '' ? full : state, {
      language: row.dataset['name'] ?? lang,
      have: kilobytes(bytes),
      size: kilobytes(total),
      doors,
    });
    const message = part(row, '.message');
    if (message.textContent !== text) {
      // Read out when something has come about, not at every step of a download.
      message.setAttribute('aria-live', row.dataset['state'] === state ? 'off' : 'polite');
      message.textContent = text;
    }
    row.dataset['state'] = state;
    const button = part<HTMLButtonElement>(row, 'button');
    button.disabled = false;
    button.hidden = state === 'whole' || state === 'loading';
    button.textContent = this.#say(state === 'none' ? 'keep' : 'keep-on', {
      size: kilobytes(total - bytes),
    });
    if (this.dataset['quiet'] !== undefined) row.hidden = state === 'whole' || state === 'loading';
  }
}

customElements.define('dastak-offline', OfflineElement);
