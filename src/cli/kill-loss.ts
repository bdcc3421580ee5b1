import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, firefox, type Page } from '@playwright/test';
import { browsersHere, type Engine, launchOptions } from './browsers.ts';

/** How many answers were lost of so many, when the whole browser was killed so long after "saved". */
export interface Loss {
  engine: Engine;
  milliseconds: number;
  withCopy: string;
  withoutCopy: string;
}

const QUESTION = 'dastak-question';

/**
 * Measures what is lost when a phone ends the whole browser right after an answer was said to be saved.
 * @param address the served site, ending in a slash
 * @param rounds how often each case is tried
 * @returns one row per engine on this machine and moment; with and without the second copy
 */
export async function measureKillLoss(address: string, rounds: number): Promise<Loss[]> {
  const rows: Loss[] = [];
  for (const engine of ['chromium', 'firefox'] as const) {
    const [path] = browsersHere(engine);
    if (!path) continue;
    for (const milliseconds of [0, 100, 1000, 5000]) {
      const lost = { with: 0, without: 0 };
      for (let round = 0; round < rounds; round += 1) {
        lost.with += Number(await isLost(engine, path, address, milliseconds, true));
        lost.without += Number(await isLost(engine, path, address, milliseconds, false));
      }
      rows.push({
        engine,
        milliseconds,
        withCopy: `${lost.with} of ${rounds}`,
        withoutCopy: `${lost.without} of ${rounds}`,
      });
    }
  }
  return rows;
}

async function isLost(
  engine: Engine,
  path: string,
  address: string,
  milliseconds: number,
  hasCopy: boolean,
): Promise<boolean> {
  const profile = mkdtempSync(join(tmpdir(), 'dastak-kill-'));
  const open = () =>
    (engine === 'chromium' ? chromium : firefox).launchPersistentContext(profile, {
      ...launchOptions(engine, path),
      viewport: { width: 360, height: 740 },
    });
  try {
    const killed = await open();
    const page = await toQuestion(killed, address, hasCopy);
    await page.locator(`${QUESTION}:visible input`).first().check();
    await page.locator(`${QUESTION}:visible [type=submit]`).click();
    await page.locator(`${QUESTION}:visible .kept:not(:empty)`).waitFor();
    await new Promise((done) => setTimeout(done, milliseconds));
    // Every process of the browser names the folder of its profile.
    execFileSync('pkill', ['-9', '-f', profile]);
    await killed.close().catch(() => undefined);

    const later = await open();
    const again = await toQuestion(later, address, hasCopy);
    await again.waitForTimeout(500);
    const isThere = await again.locator(`${QUESTION}:visible .verdict`).count();
    await later.close();
    return isThere === 0;
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function toQuestion(
  context: BrowserContext,
  address: string,
  hasCopy: boolean,
): Promise<Page> {
  const page = await context.newPage();
  if (!hasCopy) {
    await page.addInitScript(() =>
      Object.defineProperty(window, 'indexedDB', { value: undefined }),
    );
  }
  await page.goto(`${address}en/notice/check/`);
  await page.locator(`${QUESTION}:visible`).first().waitFor();
  return page;
}
