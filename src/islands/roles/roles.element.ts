import { setting } from '../../domain/actions.ts';
import { store } from '../../store/browser-store.ts';
import { enable, onPress, part } from '../dom.ts';
import { follow } from '../follow.ts';

/** Lets the learner choose a role once and change it whenever they like. */
class RolesElement extends HTMLElement {
  #isChoosing = false;

  connectedCallback(): void {
    enable(this);
    onPress(this, ({ dataset: { role } }) => {
      this.#isChoosing = !role;
      if (role) store().dispatch(setting('role', role));
      this.#redraw();
      part(this, role ? '.change' : 'h2').focus();
    });
    follow(() => this.#redraw());
  }

  #redraw(): void {
    const role = store().progress().settings['role'] ?? '';
    const chosen = this.querySelector<HTMLElement>(`[data-role="${CSS.escape(role)}"]`);
    part(this, '.current').hidden = !chosen || this.#isChoosing;
    part(this, '.choose').hidden = Boolean(chosen) && !this.#isChoosing;
    part(this, '.current-name').textContent = chosen?.dataset['name'] ?? '';
  }
}

customElements.define('dastak-roles', RolesElement);
