import { isNamed } from '../exports/fragment.ts';

/**
 * Hears of what a link brings along, now and while the page is open. It is taken out of the address, so that nobody's name
 * or code stays in the history.
 * @param names what a fragment may be called, see `exports/fragment.ts`
 * @param take gets the fragment
 */
export function onArrival(names: readonly string[], take: (fragment: string) => void): void {
  const look = () => {
    const { hash, pathname, search } = location;
    if (!names.some((name) => isNamed(hash, name))) return;
    history.replaceState(null, '', pathname + search);
    take(hash);
  };
  addEventListener('hashchange', look);
  look();
}
