import { readdirSync, readFileSync } from 'node:fs';
import { type BrowserContext, chromium, firefox, type Locator, type Page } from '@playwright/test';
import { browsersHere, type Engine, launchOptions } from './browsers.ts';
import { inNewFolder } from './tools.ts';

/** What a page may say is done, before the whole browser is killed. */
export const killed = ['answer', 'erasure', 'import', 'numbers', 'shared'] as const;
export type Killed = (typeof killed)[number];

/** How often it was not so any more, of so many times, when the browser was killed so long after the page had said it. */
export interface Loss {
  what: Killed;
  engine: Engine;
  milliseconds: number;
  lost: number;
  rounds: number;
}

interface Step {
  what: Killed;
  /** Does it, and waits until the page says that it is done. */
  act(page: Page): Promise<void>;
  /** Whether a page opened afterwards has it. */
  holds(page: Page): Promise<boolean>;
}

const QUESTION = 'dastak-question';
const shown = (page: Page) => page.locator(`${QUESTION}:visible`).first();
/** Longest wait for what a page takes over from its second copy, on a machine that does much else. */
const PATIENCE = 15_000;
/** Whether something comes to be seen; a page needs a moment to hear what its second copy holds. */
const comes = (place: Locator) =>
  place.waitFor({ timeout: PATIENCE }).then(
    () => true,
    () => false,
  );
/** Waits for what would come back of something erased; nothing tells when nothing more will. */
const STILL = 1500;

async function answer(page: Page, address: string): Promise<void> {
  await page.goto(`${address}en/notice/check/`);
  await shown(page).locator('input').first().check();
  await shown(page).locator('[type=submit]').click();
  await shown(page).locator('.kept:not(:empty)').waitFor();
}

async function isAnswered(page: Page, address: string): Promise<boolean> {
  await page.goto(`${address}en/notice/check/`);
  return comes(shown(page).locator('.verdict'));
}

async function isErased(page: Page, address: string): Promise<boolean> {
  await page.goto(`${address}en/notice/check/`);
  await shown(page).waitFor();
  await page.waitForTimeout(STILL);
  return (await shown(page).locator('.verdict').count()) === 0;
}

async function erase(page: Page, address: string): Promise<void> {
  await page.goto(`${address}en/my-data/`);
  await page.locator('[data-do=one]').click();
  await page.locator('[data-do=yes]').click();
  await page.getByText('The record is erased.').waitFor();
}

/** The record's code, as somebody would type it. */
async function codeOf(page: Page, address: string): Promise<string> {
  await page.goto(`${address}en/my-data/`);
  await page.locator('[data-do=make]').click();
  await page.locator('.groups li').last().waitFor({ state: 'attached' });
  return (await page.locator('.groups li').allTextContents()).join(' ');
}

async function bring(page: Page, address: string, code: string): Promise<void> {
  await page.goto(`${address}en/my-data/`);
  await page.locator('[name=code]').fill(code);
  await page.locator('dastak-transfer form [type=submit]').click();
  await page.locator('[data-do=add]').click();
  await page.getByText('It is here now, and saved on this phone.').waitFor();
}

/** What is done one after another on one phone; each needs what the one before has left. */
function stepsAt(address: string): Step[] {
  let code = '';
  return [
    {
      what: 'answer',
      act: (page) => answer(page, address),
      holds: (page) => isAnswered(page, address),
    },
    {
      what: 'erasure',
      async act(page) {
        code = await codeOf(page, address);
        await erase(page, address);
      },
      holds: (page) => isErased(page, address),
    },
    {
      what: 'import',
      act: (page) => bring(page, address, code),
      holds: (page) => isAnswered(page, address),
    },
    {
      what: 'numbers',
      async act(page) {
        await page.goto(`${address}en/our-numbers/`);
        await page.locator('[name=name]').fill('Night warden');
        await page.locator('[name=number]').fill('07440000001');
        await page.locator('dastak-our-numbers form [type=submit]').click();
        await page.getByText('Kept on this phone.').waitFor();
      },
      async holds(page) {
        await page.goto(`${address}en/help/`);
        return comes(page.locator('.own-numbers [href="tel:07440000001"]').first());
      },
    },
    {
      what: 'shared',
      async act(page) {
        await page.goto(`${address}en/my-data/`);
        await page.locator('dastak-profiles .shared input').check();
        await page.getByText('From the next visit on, it is asked who is learning.').waitFor();
      },
      async holds(page) {
        await page.goto(`${address}en/`);
        return comes(page.locator('dastak-profile-chooser'));
      },
    },
  ];
}

/**
 * Measures what does not hold when a phone ends the whole browser right after a page said that it was done.
 * @param address the served site, ending in a slash
 * @param rounds how often each case is tried
 * @param moments milliseconds between the page's word and the end
 * @returns one row per case, engine on this machine and moment
 */
export async function measureKillLoss(
  address: string,
  rounds: number,
  moments: readonly number[] = [0, 100, 1000, 3000],
): Promise<Loss[]> {
  const rows: Loss[] = [];
  for (const engine of ['chromium', 'firefox'] as const) {
    const [path] = browsersHere(engine);
    if (!path) continue;
    for (const milliseconds of moments) {
      const lost: Killed[] = [];
      for (let round = 0; round < rounds; round += 1)
        lost.push(...(await lostWhenKilled(killed, engine, path, address, milliseconds)));
      for (const what of killed) {
        const count = lost.filter((one) => one === what).length;
        rows.push({ what, engine, milliseconds, lost: count, rounds });
      }
    }
  }
  return rows;
}

/**
 * Does these things one after another in a new profile, kills the browser after each, and looks with a new one.
 * @param kinds the first so many of `killed`
 * @param path the browser's program
 * @param milliseconds between the page's word and the end
 * @returns those that did not hold; they are done again, so that the next finds what it needs
 */
export function lostWhenKilled(
  kinds: readonly Killed[],
  engine: Engine,
  path: string,
  address: string,
  milliseconds: number,
): Promise<Killed[]> {
  return inNewFolder(async (profile) => {
    const open = (): Promise<BrowserContext> =>
      (engine === 'chromium' ? chromium : firefox).launchPersistentContext(profile, {
        ...launchOptions(engine, path),
        viewport: { width: 360, height: 740 },
      });
    const lost: Killed[] = [];
    let browser: BrowserContext | undefined;
    try {
      browser = await open();
      for (const { what, act, holds } of stepsAt(address).slice(0, kinds.length)) {
        await act(await browser.newPage());
        await new Promise((done) => setTimeout(done, milliseconds));
        killBrowser(profile);
        await browser.close().catch(() => undefined);
        browser = await open();
        const page = await browser.newPage();
        if (!(await holds(page))) {
          lost.push(what);
          await act(page);
        }
        await page.close();
      }
      return lost;
    } finally {
      await browser?.close().catch(() => undefined);
    }
  });
}

/** Ends every process of the browser at once; each names the folder of its profile, or belongs to one that does. */
function killBrowser(profile: string): void {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  const isOurs = new Set(processes.filter((id) => read(id, 'cmdline').includes(profile)));
  const parentOf = (id: number) => Number(/^PPid:\s*(\d+)/m.exec(read(id, 'status'))?.[1]);
  // Firefox names the folder only in some of its processes.
  for (const id of processes) if (isOurs.has(parentOf(id))) isOurs.add(id);
  for (const id of isOurs) {
    try {
      process.kill(id, 'SIGKILL');
    } catch {
      // It has ended by itself meanwhile.
    }
  }
}

function read(id: number, file: string): string {
  try {
    return readFileSync(`/proc/${id}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
