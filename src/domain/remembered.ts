/**
 * The function with each answer kept: a text uses few words many times, a register few places, and many rules ask the
 * same of one content.
 * @param known where answers are kept; a `WeakMap` lets them go with what they are about
 */
export function remembered<Key, Answer>(
  answerTo: (key: Key) => Answer,
  known: { get(key: Key): Answer | undefined; set(key: Key, answer: Answer): unknown } = new Map(),
): (key: Key) => Answer {
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const answer = answerTo(key);
    known.set(key, answer);
    return answer;
  };
}
