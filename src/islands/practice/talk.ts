import type { Translate } from '../../i18n/translator.ts';

/** Whether an act was right or a slip, with the word for it. */
export interface Mark {
  readonly is: 'right' | 'slip';
  readonly word: string;
}

/** What the coach may call an act. */
export const coachMarks = (t: Translate) =>
  ({
    right: { is: 'right', word: t('scenario.coach-right') },
    slip: { is: 'slip', word: t('scenario.coach-slip') },
  }) satisfies Record<string, Mark>;

/** A line of a practice, in one language. */
export interface TalkLine {
  readonly key: string;
  /** What is said, in one bubble or several. */
  readonly bubbles: readonly string[];
  /** `scene`, `says`, `you`, `thought` or `coach`; left out, it never stands in the talk itself. */
  readonly look?: string | undefined;
  readonly speaker?: string | undefined;
  /** What the coach calls the act, for the eye and for the ear; a mixed one is called nothing. */
  readonly mark?: Mark | undefined;
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

/** The lines in groups of one look, speaker and language each; every group has at least one. */
export function linesByLook(lines: readonly TalkLine[]): [TalkLine, ...TalkLine[]][] {
  const groups = new Map<string, [TalkLine, ...TalkLine[]]>();
  for (const line of lines) {
    const { look, speaker, lang, isChat, mark } = line;
    const key = JSON.stringify([look, speaker, lang, isChat, mark]);
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return [...groups.values()];
}
