import type { Disposable, Page } from '@playwright/test';

/** A page of the course as a learner has brought it about, in whichever language. */
export interface PageState {
  name: string;
  /** The page's address below that of its language. */
  path: string;
  /** Whether a sheet of its own is printed in place of what the screen shows. */
  isSheet?: true;
  /** Does what must be so before the page opens, such as a store that cannot be written, and gives what takes it back. */
  before?(page: Page): Promise<Disposable>;
  /** Does what brings the state about, once the page is there. */
  reach?(page: Page): Promise<void>;
}

/** By the name of a state what brings it about; null where the page opens in it. */
type States = Readonly<Record<string, PageState['reach'] | null>>;

/** States of one page, by its address below that of its language. */
export const statesAt = (path: string, states: States): PageState[] =>
  Object.entries(states).map(([name, reach]) => ({ name, path, ...(reach && { reach }) }));

/** The same for a page that prints a sheet of its own. */
export const sheetsAt = (path: string, states: States): PageState[] =>
  statesAt(path, states).map((state) => ({ ...state, isSheet: true }));

/**
 * Opens the page of a state and brings the state about; what it needed beforehand holds for no page that is opened later.
 * @param page one that keeps nothing yet
 * @param site the address of the built site, with `/` at its end
 */
export async function openState(
  page: Page,
  site: string,
  language: string,
  { path, before, reach }: PageState,
): Promise<void> {
  const prepared = await before?.(page);
  await page.goto(`${site}${language}/${path}`);
  await reach?.(page);
  await prepared?.dispose();
}
