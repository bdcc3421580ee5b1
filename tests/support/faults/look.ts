/** What the searches for faults ask of a page; put there by `installLook`. */
export interface Look {
  /** The element in a sentence: its tag, id, classes and first words. */
  nameOf(element: Element): string;
  isSeen(element: Element): boolean;
  /** Elements of the page that are shown. */
  seen(): Element[];
  /** Links, buttons and fields that are shown and can be used. */
  controls(): HTMLElement[];
  /** Whether the element has words of its own, not only in its children. */
  hasOwnText(element: Element): boolean;
  /** The colour on which the element stands, as red, green, blue; with `isOwn` its own ground counts. */
  groundOf(element: Element, isOwn?: boolean): number[];
  /**
   * The contrast of a colour of CSS against a ground as WCAG counts it, from 1 to 21.
   * @param veil how much of the colour is left of 1, where an element is translucent
   */
  contrast(colour: string, ground: readonly number[], veil?: number): number;
  /**
   * The width of the border that stands out from its ground by 3 to 1 on all sides, or below as a line to write on; 0
   * where it does not.
   */
  edgeOf(element: Element): number;
}

declare global {
  interface Window {
    look: Look;
  }
}

/** Run in a page, once, before any search for faults. */
export function installLook(): void {
  const { body } = document;
  type Colour = [number, number, number, number];
  const isSeen = (element: Element) => element.checkVisibility({ visibilityProperty: true });
  const read = (text: string): Colour => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
    const times = text.startsWith('color(') ? 255 : 1;
    return [red * times, green * times, blue * times, alpha];
  };
  const over = ([red, green, blue, alpha]: Colour, ground: readonly number[]) =>
    [red, green, blue].map((part, at) => part * alpha + (ground[at] ?? 0) * (1 - alpha));
  const luminance = (colour: readonly number[]) => {
    const [red = 0, green = 0, blue = 0] = colour.map((part) => {
      const share = part / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const groundOf = (element: Element, isOwn = false): number[] => {
    const grounds: Colour[] = [];
    for (let at = isOwn ? element : element.parentElement; at; at = at.parentElement) {
      const colour = read(getComputedStyle(at).backgroundColor);
      grounds.push(colour);
      if (colour[3] === 1) break;
    }
    const canvas = matchMedia('(forced-colors: active) and (prefers-color-scheme: dark)').matches
      ? [0, 0, 0]
      : [255, 255, 255];
    return grounds.reduceRight((under, colour) => over(colour, under), canvas);
  };
  const contrast = (text: string, ground: readonly number[], veil = 1) => {
    const [red, green, blue, alpha] = read(text);
    const colour = over([red, green, blue, alpha * veil], ground);
    const [dark = 0, light = 0] = [luminance(colour), luminance(ground)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  window.look = {
    nameOf: (element) => {
      const { id, className } = element;
      const classes =
        typeof className === 'string' ? className.trim().split(/\s+/).filter(Boolean) : [];
      const words = (element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 30);
      const name = element.getAttribute('name');
      return `<${element.tagName.toLowerCase()}${id && `#${id}`}${classes.map((one) => `.${one}`).join('')}${name ? ` name=${name}` : ''}> “${words}”`;
    },
    isSeen,
    seen: () => [...body.querySelectorAll('*')].filter(isSeen),
    controls: () =>
      [
        ...body.querySelectorAll<HTMLElement>(
          'a[href], button, summary, input:not([type=hidden]), select, textarea',
        ),
      ].filter((control) => isSeen(control) && !control.matches(':disabled')),
    hasOwnText: (element) =>
      [...element.childNodes].some(({ nodeType, textContent }) => {
        return nodeType === 3 && Boolean(textContent?.trim());
      }),
    groundOf,
    contrast,
    edgeOf: (element) => {
      const style = getComputedStyle(element);
      const grounds = [groundOf(element), groundOf(element, true)];
      const widths = (['Top', 'Right', 'Bottom', 'Left'] as const).map((side) => {
        const isDrawn = !/none|hidden/.test(style[`border${side}Style`]);
        const isClear = grounds.some(
          (ground) => contrast(style[`border${side}Color`], ground) >= 3,
        );
        return isDrawn && isClear ? Number.parseFloat(style[`border${side}Width`]) : 0;
      });
      return Math.max(Math.min(...widths), widths[2] ?? 0);
    },
  };
}
