import { Parser } from 'htmlparser2';

/** A start tag of a built page. */
export interface Tag {
  /** The element's name in small letters. */
  name: string;
  /** Attribute values by name in small letters, entities decoded; `''` for an attribute without a value. */
  attributes: Record<string, string>;
  /** The text up to the next tag, entities decoded. */
  text: string;
}

/** Reads the start tags of a page in their order. */
export function tagsOf(html: string): Tag[] {
  const tags: Tag[] = [];
  let open: Tag | undefined;
  const parser = new Parser({
    onopentag(name, attributes) {
      open = { name, attributes, text: '' };
      tags.push(open);
    },
    ontext(text) {
      if (open) open.text += text;
    },
    onclosetag() {
      open = undefined;
    },
  });
  parser.end(html);
  return tags;
}
