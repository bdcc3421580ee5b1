// `npm run gallery`: one contact sheet of every built page and every state of their parts, light and dark, on a phone and
// on a desk, the states also with large text on a narrow screen.
// `npm run gallery -- notice help` shows only pages whose address holds one of these words, and states of such a name.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { pagesBelow } from '../build/built-files.ts';
import { serve } from '../build/serve.ts';
import { site } from '../build/site.ts';
import { ensureDevanagari, launchOptions, neededChromium } from './browsers.ts';
import { openState } from './page-state.ts';
import { pageStates } from './page-states.ts';
import { buildCourse, dist, root, stop } from './tools.ts';

const THEMES = ['light', 'dark'] as const;
const WIDTHS = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
];
const NARROW = { width: 320, height: 640 };
const LONGEST = 2400;
/** Of the browser's own size; what the page itself adds to that is kept. */
const LARGE_TEXT = 2;
const LANGUAGES = ['hi', 'en'] as const;

const names = process.argv.slice(2);
await buildCourse();
const pages = pagesBelow(dist).filter(
  (page) => names.length === 0 || names.some((name) => page.includes(name)),
);
const states = pageStates.filter(
  ({ name }) => names.length === 0 || names.some((word) => name.includes(word)),
);
if (pages.length === 0 && states.length === 0)
  stop(`No page's address holds ${names.join(' or ')}.`);
const path = await neededChromium();
if (!(await ensureDevanagari())) console.log('No font here has Devanagari: Hindi shows as boxes.');

const folder = join(root, 'gallery');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
const served = await serve({ folder: dist, base: site.base });
const browser = await chromium.launch(launchOptions('chromium', path));
for (const theme of THEMES) {
  for (const size of WIDTHS) {
    await shoot(browser, theme, size);
    await shootStates(browser, theme, size, 1);
  }
  await shootStates(browser, theme, NARROW, LARGE_TEXT);
}
await browser.close();
await served.close();
writeFileSync(join(folder, 'index.html'), sheet());
console.log(
  `\n${pages.length} pages and ${states.length} states in ${LANGUAGES.length} languages: ${join(folder, 'index.html')}`,
);

async function shoot(
  browser: Browser,
  theme: (typeof THEMES)[number],
  viewport: { width: number; height: number },
) {
  const context = await browser.newContext({
    baseURL: served.address,
    colorScheme: theme,
    locale: 'hi-IN',
    reducedMotion: 'reduce',
    viewport,
  });
  const page = await context.newPage();
  for (const address of pages) {
    process.stdout.write('.');
    await page.setViewportSize(viewport);
    await page.goto(address.replace(/index\.html$/, ''), { waitUntil: 'networkidle' });
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    // A window as high as the page keeps the bar at the bottom from lying across its middle.
    await page.setViewportSize({ width: viewport.width, height: Math.min(height, LONGEST) });
    await keepPicture(page, picture(address, theme, viewport.width));
  }
  await context.close();
}

/** Brings each state about anew, since one would meet the record of another. */
async function shootStates(
  browser: Browser,
  theme: (typeof THEMES)[number],
  viewport: { width: number; height: number },
  text: number,
) {
  for (const language of LANGUAGES) {
    for (const state of states) {
      const context = await browser.newContext({
        colorScheme: theme,
        reducedMotion: 'reduce',
        viewport,
      });
      const page = await context.newPage();
      await openState(page, served.address, language, state);
      await page.evaluate((times) => {
        const { style } = document.documentElement;
        const { fontSize } = getComputedStyle(document.documentElement);
        style.fontSize = `${Number.parseFloat(fontSize) * times}px`;
      }, text);
      await keepPicture(page, pictureOfState(state.name, language, theme, viewport.width));
      await context.close();
    }
  }
}

const keepPicture = (page: Page, file: string) =>
  page.screenshot({ path: join(folder, file), type: 'jpeg', quality: 75 });

function pictureOfState(name: string, language: string, theme: string, width: number): string {
  return `state.${name.replaceAll(/[ ,]+/g, '-')}.${language}.${theme}.${width}.jpg`;
}

function picture(page: string, theme: string, width: number): string {
  return `${page.replace(/(\/?index)?\.html$/, '').replaceAll('/', '.') || 'chooser'}.${theme}.${width}.jpg`;
}

/** A picture, small, that leads to itself. */
function linked(file: string, alt: string, width: number): string {
  const to = encodeURIComponent(file);
  return `<a href="${to}"><img src="${to}" alt="${alt}" width="${width > 400 ? 448 : 216}" loading="lazy"></a>`;
}

/** The pages of one address stand together, one row a language. */
function sheet(): string {
  const withoutLanguage = (page: string) => page.replace(/^[a-z]{2,3}\//, '');
  const sorted = pages.toSorted((one, other) => {
    return withoutLanguage(one).localeCompare(withoutLanguage(other)) || one.localeCompare(other);
  });
  const rows = sorted.map((page) => {
    const shots = WIDTHS.flatMap(({ width }) =>
      THEMES.map((theme) => linked(picture(page, theme, width), `${theme}, ${width} px`, width)),
    );
    return `<section><h2>/${page.replace(/index\.html$/, '')}</h2><div>${shots.join('')}</div></section>`;
  });
  const sized = [...WIDTHS, NARROW].map(({ width }) => width);
  const stateRows = states.map(({ name }) => {
    const shots = LANGUAGES.flatMap((language) =>
      sized.flatMap((width) =>
        THEMES.map((theme) => {
          const file = pictureOfState(name, language, theme, width);
          return linked(file, `${language}, ${theme}, ${width} px`, width);
        }),
      ),
    );
    return `<section><h2>${name}</h2><div>${shots.join('')}</div></section>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Dastak: every page</title>
<style>body{font:16px system-ui;margin:2rem;background:#777;color:#fff}h2{font-size:1rem}div{display:flex;gap:1rem;align-items:start;overflow-x:auto}img{display:block}</style>
<h1>Every page · 360 and 1280 px · light and dark</h1>
${rows.join('\n')}
<h1>Every state · 360 and 1280 px, 320 px with text of 200 % · light and dark</h1>
${stateRows.join('\n')}
</html>
`;
}
