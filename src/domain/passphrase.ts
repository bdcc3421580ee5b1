/** A passphrase that locks a backup has at least so many letters: four or five words. */
const LEAST = 16;

/** What is amiss with a passphrase; each has its sentence in the `desk` group of `content/ui`. */
const passphraseProblems = ['short', 'same-letters', 'unlike'] as const;
export type PassphraseProblem = (typeof passphraseProblems)[number];

/**
 * Whether a passphrase is worth its lock. Length is asked for and variety, no capitals and no signs: several words that
 * go together only in one head are long, and can be kept there.
 * @param again the same, typed once more
 */
export function passphraseProblem(passphrase: string, again: string): PassphraseProblem | null {
  const letters = [...passphrase.normalize('NFKC').trim()];
  if (letters.length < LEAST) return 'short';
  if (new Set(letters).size < LEAST / 2) return 'same-letters';
  return passphrase === again ? null : 'unlike';
}
