import type { Translate } from '../../i18n/translator.ts';

/** A link onwards from a practice. */
export interface PracticeWay {
  readonly address: string;
  readonly text: string;
  /** Whose way it is, ids parted by spaces; left out, everybody's. */
  readonly roles?: string;
  /** Whether it stands back behind another way. */
  readonly isQuiet?: boolean;
  /** Whether it leads back to a refresher, and is shown in place of the others to whoever comes from there. */
  readonly isBack?: boolean;
}

/** What every kind of practice is told beside its content. */
export interface PracticeProps {
  id: string;
  lang: string;
  t: Translate;
  /** Where the learner goes afterwards, or when they leave the practice out. */
  ways: readonly PracticeWay[];
  /** The page for somebody whom it is about. */
  me: string;
}

/**
 * The fragment of an address that leads into a practice as a part of a refresher. `BEGIN` leaves an earlier run aside,
 * so that the practice stands as before it was begun; once it is begun, `WITHIN` takes its place.
 */
export const BEGIN = '#begin-refresher';
export const WITHIN = '#refresher';
