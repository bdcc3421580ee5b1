import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { parse } from 'yaml';
import { pagesBelow } from '../../src/build/built-files.ts';
import { needsOf } from '../../src/build/page-resources.ts';
import { pagePolicy } from '../../src/build/policy.ts';
import { site } from '../../src/build/site.ts';
import { type Tag, tagsOf } from '../../src/build/tags.ts';
import { dist } from '../../src/cli/tools.ts';
import { practiceKinds } from '../../src/schema/kinds.ts';

const pages: { page: string; address: URL; tags: Tag[] }[] = [];

test.beforeAll(() => {
  test.setTimeout(180_000);
  for (const page of pagesBelow(dist)) {
    const address = new URL(site.base + page.replace(/index\.html$/, ''), site.address);
    pages.push({ page, address, tags: tagsOf(readFileSync(join(dist, page), 'utf8')) });
  }
});

const { languages } = parse(readFileSync('content/course.yml', 'utf8')) as {
  languages: { id: string }[];
};

/** What a check finds wrong, as `page: problem`, over all pages. */
function problems(find: (tag: Tag, address: URL) => string | false | undefined): string[] {
  return pages.flatMap(({ page, address, tags }) =>
    tags.flatMap((tag) => {
      const problem = find(tag, address);
      return problem ? [`${page}: ${problem}`] : [];
    }),
  );
}

test('There are pages in every language', () => {
  for (const { id } of languages) {
    expect(pages.filter(({ page }) => page.startsWith(`${id}/`))).not.toEqual([]);
  }
});

test('No page holds code or style of its own', () => {
  const found = problems(({ name, attributes, text }) => {
    const handler = Object.keys(attributes).find((key) => key.startsWith('on'));
    if (name === 'style') return 'has a style element';
    if (name === 'script' && text.trim()) return 'has an inline script';
    if (name === 'script' && !attributes.src) return 'has a script without an address';
    if ('style' in attributes) return `<${name} style="${attributes.style}">`;
    if (handler) return `<${name} ${handler}="${attributes[handler]}">`;
    return 'srcdoc' in attributes && `<${name} srcdoc>`;
  });
  expect(found).toEqual([]);
});

test('No script is found only through another one, and no page has two style sheets', () => {
  const found = pages.flatMap(({ page, tags }) => {
    const named = tags
      .flatMap(({ name, attributes: { rel, href, src } }) => [
        name === 'link' && rel !== 'icon' ? href : undefined,
        name === 'script' ? src : undefined,
      ])
      .map((address) => address?.slice(site.base.length));
    const hidden = needsOf(dist, page, site.base, false).filter((file) => !named.includes(file));
    // What is for wide screens only holds up no phone.
    const sheets = tags.filter(
      ({ name, attributes: { href, media } }) =>
        name === 'link' && href?.endsWith('.css') && !media,
    );
    return [
      ...hidden.map((file) => `${page} needs ${file} and does not name it`),
      ...(sheets.length > 1 ? [`${page} has ${sheets.length} style sheets`] : []),
    ];
  });
  expect(found).toEqual([]);
});

test('Every page carries the content policy, before anything that it governs', () => {
  for (const { page, tags } of pages) {
    const isPolicy = ({ attributes }: Tag) =>
      attributes['http-equiv']?.toLowerCase() === 'content-security-policy';
    const policies = tags.filter(isPolicy).map(({ attributes }) => attributes.content);
    expect(policies, page).toEqual([pagePolicy]);
    const governed = tags.findIndex(({ name }) => name === 'link' || name === 'script');
    expect(governed === -1 || tags.findIndex(isPolicy) < governed, page).toBe(true);
  }
});

