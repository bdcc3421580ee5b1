/** The face of a question, as in `quiz.yml`. */
export type ItemKind = 'single' | 'several' | 'sort' | 'order' | 'rewrite' | 'scale';

/** What a page must know to judge an answer: letters of the right options, in the right order for `order`. */
export interface Key {
  kind: ItemKind;
  right: readonly string[];
}

export type Verdict = 'right' | 'wrong' | 'noted';

/**
 * Judges an answer.
 * @param choice option letters; for `order` in the order chosen, for `rewrite` `keep` or `rewrite`, for `scale` `1` to `5`
 * @returns `noted` for a scale, which has no right answer
 */
export function judge({ kind, right }: Key, choice: readonly string[]): Verdict {
  if (kind === 'scale') return 'noted';
  const isRight =
    kind === 'order'
      ? choice.join() === right.join()
      : choice.length === right.length && choice.every((letter) => right.includes(letter));
  return isRight ? 'right' : 'wrong';
}

/**
 * Letters of the options that an answer judged wrongly: chosen though weak, or left out though right.
 * @returns every right letter when the answer is right, so that the reason is told as well
 */
export function toExplain(key: Key, choice: readonly string[], all: readonly string[]): string[] {
  if (key.kind === 'sort' || judge(key, choice) === 'wrong') {
    const misjudged = all.filter(
      (letter) => choice.includes(letter) !== key.right.includes(letter),
    );
    if (key.kind === 'single') return misjudged.filter((letter) => choice.includes(letter));
    if (misjudged.length > 0) return misjudged;
  }
  return key.kind === 'sort' ? [...all] : [...key.right];
}
