/** Leaves at once for a neutral page: by its link, or by pressing Shift three times and nothing else. */
class ExitElement extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a') as HTMLAnchorElement;
    const leave = () => {
      document.title = this.dataset['blank'] ?? '';
      document.body.hidden = true;
      location.replace(link.href);
    };
    let presses = 0;
    link.addEventListener('click', (event) => {
      event.preventDefault();
      leave();
    });
    document.addEventListener('keyup', ({ key }) => {
      presses = key === 'Shift' ? presses + 1 : 0;
      if (presses === 3) leave();
    });
    // A page kept for the back button must not come back blank.
    window.addEventListener('pageshow', () => {
      document.body.hidden = false;
    });
  }
}

customElements.define('dastak-exit', ExitElement);