test('Nothing is fetched from anywhere else', () => {
  const own = new URL(site.address).origin;
  const found = problems(({ name, attributes }, address) => {
    // Links are followed by people; all else is fetched by the browser.
    const isFollowed =
      name === 'a' || (name === 'link' && /canonical|alternate/.test(attributes.rel ?? ''));
    const fetched = [
      attributes.src,
      attributes.poster,
      attributes.data,
      isFollowed ? undefined : attributes.href,
      ...(attributes.srcset ?? '').split(',').map((each) => each.trim().split(' ', 1)[0]),
    ];
    const foreign = fetched.find((each) => {
      if (!each || each.startsWith('data:')) return false;
      return /^[a-z]+:|^\/\//i.test(each) && new URL(each, address).origin !== own;
    });
    return foreign && `<${name}> fetches ${foreign}`;
  });
  expect(found).toEqual([]);
});

test('Every link leads to a page that was built, and to a place in it that exists', () => {
  const ids = new Map(
    pages.map(({ address, tags }) => [
      address.pathname,
      new Set(tags.map(({ attributes }) => attributes.id)),
    ]),
  );
  const found = problems(({ name, attributes }, address) => {
    const link = name === 'a' || name === 'area' || name === 'link' ? attributes.href : undefined;
    if (link === undefined) return false;
    const to = new URL(link, address);
    if (!['http:', 'https:'].includes(to.protocol)) {
      return !['tel:', 'sms:', 'mailto:', 'data:'].includes(to.protocol) && `leads to ${link}`;
    }
    if (to.origin !== address.origin) return false;
    if (!to.pathname.startsWith(site.base)) return `leads out of ${site.base}: ${link}`;
    const places = ids.get(decodeURIComponent(to.pathname)) ?? ids.get(to.pathname);
    const file = join(dist, decodeURIComponent(to.pathname.slice(site.base.length)));
    if (!places)
      return (to.pathname.endsWith('/') || !existsSync(file)) && `leads nowhere: ${link}`;
    const place = decodeURIComponent(to.hash.slice(1));
    return place !== '' && !places.has(place) && `leads to no such place: ${link}`;
  });
  expect(found).toEqual([]);
});

test('Every id stands once in its page, and every reference to one is met', () => {
  const found = pages.flatMap(({ page, tags }) => {
    const ids = tags.flatMap(({ attributes }) => attributes.id ?? []);
    const doubled = ids.filter((id, at) => ids.indexOf(id) !== at);
    const references = tags.flatMap(({ attributes }) =>
      [
        'for',
        'aria-labelledby',
        'aria-describedby',
        'aria-controls',
        'aria-details',
        'form',
        'list',
      ].flatMap((name) => attributes[name]?.split(/\s+/).filter(Boolean) ?? []),
    );
    const dangling = references.filter((id) => !ids.includes(id));
    return [
      ...doubled.map((id) => `${page}: id ${id} stands twice`),
      ...dangling.map((id) => `${page}: nothing has the id ${id}`),
    ];
  });
  expect(found).toEqual([]);
});

test('Every page says the language that it is in', () => {
  const found = pages.flatMap(({ page, tags }) => {
    const said = tags.find(({ name }) => name === 'html')?.attributes.lang ?? '';
    const folder = languages.find(({ id }) => page.startsWith(`${id}/`))?.id;
    const isRight = languages.some(({ id }) => said.split('-')[0] === id && (folder ?? id) === id);
    return isRight ? [] : [`${page}: <html lang="${said}">`];
  });
  expect(found).toEqual([]);
});

test('Every page has a title of its own', () => {
  const titles = pages.map(({ page, tags }) => {
    const title = tags.find(({ name }) => name === 'title')?.text.trim() ?? '';
    expect(title, page).not.toBe('');
    return title;
  });
  expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
});

test('Every page of the course that names suicide leads to the numbers, and prints one', () => {
  const lines = parse(readFileSync('content/helplines.yml', 'utf8')) as { number: string }[];
  const naming = pages.filter(
    ({ page, tags }) =>
      languages.some(({ id }) => page.startsWith(`${id}/`)) &&
      tags.some(({ text }) => /suicid|सुसाइड|आत्महत्या/i.test(text)),
  );
  expect(naming.length).toBeGreaterThan(20);
  for (const { page, tags } of naming) {
    const leads = tags.filter(({ attributes }) => attributes.href?.endsWith('/help/'));
    const printed = tags.find(({ attributes }) => attributes.class === 'printed')?.text ?? '';
    expect(leads, page).not.toEqual([]);
    expect(printed, page).toContain(lines[0]?.number ?? 'no number');
  }
});

