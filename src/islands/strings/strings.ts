import { fill } from '../../i18n/fill.ts';

/** Gives a text of an island, with its `{name}` places filled in; a text with a `count` in its form for that number. */
export type Strings = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/**
 * Reads the texts that `Strings.astro` put into an island or, for many islands of one name, into their page.
 * @param lang the language of the texts, where it is not the page's own
 * @returns a function that gives an empty text for a key that is not there
 */
export function stringsOf(host: Element, lang?: string): Strings {
  const own = host.querySelectorAll('template.strings:not([data-for])');
  return own.length > 0 ? read(own, lang) : stringsFor(host.localName, lang);
}

/** Texts that a page holds for all islands of a name, or for a script that is no element; read once. */
export function stringsFor(name: string, lang = ''): Strings {
  const known = shared.get(name + lang);
  if (known) return known;
  const strings = read(document.querySelectorAll(`template.strings[data-for="${name}"]`), lang);
  shared.set(name + lang, strings);
  return strings;
}

const shared = new Map<string, Strings>();

function read(templates: NodeListOf<Element>, asked = ''): Strings {
  const lang = asked || document.documentElement.lang;
  let plural: Intl.PluralRules | undefined;
  const number = numbersOf(lang);
  const texts = new Map<string, string>();
  for (const template of templates as NodeListOf<HTMLTemplateElement>) {
    if (template.lang && template.lang !== lang) continue;
    for (const text of template.content.querySelectorAll<HTMLElement>('[data-key]')) {
      const key = text.dataset['key'] ?? '';
      if (!texts.has(key)) texts.set(key, text.textContent ?? '');
    }
  }
  return (key, values = {}) => {
    const { count } = values;
    let form = key;
    if (typeof count === 'number') {
      plural ??= new Intl.PluralRules(lang);
      form += `-${plural.select(count)}`;
    }
    return fill(texts.get(form) ?? texts.get(key) ?? '', values, number);
  };
}

/**
 * Writes numbers in a language. What formats them takes a cheap phone a tenth of a second to make, and small numbers of a
 * page without digits of its own (`data-digits`) are the same without it.
 */
function numbersOf(lang: string): (value: number) => string {
  const { lang: own, dataset } = document.documentElement;
  const isPlain = lang === own && !dataset['digits'];
  let made: Intl.NumberFormat | undefined;
  return (value) => {
    const text = `${value}`;
    if (isPlain && /^\d{1,3}$/.test(text)) return text;
    made ??= new Intl.NumberFormat(lang);
    return made.format(value);
  };
}
