import { pasted } from './pasted.ts';
import { plainLine } from './plain-line.ts';

/** The longest label, in characters as people count them. */
const LABEL_LENGTH = 24;

/**
 * A label as it is stored: one line of at most `LABEL_LENGTH` characters, none of them unseen.
 * @param typed what was typed or pasted
 */
export function tidyLabel(typed: string): string {
  const plain = pasted(typed);
  // Where a browser cannot tell characters, one is a letter with its marks.
  const characters =
    'Segmenter' in Intl
      ? [...new Intl.Segmenter().segment(plain)].map(({ segment }) => segment)
      : ((plain as string).match(/.\p{M}*/gu) ?? []);
  return plainLine(characters.slice(0, LABEL_LENGTH).join(''));
}
