import { store } from '../../store/browser-store.ts';
import { parts } from '../dom.ts';
import { follow } from '../follow.ts';
import { stringsOf } from '../strings/strings.ts';

/** Marks the finished steps in a list of a door's lessons. */
class StepsElement extends HTMLElement {
  connectedCallback(): void {
    const say = stringsOf(this);
    follow(() => {
      const { done } = store().progress();
      for (const { dataset } of parts(this, '[data-step]')) {
        if ((dataset['step'] ?? '') in done) dataset['done'] = say('done');
        else delete dataset['done'];
      }
    });
  }
}

customElements.define('dastak-steps', StepsElement);
