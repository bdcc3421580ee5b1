import { setting } from '../../domain/actions.ts';
import { store } from '../../store/browser-store.ts';

/** Lets the learner choose a role once and change it whenever they like. */
class RolesElement extends HTMLElement {
  #isChoosing = false;

  connectedCallback(): void {
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-role]')) {
      button.disabled = false;
      button.addEventListener('click', () => {
        this.#isChoosing = false;
        store().dispatch(setting('role', button.dataset['role'] ?? ''));
        this.#redraw();
        this.querySelector<HTMLElement>('.change')?.focus();
      });
    }
    this.querySelector('.change')?.addEventListener('click', () => {
      this.#isChoosing = true;
      this.#redraw();
      this.querySelector<HTMLElement>('h2')?.focus();
    });
    this.#redraw();
    store().subscribe(() => this.#redraw());
  }

  #redraw(): void {
    const role = store().progress().settings['role'];
    const chosen = role
      ? this.querySelector<HTMLElement>(`[data-role="${CSS.escape(role)}"]`)
      : null;
    const current = this.querySelector<HTMLElement>('.current');
    const choose = this.querySelector<HTMLElement>('.choose');
    if (current) current.hidden = !chosen || this.#isChoosing;
    if (choose) choose.hidden = Boolean(chosen) && !this.#isChoosing;
    const name = this.querySelector('.current-name');
    if (name) name.textContent = chosen?.dataset['name'] ?? '';
  }
}

customElements.define('dastak-roles', RolesElement);
