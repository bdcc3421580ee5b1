import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { parse } from 'yaml';
import { readContent } from '../../src/build/read-content.ts';
import { moduleSigned } from '../../src/build/signature.ts';
import { dist } from '../../src/cli/tools.ts';
import { sceneTexts } from '../../src/domain/scenario-words.ts';
import type { Course } from '../../src/schema/course.ts';
import type { Module } from '../../src/schema/module.ts';
import type { Quiz } from '../../src/schema/quiz.ts';
import type { Words } from '../../src/schema/words.ts';
import { textFaults } from '../support/faults/colour-faults.ts';
import { installLook } from '../support/faults/look.ts';
import { pagesWithAllMarkup } from '../support/markup.ts';
import { axeFaults } from '../support/page.ts';
import { scenesIn } from '../support/scenes.ts';
import { expect, test } from '../support/test.ts';

test.use({ site: 'course' });

const conversations = readContent('content', /\.scenario\.yml$/);
const scenes = scenesIn(
  conversations.filter(({ path }) => /\/(warden-knock|peer-late-messages)\./.test(path)),
);
/** Where the links of a page lead, as they are written. */
const waysOf = (page: Page) =>
  page
    .locator('main a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));

test('The review book leads to every conversation, unseen variants among them', async ({
  page,
}) => {
  await page.goto('./review/');
  const ways = await waysOf(page);
  expect(conversations.length).toBeGreaterThan(20);
  for (const { path } of conversations) {
    const [, id = ''] = /\/([^/]+)\.scenario\.yml$/.exec(path) ?? [];
    expect(
      ways.filter((way) => way.endsWith(`/review/${id}/`)),
      id,
    ).toHaveLength(1);
  }
});

for (const { id, scenario, graph } of scenes) {
  test(`The page of ${id} holds every text in both languages, side by side`, async ({ page }) => {
    await page.goto(`./review/${id}/`);
    const texts = await page.locator('.both [data-text] span').allTextContents();
    const shown = new Map<string, number>();
    for (const text of texts) shown.set(text, (shown.get(text) ?? 0) + 1);
    for (const { key, words } of sceneTexts(scenario)) {
      for (const [lang, text] of Object.entries(words)) {
        if (!text.includes('{helpline:')) expect(shown.has(text), `${key} in ${lang}`).toBe(true);
      }
    }
    const [hindi, english] = await Promise.all(
      ['hi', 'en'].map((lang) => page.locator(`.both > [lang=${lang}]`).count()),
    );
    expect(hindi).toBe(english);
    expect(hindi).toBeGreaterThan([...sceneTexts(scenario)].length);
  });

  test(`The map of ${id} has a box for each turn, and the list each way between two`, async ({
    page,
  }) => {
    await page.goto(`./review/${id}/`);
    const drawn = await page
      .locator('.map [data-turn]')
      .evaluateAll((boxes) => boxes.map((box) => box.getAttribute('data-turn')));
    expect(drawn.toSorted()).toEqual(Object.keys(graph.turns).toSorted());
    expect(await page.locator('.edges li').count()).toBe(await page.locator('.map .edge').count());
  });
}

const read = (path: string): unknown => parse(readFileSync(`content/${path}`, 'utf8'));
const { modules } = read('course.yml') as Course;
const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const isWords = (value: unknown): value is Words => isMap(value);

test('The book has a chapter for every module, with each card and question in both languages', async ({
  page,
}) => {
  for (const module of modules) {
    await page.goto(`./review/modules/${module}/`);
    // Asked for at once: a question to the browser for each card takes many times as long.
    const headings = new Map(
      await page
        .locator('[data-card] [lang] h4')
        .evaluateAll((all) =>
          all.map((one) => [
            `${one.closest('[data-card]')?.getAttribute('data-card')} ${one.closest('[lang]')?.getAttribute('lang')}`,
            one.textContent?.trim().replace(/\s+/g, ' '),
          ]),
        ),
    );
    const questions = new Map(
      await page
        .locator('[data-question]')
        .evaluateAll((all) =>
          all.map((one) => [one.getAttribute('data-question'), one.textContent ?? '']),
        ),
    );
    const { lessons } = read(`modules/${module}/module.yml`) as Module;
    for (const lesson of lessons) {
      for (const lang of ['hi', 'en']) {
        const text = readFileSync(`content/modules/${module}/${lesson}.${lang}.mdx`, 'utf8');
        for (const [, id, heading = ''] of text.matchAll(/<Card id="([^"]+)">\s+## (.+)/g)) {
          expect(headings.get(`${id} ${lang}`), `${id} in ${lang}`).toBe(heading.trim());
        }
      }
    }
    const { items } = read(`modules/${module}/quiz.yml`) as Quiz;
    for (const item of items) {
      const shown = questions.get(item.id);
      const options = 'options' in item ? item.options : [];
      const texts = options.flatMap((one): Words[] => Object.values(one).filter(isWords));
      for (const text of [item.prompt, ...texts].flatMap((one) => Object.values(one)))
        expect(shown, item.id).toContain(text);
    }
  }
});

