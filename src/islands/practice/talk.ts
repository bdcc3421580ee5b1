/** A line of a practice, in one language. */
export interface TalkLine {
  readonly key: string;
  /** What is said, in one bubble or several. */
  readonly bubbles: readonly string[];
  /** `scene`, `says`, `you`, `thought` or `coach`; left out, it never stands in the talk itself. */
  readonly look?: string | undefined;
  readonly speaker?: string | undefined;
  /** The language of its letters, where that is not the page's. */
  readonly lang?: string | undefined;
  /** Whether it is typed, not spoken. */
  readonly isChat?: boolean;
}

/**
 * The lines that some keys name, in their order.
 * @param keys names without words are passed over
 */
export function linesByKey(lines: readonly TalkLine[], keys: readonly string[]): TalkLine[] {
  const byKey = new Map(lines.map((line) => [line.key, line]));
  return keys.flatMap((key) => byKey.get(key) ?? []);
}