test('A code carries every practice that has a page, unseen variants too', () => {
  const segments = practiceKinds().map(({ practice }) => practice.segment);
  for (const { id: lang } of languages) {
    const practices = pages.flatMap(({ page }) => {
      const [folder, segment = '', id = ''] = page.split('/');
      return folder === lang && segments.includes(segment) ? [id] : [];
    });
    expect(practices.length).toBeGreaterThan(20);
    const move = pages.find(({ page }) => page === `${lang}/my-data/index.html`);
    const facts = move?.tags.find(({ attributes }) => attributes['data-facts'])?.attributes;
    const { steps } = JSON.parse(facts?.['data-facts'] ?? '') as { steps: { id: string }[] };
    expect(steps.map(({ id }) => id)).toEqual(expect.arrayContaining(practices));
  }
});

test('The foot of every page names the institution of site.yml, and nobody where none stands there', () => {
  const { institution } = parse(readFileSync('content/site.yml', 'utf8')) as {
    institution: Record<string, string> | null;
  };
  for (const { id } of languages) {
    const feet = pages
      .filter(({ page }) => page.startsWith(`${id}/`))
      .map(({ tags }) => tags.some(({ attributes }) => attributes.class === 'institution'));
    expect(new Set(feet)).toEqual(new Set([institution !== null]));
  }
});

test('A shared link shows a neutral title, what the course is, and a picture in its language', () => {
  const wholeAddress = (path: string) => new URL(site.base + path, site.address).href;
  for (const { id } of languages) {
    const picture = readFileSync(join(dist, `share-${id}.png`));
    // Width and height stand in the first block of every PNG file.
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(picture.length).toBeLessThan(80_000);
  }
  const found = pages.flatMap(({ page, tags }) => {
    const [lang = '', ...rest] = page.replace(/index\.html$/, '').split('/');
    if (!languages.some(({ id }) => id === lang)) return [];
    const head = (name: string, key: string, value: string, what: string) =>
      tags.filter((tag) => tag.name === name && tag.attributes[key] === value)[0]?.attributes[what];
    const said = [
      head('link', 'rel', 'canonical', 'href'),
      head('meta', 'property', 'og:url', 'content'),
      head('meta', 'property', 'og:image', 'content'),
      ...languages.map(({ id }) => head('link', 'hreflang', id, 'href')),
    ];
    const wanted = [
      wholeAddress(`${lang}/${rest.join('/')}`),
      wholeAddress(`${lang}/${rest.join('/')}`),
      wholeAddress(`share-${lang}.png`),
      ...languages.map(({ id }) => wholeAddress(`${id}/${rest.join('/')}`)),
    ];
    const words = ['title', 'description'].map((one) =>
      head('meta', 'property', `og:${one}`, 'content'),
    );
    const isNeutral = words.every((text) => text && !/suicid|self-harm|सुसाइड|आत्महत्या/i.test(text));
    return said.join() === wanted.join() && isNeutral ? [] : [`${page}: ${[...said, ...words]}`];
  });
  expect(found).toEqual([]);
});

test('Search engines find every page of every language, and no page of the review book', () => {
  const listed = readFileSync(join(dist, 'sitemap.xml'), 'utf8').match(/(?<=<loc>).*?(?=<)/g) ?? [];
  const wanted = pages.filter(
    ({ tags }) => !tags.some(({ attributes }) => attributes.name === 'robots'),
  );
  expect(listed.toSorted()).toEqual(wanted.map(({ address }) => address.href).toSorted());
  expect(readFileSync(join(dist, 'robots.txt'), 'utf8')).toBe(
    `User-agent: *\nDisallow: ${site.base}review/\nSitemap: ${site.address}${site.base}sitemap.xml\n`,
  );
});
