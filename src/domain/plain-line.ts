/**
 * A text as one line of what can be seen: composed letters (NFC), single spaces, no control and no direction
 * characters. Joiners (U+200C, U+200D) stay where they shape a letter within a word or an emoji; elsewhere nobody
 * sees them.
 */
export const plainLine = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/([\p{L}\p{M}\p{S}][\u200c\u200d])(?=[\p{L}\p{S}])|[^\P{C}\s]/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim();
