/** Colours by which people tell their records apart on a shared phone; the words are keys of `content/ui`. */
export const profileColours = ['teal', 'marigold', 'terracotta', 'plum', 'moss', 'sky'] as const;

/** The longest label, in characters as people count them. */
export const LABEL_LENGTH = 24;

/**
 * A label as it is stored: without control characters and outer spaces, at most `LABEL_LENGTH` characters.
 * @param typed anything that was typed or came with a code
 */
export function tidyLabel(typed: string): string {
  const plain = typed
    .normalize('NFC')
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim();
  const characters = [...new Intl.Segmenter().segment(plain)].map(({ segment }) => segment);
  return characters.slice(0, LABEL_LENGTH).join('').trim();
}
