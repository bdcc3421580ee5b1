import { store } from '../../store/browser-store.ts';

/** Marks the finished steps in a list of a door's lessons. */
class StepsElement extends HTMLElement {
  connectedCallback(): void {
    this.#redraw();
    store().subscribe(() => this.#redraw());
  }

  #redraw(): void {
    const { done } = store().progress();
    for (const step of this.querySelectorAll<HTMLElement>('[data-step]')) {
      if ((step.dataset['step'] ?? '') in done)
        step.dataset['done'] = this.dataset['textDone'] ?? '';
      else delete step.dataset['done'];
    }
  }
}

customElements.define('dastak-steps', StepsElement);
