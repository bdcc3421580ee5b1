/** A row of a practice in the book: where its text stands in the file, and the text in every language. */
export interface BookRow {
  /** The id of the entry that it belongs to, where it begins one. */
  id: string;
  /** The key that it stands under, such as `why`; what is no text is told as `key: value`. */
  key: string;
  words: Readonly<Record<string, string>>;
}

/** Keys of which the heading of a page tells already. */
const TOLD = new Set(['title']);

/**
 * Everything that stands in a practice of any kind, in the order of its file, so that a reviewer misses nothing.
 * @param data the practice as its file holds it
 * @param languages ids of the languages; a map with exactly these keys is a text
 */
export function practiceToRows(data: object, languages: readonly string[]): BookRow[] {
  return rowsOf(data, '', languages).filter(({ key }) => !TOLD.has(key));
}

function rowsOf(value: unknown, key: string, languages: readonly string[]): BookRow[] {
  if (Array.isArray(value)) {
    if (value.every((one) => typeof one !== 'object'))
      return plain(key, value.join(', '), languages);
    return value.flatMap((one) => rowsOf(one, key, languages));
  }
  if (typeof value !== 'object' || value === null) return plain(key, String(value), languages);
  const words = value as Record<string, unknown>;
  if (languages.every((language) => typeof words[language] === 'string'))
    return [{ id: '', key, words: words as Record<string, string> }];
  const { id, ...rest } = words;
  const rows = Object.entries(rest).flatMap(([name, one]) => rowsOf(one, name, languages));
  const [first, ...others] = rows;
  return first && typeof id === 'string' ? [{ ...first, id }, ...others] : rows;
}

function plain(key: string, text: string, languages: readonly string[]): BookRow[] {
  if (text === '') return [];
  return [
    { id: '', key, words: Object.fromEntries(languages.map((language) => [language, text])) },
  ];
}
