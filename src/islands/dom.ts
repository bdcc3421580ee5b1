// What the islands' scripts do with the page. Each of these stands once, so that a missed name is found at once.

/**
 * The one element of an island that its script cannot do without.
 * @throws Error that names the island and the selector; the browser reports it, and the other islands go on
 */
export function part<Part extends Element = HTMLElement>(
  host: Element | DocumentFragment,
  selector: string,
): Part {
  const found = host.querySelector<Part>(selector);
  if (found) return found;
  let island: Node = host;
  while (island.parentNode && !island.nodeName.includes('-')) island = island.parentNode;
  throw new Error(
    `${island.nodeName.toLowerCase()}: no element matches "${selector}". Correct the selector, or give the element back to the island's .astro file: its script shows nothing rather than half.`,
  );
}

/** All elements within an island that match; none is no problem. */
export const parts = <Part extends HTMLElement = HTMLElement>(
  host: Element | DocumentFragment,
  selector: string,
): Part[] => [...host.querySelectorAll<Part>(selector)];

/**
 * Makes an element; what goes into it is text, never markup.
 * @param name a tag and classes, such as `li.line.coach`
 */
export function made(name: string, ...content: (Node | string)[]): HTMLElement {
  const [tag = '', ...classes] = name.split('.');
  const element = document.createElement(tag);
  if (classes.length > 0) element.className = classes.join(' ');
  element.append(...content);
  return element;
}

/** Puts content in the place of what an element holds; `replaceChildren` is newer than the phones that we serve. */
export function refill(host: Element, ...content: (Node | string)[]): void {
  host.textContent = '';
  host.append(...content);
}

/** Copies the one element that a `<template>` holds. */
export const copied = (template: HTMLTemplateElement): HTMLElement =>
  document.importNode(template.content, true).firstElementChild as HTMLElement;

/**
 * Of elements that stand for different cases, shows those that stand for this one.
 * @param name the data attribute that says when each is shown, a list of words: `when` for `data-when="full memory"`
 */
export function showOnly(host: Element, name: string, value: string | null | undefined): void {
  for (const element of parts(host, `[data-${name}]`)) {
    element.hidden = !(element.dataset[name] ?? '').split(' ').includes(value ?? '-');
  }
}

/** Lets the controls work that wait for the script. */
export function enable(host: Element): void {
  for (const control of parts<HTMLButtonElement>(host, ':disabled')) control.disabled = false;
}

/** Hears of every press of a button within an island, also of those that are drawn later. */
export function onPress(host: Element, press: (button: HTMLButtonElement) => void): void {
  host.addEventListener('click', ({ target }) => {
    const button = target instanceof Element && target.closest('button');
    if (button) press(button);
  });
}

/** Hears of a radio that a finger or a mouse has pressed, and not of one that a key has moved to. */
export function onTap(host: Element, tap: (radio: HTMLInputElement) => void): void {
  let isByHand = false;
  for (const kind of ['pointerdown', 'keydown']) {
    host.addEventListener(kind, () => {
      isByHand = kind === 'pointerdown';
    });
  }
  host.addEventListener('click', ({ target }) => {
    if (isByHand && target instanceof HTMLInputElement && target.type === 'radio') tap(target);
  });
}

/** Hears of every form within an island that is sent, and sends nothing. */
export function onSubmit(host: Element, submit: (form: HTMLFormElement) => void): void {
  host.addEventListener('submit', (event) => {
    event.preventDefault();
    submit(event.target as HTMLFormElement);
  });
}
