import { fill } from './fill.ts';

/** Gives the interface text of a key such as `lesson.next`, with `{name}` placeholders filled in. */
export type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** Interface texts of one language: groups of keys, as in `content/ui/<language>.yml`. */
export type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * Binds a language's texts to a function.
 *
 * A key whose text depends on a number is written twice, `minutes-one` and `minutes-other`; asking for
 * `minutes` with a `count` picks by the plural rules of the locale (in Hindi 0 and 1 share *one*).
 * @param texts the texts of one language
 * @param locale a BCP 47 tag such as `hi-IN`
 * @param file the file named in an error
 * @throws Error when a key or a value is missing, since a page must never show a bare key
 */
export function translator(texts: Texts, locale: string, file: string): Translate {
  const plural = new Intl.PluralRules(locale);
  const { format } = new Intl.NumberFormat(locale);
  return (key, values = {}) => {
    const [group = '', name = ''] = key.split('.');
    const { count } = values;
    const text =
      typeof count === 'number'
        ? (texts[group]?.[`${name}-${plural.select(count)}`] ?? texts[group]?.[name])
        : texts[group]?.[name];
    if (text === undefined) {
      throw new Error(
        `${file} has no text for "${key}". Add the line "${name}: …" under "${group}:", because a page must never show a bare key.`,
      );
    }
    return fill(text, values, format);
  };
}
