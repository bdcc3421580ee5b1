/**
 * Addresses of the site's pages, all below a base path and all ending in a slash.
 * @param base the base path of the site, such as `/` or `/dastak/`
 */
export function pathsUnder(base: string) {
  const root = base.endsWith('/') ? base : `${base}/`;
  const page = (...parts: string[]) => `${root}${parts.map((part) => `${part}/`).join('')}`;
  return {
    chooser: () => root,
    map: (lang: string) => page(lang),
    module: (lang: string, module: string) => page(lang, module),
    lesson: (lang: string, module: string, lesson: string) => page(lang, module, lesson),
    check: (lang: string, module: string) => page(lang, module, 'check'),
    /** A practice of any kind; its kind says in which segment of the address it stands. */
    practice: (lang: string, { segment, id }: { segment: string; id: string }) =>
      page(lang, segment, id),
    /** The contents of the review book, a module in it, and its ledgers; all hold every language. */
    reviewBook: () => page('review'),
    reviewModule: (module: string) => page('review', 'modules', module),
    reviewLedgers: () => page('review', 'ledgers'),
    /** What a professional has to read, by reader and reason. */
    reviewReaders: () => page('review', 'readers'),
    /** A practice in the review book that is no conversation, and a conversation. */
    reviewPractice: (practice: string) => page('review', 'practice', practice),
    review: (scenario: string) => page('review', scenario),
    /** A page of its own, such as `help` or `sources`. */
    single: (lang: string, name: string) => page(lang, name),
  };
}

export type Paths = ReturnType<typeof pathsUnder>;
