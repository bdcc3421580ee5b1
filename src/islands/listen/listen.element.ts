import { part } from '../dom.ts';
import { stringsOf } from '../strings/strings.ts';
import type { Reading } from './reading.ts';

/** Reads the visible card aloud with a voice of the device; what it takes is fetched at the first press. */
class ListenElement extends HTMLElement {
  readonly #say = stringsOf(this);
  #reading: Reading | undefined;

  connectedCallback(): void {
    const button = part<HTMLButtonElement>(this, 'button');
    const speech = window.speechSynthesis;
    if (!speech || !document.querySelector('[data-listen]')) return;
    const allow = () => {
      button.disabled = !this.#voice();
    };
    allow();
    speech.addEventListener?.('voiceschanged', allow);
    button.addEventListener('click', () => void this.#press());
    document.addEventListener('dastak:card', () => this.#reading?.stop());
    window.addEventListener('pagehide', () => this.#reading?.stop());
  }

  #voice(): SpeechSynthesisVoice | undefined {
    const { lang } = document.documentElement;
    return speechSynthesis.getVoices().find((voice) => voice.lang.toLowerCase().startsWith(lang));
  }

  async #press(): Promise<void> {
    const voice = this.#voice();
    if (this.#reading) return this.#reading.stop();
    if (!voice) return;
    const { startReading } = await import('./reading.ts');
    this.#reading = startReading(voice, () => {
      this.#reading = undefined;
      this.#show(false);
    });
    this.#show(true);
  }

  #show(isReading: boolean): void {
    part(this, '.word').textContent = this.#say(isReading ? 'listen-stop' : 'listen');
  }
}

customElements.define('dastak-listen', ListenElement);
