// `npm run share-pictures`: draws the picture that stands beside a shared link, `public/share-<language>.png`, anew for each
// language: the corridor, the name and the line below it. Nothing in it tells whoever looks over a shoulder what the
// course is about.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { parse } from 'yaml';
import { ensureDevanagari, launchOptions, neededChromium } from './browsers.ts';
import { root, stop } from './tools.ts';

/** What the services that show such pictures ask for, in pixels. */
const SIZE = { width: 1200, height: 630 };

const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');
const { languages } = parse(read('content', 'course.yml')) as { languages: { id: string }[] };
const path = await neededChromium();
if (!(await ensureDevanagari())) stop('No font here has Devanagari.');
const browser = await chromium.launch(launchOptions('chromium', path));
const page = await browser.newPage({ viewport: SIZE });
for (const { id } of languages) {
  const words = parse(read('content', 'ui', `${id}.yml`)) as {
    site: { name: string; tagline: string };
  };
  await page.setContent(sheet(id, words.site));
  const file = join('public', `share-${id}.png`);
  await page.screenshot({ path: join(root, file) });
  console.log(file);
}
await browser.close();

function sheet(lang: string, { name, tagline }: { name: string; tagline: string }): string {
  const drawing = read('content', 'images', 'corridor.svg');
  const styles = read('src', 'styles', 'tokens.css') + read('src', 'styles', 'base.css');
  return `<!doctype html><html lang="${lang}"><style>${styles}
body{inline-size:${SIZE.width}px;block-size:${SIZE.height}px;align-items:center;justify-content:center;gap:28px;background:var(--paper)}
svg{inline-size:900px;block-size:auto}h1{margin:0;font-size:96px;line-height:1.1;color:var(--teal)}p{margin:0;font-size:38px}</style>
<body>${drawing}<h1>${name}</h1><p>${tagline}</p></body></html>`;
}
