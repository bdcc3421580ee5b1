/** A piece of a text of the guide: words, a helpline to ring, or a line to be filled in by hand. */
export type Piece = { words: string } | { helpline: string } | 'blank';

/** Takes a text of the guide apart: `{helpline:emergency}` and `____` stand for more than words. */
export function textToPieces(text: string): Piece[] {
  return text
    .split(/(\{helpline:[a-z0-9-]+\}|_{4,})/)
    .filter(Boolean)
    .map((part): Piece => {
      const [, helpline] = /^\{helpline:(.+)\}$/.exec(part) ?? [];
      if (helpline) return { helpline };
      return /^_+$/.test(part) ? 'blank' : { words: part };
    });
}
