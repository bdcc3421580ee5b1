/** Where a tab keeps which doors it has shown the light of, as door and minute. */
const SHOWN = 'dastak-light';
/** So many minutes after it was finished a door's light may still come on. */
const FRESH = 10;

/** Whether a door's light comes on now: once, for who has just finished it. @param at the minute at which that was */
export function lightsUp(door: string, at: number): boolean {
  if (Date.now() / 60_000 - at > FRESH) return false;
  const light = `${door}@${at}`;
  try {
    const shown = sessionStorage.getItem(SHOWN)?.split(' ') ?? [];
    if (shown.includes(light)) return false;
    sessionStorage.setItem(SHOWN, [...shown, light].join(' '));
  } catch {
    // Where nothing may be stored, the light comes on once more.
  }
  return true;
}
