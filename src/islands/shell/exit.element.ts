/** Leaves at once for a neutral page: by its link, or by pressing Shift three times. */
class ExitElement extends HTMLElement {
  #presses: number[] = [];

  connectedCallback(): void {
    this.querySelector('a')?.addEventListener('click', (event) => {
      event.preventDefault();
      this.#leave();
    });
    document.addEventListener('keyup', (event) => {
      this.#presses = event.key === 'Shift' ? [...this.#presses, event.timeStamp].slice(-3) : [];
      const [first] = this.#presses;
      if (this.#presses.length === 3 && first !== undefined && event.timeStamp - first < 2000)
        this.#leave();
    });
    // A page kept for the back button must not come back blank.
    window.addEventListener('pageshow', () => document.body.removeAttribute('hidden'));
  }

  #leave(): void {
    document.title = this.dataset['blank'] ?? '';
    document.body.hidden = true;
    location.replace(this.querySelector('a')?.href ?? 'about:blank');
  }
}

customElements.define('dastak-exit', ExitElement);
