import type { Page } from '@playwright/test';

/** A learner's finger on a phone: reads, scrolls and taps, and counts both. */
export class TapCounter {
  readonly #page: Page;
  #taps = 0;
  #pixels = 0;

  /** @param page a page of a phone's size */
  constructor(page: Page) {
    this.#page = page;
  }

  /** Scrolls until all that matches was in view, down to its end. */
  async read(selector: string): Promise<void> {
    this.#pixels += await this.#page.evaluate(showAll, selector);
  }

  /** Presses the first visible control that matches, once it can be pressed. */
  async press(selector: string): Promise<void> {
    const control = this.#page.locator(selector).locator('visible=true').first();
    await control.waitFor();
    await control.evaluate((element) => element.setAttribute('data-pressed', ''));
    await this.read('[data-pressed]');
    await control.evaluate((element) => element.removeAttribute('data-pressed'));
    this.#taps += 1;
    await control.tap();
  }

  /** Presses a link and waits for the page that it leads to. */
  async follow(selector: string): Promise<void> {
    const { pathname } = new URL(this.#page.url());
    await this.press(selector);
    await this.#page.waitForURL((url) => url.pathname !== pathname);
  }

  /** Taps and screens since it was asked last. @param screen the height of a screen in pixels */
  spent(screen: number): { taps: number; screens: number } {
    const spent = { taps: this.#taps, screens: this.#pixels / screen };
    this.#taps = 0;
    this.#pixels = 0;
    return spent;
  }
}

/** Runs in the page: scrolls as little as shows the end of what matches, or its beginning above. @returns how far, in pixels */
function showAll(selector: string): number {
  const bars = [...document.querySelectorAll('.bar, .card-steps')]
    .filter((bar) => ['fixed', 'sticky'].includes(getComputedStyle(bar).position))
    .map((bar) => bar.getBoundingClientRect());
  const end = Math.min(innerHeight, ...bars.filter(({ height }) => height).map(({ top }) => top));
  const boxes = [...document.querySelectorAll(selector)]
    .filter((one) => !one.closest('.bar, .card-steps'))
    .flatMap((one) => [...one.getClientRects()]);
  if (boxes.length === 0) return 0;
  const below = Math.max(...boxes.map(({ bottom }) => bottom)) - end;
  const above = Math.min(0, ...boxes.map(({ top }) => top));
  // Looking up for what has scrolled away ends where its end would leave the screen below.
  const by = below > 0 ? below : Math.max(above, below);
  const before = scrollY;
  scrollBy({ top: by, behavior: 'instant' });
  return Math.abs(scrollY - before);
}
