/** Fewest single-letter changes (insert, delete, replace, swap of neighbours) from one text to another. */
function changesBetween(a: string, b: string): number {
  const width = b.length + 1;
  const table = Array.from({ length: (a.length + 1) * width }, (_, cell) =>
    cell < width ? cell : cell % width === 0 ? cell / width : 0,
  );
  const at = (row: number, column: number) => table[row * width + column] ?? 0;
  for (let row = 1; row <= a.length; row += 1) {
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      const swapped =
        row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      table[row * width + column] = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (same ? 0 : 1),
        swapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  }
  return at(a.length, b.length);
}

/**
 * The known word that somebody most likely meant.
 * @param word what was written
 * @param known the words that are allowed
 * @returns the nearest word within a third of the letters, one for a very short word, or undefined
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const written = word.toLowerCase().slice(0, 80);
  const allowed = written.length < 5 ? 1 : Math.max(2, Math.floor(written.length / 3));
  let best: { word: string; changes: number } | undefined;
  for (const candidate of known) {
    if (Math.abs(candidate.length - written.length) > allowed) continue;
    const changes = changesBetween(written, candidate.toLowerCase());
    const isClose = changes <= allowed && changes < candidate.length;
    if (isClose && (!best || changes < best.changes)) best = { word: candidate, changes };
  }
  return best?.word;
}

/**
 * A correction for a word that is not among the known ones.
 * @param kind what the words are, in the plural, e.g. `keys`
 * @returns e.g. `Did you mean “promise”?` or the list of what is known
 */
export function suggestion(word: string, known: readonly string[], kind: string): string {
  const meant = nearest(word, known);
  if (meant !== undefined) return `Did you mean “${meant}”?`;
  return known.length > 0
    ? `The ${kind} known here are: ${known.join(', ')}.`
    : `No ${kind} are known here.`;
}

/** The text as an id: lower-case Latin letters, digits and hyphens; `new-id` where nothing of it can be used. */
export function textToId(text: string): string {
  const id = text
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[-0-9]+|-+$/g, '');
  return id === '' ? 'new-id' : id;
}
