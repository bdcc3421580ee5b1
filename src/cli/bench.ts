// `npm run bench`: how long builds take, what a learner's phone fetches, how fast pages come up and answer, and what is lost
// when the browser is killed. `npm run bench -- paint bytes` measures those parts alone, on what stands in dist/;
// `-- build 10 2000` takes other numbers of generated lessons, `-- paint --page cases` one kind of page alone; `--quick`
// tries everything few times.
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, firefox } from '@playwright/test';
import { serve } from '../build/serve.ts';
import { site } from '../build/site.ts';
import { measureBuilds } from './bench-build.ts';
import { weighPages } from './bench-bytes.ts';
import { measureDev } from './bench-dev.ts';
import { copyPages, measurePaint, paintToText } from './bench-paint.ts';
import { measureRegister } from './bench-register.ts';
import type { Row } from './bench-row.ts';
import { measureTaps } from './bench-taps.ts';
import { measureVisits } from './bench-visits.ts';
import { browsersHere, launchOptions } from './browsers.ts';
import { measureKillLoss } from './kill-loss.ts';
import { packageHost } from './package.ts';
import { measureTabLoss } from './tab-loss.ts';
import { dist, inNewFolder, stop } from './tools.ts';

const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, page: { type: 'string' } },
  allowPositionals: true,
});
const numbers = positionals.filter((word) => /^\d+$/.test(word)).map(Number);
const names = positionals.filter((word) => !/^\d+$/.test(word));

const parts: Record<string, () => Promise<Row[]>> = {
  build: () => {
    const usual = values.quick ? [1000] : [10, 100, 1000, 2000];
    return measureBuilds([0, ...(numbers.length > 0 ? numbers : usual)]);
  },
  bytes: () => weighPages(dist),
  paint: () => onHost(true, paint),
  visits: () => onHost(false, (address) => measureVisits(address, values.quick ? 1 : 3)),
  taps: () => served(dist, measureTaps),
  dev: measureDev,
  register: () => onHost(false, (address) => measureRegister(address, registers())),
  kill: () => served(dist, kills),
  tabs: () => served(dist, tabs),
};

/** How many people the registers have. */
function registers(): number[] {
  if (numbers.length > 0) return numbers;
  return values.quick ? [5_000] : [5_000, 50_000];
}

const unknown = names.find((name) => !Object.hasOwn(parts, name));
if (unknown !== undefined)
  stop(
    `The bench has no part “${unknown}”. Write one of ${Object.keys(parts).join(', ')}, as in: npm run bench -- paint --quick`,
  );
for (const [name, measure] of Object.entries(parts)) {
  if (names.length > 0 && !names.includes(name)) continue;
  console.table(await measure());
  // Whatever else the machine does makes all figures worse.
  console.log(
    `Load of the machine in the last minutes: ${loadavg()
      .map((one) => one.toFixed(1))
      .join(', ')}`,
  );
}

/** Serves what was built as a host would, compressed. @param isFew whether the pages are enough that `paint` visits */
function onHost(isFew: boolean, measure: Measure): Promise<Row[]> {
  return inNewFolder((home) => {
    const pages = isFew ? join(home, 'pages') : dist;
    if (isFew) copyPages(dist, pages);
    packageHost(join(home, 'host'), undefined, pages);
    return served(join(home, 'host'), measure);
  });
}

type Measure = (address: string) => Promise<Row[]>;

async function served(folder: string, measure: Measure): Promise<Row[]> {
  const { address, close } = await serve({ folder, base: site.base });
  return measure(address).finally(close);
}

async function paint(address: string): Promise<Row[]> {
  const measured = await measurePaint(address, values.quick ? 2 : 9, values.page);
  return measured.map((one) => ({
    what: 'first visit, Fast 3G, CPU slowed four times; median (fastest) in ms',
    case: one.page,
    figures: paintToText(one),
  }));
}

/** Counts answers that five tabs give at once and that a page opened afterwards does not have. */
async function tabs(address: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const engine of ['chromium', 'firefox'] as const) {
    const [path] = browsersHere(engine);
    if (!path) continue;
    const type = engine === 'chromium' ? chromium : firefox;
    const browser = await type.launch(launchOptions(engine, path));
    const pages = ['notice', 'ask', 'persuade', 'connect', 'keep-safe'].map(
      (module) => `${address}en/${module}/check/`,
    );
    const { saved, lost } = await measureTabLoss(
      await browser.newContext({ serviceWorkers: 'block' }),
      pages,
      pages.length,
      values.quick ? 100 : 1000,
    );
    rows.push({
      what: 'lost: answers of five tabs at once',
      case: `${engine}, one answer in 15 to 45 ms in each tab, with reloads`,
      figures: `${lost} of ${saved}`,
    });
    await browser.close();
  }
  return rows;
}

/** Measures what does not hold when the whole browser is killed soon after a page said that it was done. */
async function kills(address: string): Promise<Row[]> {
  const losses = await measureKillLoss(address, values.quick ? 1 : 5);
  return losses.map(({ what, engine, milliseconds, lost, rounds }) => ({
    what: what === 'erasure' ? 'erased records that came back' : `lost: ${what}`,
    case: `${engine}, killed ${milliseconds} ms after the page said it was done`,
    figures: `${lost} of ${rounds}`,
  }));
}
