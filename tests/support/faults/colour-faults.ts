/**
 * Run in a page: words that stand out from their ground by less than 4.5 to 1, or 3 to 1 where they are large, one sentence
 * each; of a field the words that are written in it. It tells what the system's own colours do too, which axe cannot, and
 * takes a fiftieth of the time.
 */
export function textFaults(): string[] {
  const { nameOf, seen, hasOwnText, contrast, groundOf } = window.look;
  const WRITTEN_IN =
    'select, textarea, input:not([type=radio], [type=checkbox], [type=file], [type=range], [type=color])';
  const elements = seen();
  const translucent = elements
    .map((element) => ({ element, opacity: Number(getComputedStyle(element).opacity) }))
    .filter(({ opacity }) => opacity < 1);
  const veilOf = (element: Element) =>
    translucent.reduce(
      (veil, { element: outer, opacity }) => (outer.contains(element) ? veil * opacity : veil),
      1,
    );
  return elements.flatMap((element) => {
    if (!hasOwnText(element) && !element.matches(WRITTEN_IN)) return [];
    if (element.closest(':disabled, svg, option, .visually-hidden')) return [];
    const { color, fontSize, fontWeight } = getComputedStyle(element);
    const pixels = Number.parseFloat(fontSize);
    const isLarge = pixels >= 24 || (pixels >= 18.66 && Number(fontWeight) >= 700);
    const found = contrast(color, groundOf(element, true), veilOf(element));
    return found < (isLarge ? 3 : 4.5)
      ? [`words stand out by ${found.toFixed(1)} to 1 only: ${nameOf(element)}`]
      : [];
  });
}

/** Run in a page: fields whose edge does not stand out from the page by 3 to 1, one sentence each. */
export function edgeFaults(): string[] {
  const { nameOf, controls, edgeOf } = window.look;
  return controls()
    .filter((control) =>
      control.matches('input:not([type=radio], [type=checkbox], [type=file]), select, textarea'),
    )
    .filter((field) => edgeOf(field) < 1)
    .map((field) => `the edge of a field can hardly be seen: ${nameOf(field)}`);
}

interface Painted {
  element: Element;
  /** The part before or after the element that is meant, or the element itself. */
  part: '::before' | '::after' | null;
}

declare global {
  interface Window {
    painted: Painted[];
  }
}

/** Run in a page in its own colours: keeps what is told by a ground alone, without words, for `forcedFaults`. */
export function rememberPaint(): void {
  const { seen, contrast, groundOf, edgeOf } = window.look;
  const parts = ['::before', '::after', null] as const;
  window.painted = seen().flatMap((element) => {
    if (element.closest('svg, canvas')) return [];
    return parts.flatMap((part): Painted[] => {
      const style = getComputedStyle(element, part);
      if (
        part ? style.content !== '""' : element.children.length > 0 || element.textContent?.trim()
      )
        return [];
      if (!part && edgeOf(element) > 0) return [];
      const isPainted =
        style.backgroundImage !== 'none' ||
        contrast(style.backgroundColor, groundOf(element, part !== null)) > 1.3;
      return isPainted ? [{ element, part }] : [];
    });
  });
}

/** Run in the same page when the system sets its colours: what has lost its meaning with the page's own, one sentence each. */
export function forcedFaults(): string[] {
  const { nameOf, seen, controls, contrast, groundOf, edgeOf } = window.look;
  const faults: string[] = [];
  for (const { element, part } of window.painted) {
    const style = getComputedStyle(element, part);
    const ground = groundOf(element, part !== null);
    const isSeen =
      contrast(style.backgroundColor, ground) > 1.3 ||
      style.backgroundImage.includes('url(') ||
      (Number.parseFloat(style.borderTopWidth) > 0 && contrast(style.borderTopColor, ground) > 1.3);
    if (!isSeen && element.matches(':not(progress, meter, input)'))
      faults.push(
        `vanishes where the system sets the colours: ${part ? `${part} of ` : ''}${nameOf(element)}`,
      );
  }
  for (const control of controls()) {
    if (
      !control.matches(
        '.button, input:not([type=radio], [type=checkbox], [type=file]), select, textarea',
      )
    )
      continue;
    if (edgeOf(control) < 1)
      faults.push(`has no edge where the system sets the colours: ${nameOf(control)}`);
  }
  const looksOf = (element: Element) =>
    [element, ...element.querySelectorAll('*')]
      .map((one) => {
        const style = getComputedStyle(one);
        return [style.borderStyle, style.borderWidth, style.borderColor, style.outlineStyle]
          .concat(style.fontWeight, style.textDecorationLine, style.color, style.display)
          .concat(String(groundOf(one, true)))
          .join();
      })
      .join(';');
  const isChosen = '[aria-current], [aria-pressed=true], [aria-selected=true]';
  const chosen = seen().filter((element) => {
    if (element.matches(isChosen)) return true;
    // The browser's own radio buttons and ticks show by themselves.
    const box = element.querySelector(':scope > input:checked')?.getBoundingClientRect();
    return element.matches('label') && box !== undefined && box.width < 8;
  });
  const shown = seen();
  for (const element of chosen) {
    const others = shown.filter(
      (other) =>
        other.tagName === element.tagName &&
        other.className === element.className &&
        other.childElementCount === element.childElementCount &&
        !chosen.includes(other),
    );
    const before = looksOf(element);
    const isPressed = element.getAttribute('aria-pressed') === 'true';
    if (isPressed) element.setAttribute('aria-pressed', 'false');
    if ((isPressed && looksOf(element) === before) || others.some((one) => looksOf(one) === before))
      faults.push(`looks like what is not chosen: ${nameOf(element)}`);
    if (isPressed) element.setAttribute('aria-pressed', 'true');
  }
  for (const drawing of document.body.querySelectorAll('svg')) {
    if (!window.look.isSeen(drawing)) continue;
    const ground = groundOf(drawing);
    const shapes = [
      ...drawing.querySelectorAll('path, circle, rect, line, polyline, polygon, ellipse'),
    ];
    const isDrawn = shapes.some((shape) => {
      const { fill, stroke } = getComputedStyle(shape);
      return [fill, stroke].some((colour) => colour !== 'none' && contrast(colour, ground) >= 2);
    });
    if (shapes.length > 0 && !isDrawn)
      faults.push(`a drawing vanishes in: ${nameOf(drawing.parentElement ?? drawing)}`);
  }
  return [...new Set(faults)];
}
