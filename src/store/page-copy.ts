import { openSecondCopy, type SecondCopy } from './second-copy.ts';

/** Milliseconds after which no frame is waited for: some windows draw none and are not hidden. */
const LONGEST_FRAME = 500;

/**
 * Opens the second copy of a page's browser. What is to be kept in it waits until the screen shows what was pressed, and not
 * for a page that is hidden or left.
 * @param page the window
 * @param name of the database
 * @param oldName see `openSecondCopy`
 */
export function openPageCopy(
  page: Window & typeof globalThis,
  name: string,
  oldName: string,
): SecondCopy {
  const copy = openSecondCopy(() => page.indexedDB, name, oldName);
  const isHidden = () => page.document.visibilityState === 'hidden';
  let goOn = () => {};
  let showing: Promise<void> | undefined;
  function shown(): Promise<void> {
    showing ??= new Promise<void>((done) => {
      goOn = done;
      if (isHidden()) done();
      page.requestAnimationFrame(() => setTimeout(done));
      setTimeout(done, LONGEST_FRAME);
    }).then(() => {
      showing = undefined;
    });
    return showing;
  }
  page.addEventListener('pagehide', () => goOn());
  page.document.addEventListener('visibilitychange', () => {
    if (isHidden()) goOn();
  });
  return {
    ...copy,
    async keep(profile, events) {
      await shown();
      return copy.keep(profile, events);
    },
  };
}
