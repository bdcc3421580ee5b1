/** Answers of earlier runs, so that only what has changed is worked out anew. */
export interface Cache {
  /**
   * An answer that depends on nothing but its inputs and the code.
   * @param rule the name of what is asked, so that two rules with the same inputs are told apart
   * @param inputs everything that the answer is made from
   * @param compute makes the answer, which must survive being written as JSON, from these inputs alone
   */
  remember<Answer>(rule: string, inputs: readonly string[], compute: () => Answer): Answer;
  /** A short text that stands for long inputs which many answers share. */
  digest(inputs: readonly string[]): string;
}

/** A cache that remembers nothing. */
export const noCache: Cache = {
  remember: (_rule, _inputs, compute) => compute(),
  digest: () => '',
};