test('A module says on its door and in the book whether it is reviewed; the book gives its hash', async ({
  page,
}) => {
  for (const module of modules) {
    const { review } = read(`modules/${module}/module.yml`) as Module;
    const now = moduleSigned(module);
    const state = review ? (review.hash === now.hash ? 'signed' : 'changed') : 'unreviewed';
    await page.goto(`./en/${module}/`);
    await expect(page.locator('[data-review]')).toHaveAttribute('data-review', state);
    await page.goto(`./review/modules/${module}/`);
    await expect(page.locator('.sign-off')).toHaveAttribute('data-state', state);
    await expect(page.locator('.sign-off')).toContainText(now.hash);
  }
});

test('Every practice that is no conversation stands in the book with all its words', async ({
  page,
}) => {
  const files = readContent('content', /\.(cases|call|relay)\.yml$/);
  await page.goto('./review/');
  const ways = await waysOf(page);
  for (const { path, text } of files) {
    const [, id = ''] = /\/([^/]+)\.(?:cases|call|relay)\.yml$/.exec(path) ?? [];
    const way = ways.find((one) => one.endsWith(`/review/practice/${id}/`));
    expect(way, id).toBeDefined();
    await page.goto(way ?? '');
    const shown = (await page.locator('main').textContent()) ?? '';
    const missing = wordsWithin(parse(text)).filter((words) => !shown.includes(words));
    expect(missing, path).toEqual([]);
  }
});

/** Every text of a file that stands in a language. */
function wordsWithin(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(wordsWithin);
  if (!isMap(value)) return [];
  const { hi, en } = value;
  if (typeof hi === 'string' && typeof en === 'string') return [hi, en];
  return Object.values(value).flatMap(wordsWithin);
}

test('The ledgers of the book hold every helpline, word and source', async ({ page }) => {
  await page.goto('./review/ledgers/');
  const ids = (name: string) => (read(`${name}.yml`) as { id: string }[]).map(({ id }) => id);
  for (const id of ids('helplines'))
    await expect(page.locator(`[data-helpline="${id}"]`)).toHaveCount(1);
  for (const id of ids('sources'))
    await expect(page.locator(`[data-source="${id}"]`)).toHaveCount(1);
  const codes = await page.locator('.both code').allTextContents();
  for (const id of ids('glossary')) expect(codes).toContain(id);
});

test('A reviewer finds the way from the page about the course, and back', async ({ page }) => {
  await page.goto('./en/about/');
  await page.getByRole('link', { name: /review book/i }).click();
  await expect(page).toHaveURL(/\/review\/$/);
  await page.locator('a[href$="/review/warden-knock/"]').click();
  await page.getByRole('link', { name: /Review book/ }).click();
  await page.getByRole('link', { name: 'The corridor' }).click();
  await expect(page).toHaveURL(/\/en\/$/);
});

test('No search engine keeps the review book, and no script runs in it', async ({ page }) => {
  for (const address of ['./review/', './review/warden-knock/', './review/modules/ask/']) {
    await page.goto(address);
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
    await expect(page.locator('script')).toHaveCount(0);
  }
});

test('On paper all of it is there, in dark letters @chromium', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto('./review/warden-knock/');
  await expect(page.locator('.map svg')).toBeVisible();
  const hidden = await page
    .locator('.both, .edges li, .map text')
    .evaluateAll((parts) => parts.filter((part) => !part.checkVisibility()).length);
  expect(hidden).toBe(0);
  const [ink] = await page
    .locator('.both p')
    .first()
    .evaluateAll((parts) => parts.map((part) => getComputedStyle(part).color));
  expect(ink).toBe('rgb(0, 0, 0)');
});

/**
 * Run in a page: of neighbours that differ in nothing but words and addresses leaves two. A conversation has hundreds of
 * them in the book, and whoever judges markup and colours judges each alike.
 */
function thin() {
  const markupOf = (element: Element) =>
    element.outerHTML.replaceAll(/>[^<]+/g, '>').replaceAll(/ (id|href)="[^"]*"/g, '');
  for (const parent of [...document.querySelectorAll('main, main *')].toReversed()) {
    const counts = new Map<string, number>();
    for (const child of [...parent.children]) {
      const markup = markupOf(child);
      counts.set(markup, (counts.get(markup) ?? 0) + 1);
      if ((counts.get(markup) ?? 0) > 2) child.remove();
    }
  }
}

test('The review book has no problem of access, in either theme @chromium', async ({ page }) => {
  const { picked } = pagesWithAllMarkup(dist, (file) => file.startsWith('review/'));
  for (const file of picked) {
    await page.goto(`./${file.replace(/index\.html$/, '')}`);
    await page.evaluate(thin);
    await page.evaluate(installLook);
    const found = await axeFaults(page, { isState: true });
    expect([...found, ...(await page.evaluate(textFaults))], file).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await page.evaluate(textFaults), `${file} by night`).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
  }
});

test('What a clinician and a lawyer have to read leads to its text, and the book keeps the way', async ({
  page,
}) => {
  await page.goto('./review/readers/');
  const ways = await page
    .locator('[data-reader] a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(ways.length).toBeGreaterThan(100);
  const pages = [...new Set(ways.map((way) => way.split('#')[0] ?? ''))];
  for (const address of pages) {
    const places = ways
      .filter((way) => way.startsWith(`${address}#`))
      .map((way) => way.split('#')[1]);
    const text = await (await page.request.get(address)).text();
    for (const place of places)
      expect(text, `${address}#${place}`).toMatch(new RegExp(`id="?${place}["\\s>]`));
  }
  const book = await page.request.get('./review/');
  expect(await book.text()).toContain('/review/readers/');
});
