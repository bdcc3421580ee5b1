import { fill } from '../../i18n/fill.ts';

/** Gives a text of an island in the page's language, with its `{name}` places filled in. */
export type Strings = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/**
 * Reads the texts that `Strings.astro` put into an island. A text with a `count` is written twice, `-one` and `-other`.
 * @returns a function that gives an empty text for a key that is not there
 */
export function stringsOf(host: Element): Strings {
  const { lang } = document.documentElement;
  const plural = new Intl.PluralRules(lang);
  const number = new Intl.NumberFormat(lang);
  const template = host.querySelector<HTMLTemplateElement>('template.words');
  const texts = new Map(
    [...(template?.content.querySelectorAll<HTMLElement>('[data-key]') ?? [])].map((text) => [
      text.dataset['key'] ?? '',
      text.textContent ?? '',
    ]),
  );
  return (key, values = {}) => {
    const { count } = values;
    const form = typeof count === 'number' ? `${key}-${plural.select(count)}` : key;
    return fill(texts.get(form) ?? texts.get(key) ?? '', values, number);
  };
}
