/** A list that says it was made later than this after now would stand in the way of every true one. */
const CLOCK_SLACK = 24 * 60 * 60;

/**
 * Of several copies of a list of withdrawn credentials the one that was made last; whoever reads it checks its signature.
 * @param now in seconds
 * @returns empty where none of the texts is a list, such as the sign-in page of a network
 */
export function lastMade(texts: readonly string[], now: number): string {
  let [last, latest] = ['', 0];
  for (const text of texts) {
    const made = madeAt(text);
    if (made > latest && made < now + CLOCK_SLACK) [last, latest] = [text, made];
  }
  return last;
}

/** Reads no more than the moment, as the list's maker wrote it: the worker that asks stays small. */
function madeAt(text: string): number {
  try {
    const [, payload = ''] = text.split('.');
    const json = atob(payload.replace(/-/g, '+').replace(/_/g, '/'));
    return Number(/"nbf":(\d+)/.exec(json)?.[1] ?? 0);
  } catch {
    return 0;
  }
}
