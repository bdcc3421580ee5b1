/** A link onwards from a practice. */
export interface PracticeWay {
  readonly address: string;
  readonly text: string;
  /** Whose way it is, ids parted by spaces; left out, everybody's. */
  readonly roles?: string;
  /** Whether it stands back behind another way. */
  readonly isQuiet?: boolean;
}
