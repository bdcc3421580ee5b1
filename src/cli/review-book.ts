import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pagesBelow } from '../build/built-files.ts';
import { site } from '../build/site.ts';

/** A page of the review book on its way into one file. */
interface Chapter {
  address: string;
  name: string;
  html: string;
}

/**
 * All pages of the review book as one page that needs nothing beside it: contents, each module followed by its
 * practice, then the ledgers.
 * @param dist folder of the built site
 */
export function reviewBook(dist: string): { html: string; pages: number } {
  const chapters = pagesBelow(dist)
    .filter((page) => page.startsWith('review/'))
    .map((page): Chapter => {
      const address = `${site.base}${page.replace(/index\.html$/, '')}`;
      const name = page.replace(/\/index\.html$/, '').replaceAll('/', '-');
      return { address, name, html: readFileSync(join(dist, page), 'utf8') };
    });
  const [first] = inOrder(chapters);
  const styles = new Set(chapters.flatMap(({ html }) => stylesheetsOf(html)));
  const css = [...styles].map((href) =>
    readFileSync(join(dist, href.slice(site.base.length)), 'utf8'),
  );
  const [lang = ''] = /(?<=<html lang=")[^"]*/.exec(first?.html ?? '') ?? [];
  const [title = ''] = /(?<=<title>)[^<]*/.exec(first?.html ?? '') ?? [];
  const names = new Map(chapters.map(({ address, name }) => [address, name]));
  const texts = inOrder(chapters).map((chapter) => chapterToText(chapter, names));
  const html = `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${css.join('\n')}
main.review > article { break-before: page; padding-block-start: 3rem; }
main.review > article:first-child { break-before: auto; }
</style>
</head>
<body><main class="review">
${texts.join('\n')}
</main></body>
</html>
`;
  return { html, pages: chapters.length };
}

const linksOf = (html: string) =>
  [...html.matchAll(/<a\b[^>]*?\bhref="([^"]*)"/g)].map(([, to = '']) => to);
const stylesheetsOf = (html: string) =>
  [...html.matchAll(/<link\b[^>]*>/g)].flatMap(([link]) =>
    /rel="?stylesheet/.test(link) ? (/href="?([^"\s>]+)/.exec(link)?.[1] ?? []) : [],
  );

/** The contents first, then in the order in which they link to the others; what nothing links to comes last. */
function inOrder(chapters: readonly Chapter[]): Chapter[] {
  const contents = chapters.find(({ name }) => name === 'review');
  const order = linksOf(contents?.html ?? '');
  const place = ({ address, name }: Chapter) => {
    if (name === 'review') return -1;
    const at = order.indexOf(address);
    return at < 0 ? order.length : at;
  };
  return chapters.toSorted((a, b) => place(a) - place(b));
}

/** A chapter's text with its ids made its own, its links within the book, and no others that need the site. */
function chapterToText({ name, html }: Chapter, names: ReadonlyMap<string, string>): string {
  const [, main = ''] = /<main\b[^>]*>([\s\S]*)<\/main>/.exec(html) ?? [];
  const text = main
    .replace(/<nav\b[\s\S]*?<\/nav>/, '')
    .replaceAll(/(\s)id="([^"]*)"/g, `$1id="${name}--$2"`)
    .replaceAll(/url\(#([^)]*)\)/g, `url(#${name}--$1)`)
    .replaceAll(/(\s)href="([^"]*)"/g, (whole, space: string, to: string) => {
      const [page = '', place] = to.split('#');
      const chapter = names.get(page);
      if (chapter) return `${space}href="#${chapter}${place ? `--${place}` : ''}"`;
      if (to.startsWith('#')) return `${space}href="#${name}--${to.slice(1)}"`;
      return /^https?:/.test(to) ? whole : '';
    });
  return `<article id="${name}">${text}</article>`;
}
