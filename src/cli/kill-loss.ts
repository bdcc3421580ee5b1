import { readdirSync, readFileSync } from 'node:fs';
import { type BrowserContext, chromium, firefox, type Locator, type Page } from '@playwright/test';
import { browsersHere, type Engine, launchOptions } from './browsers.ts';
import { inNewFolder } from './tools.ts';

/** What a page may say is done, before the whole browser is killed. */
export const killed = ['answer', 'erasure', 'numbers', 'shared', 'import'] as const;
export type Killed = (typeof killed)[number];

/** How often it was not so any more, of so many times, when the browser was killed so long after the page had said it. */
export interface Loss {
  what: Killed;
  engine: Engine;
  milliseconds: number;
  lost: number;
  rounds: number;
}

interface Case {
  /** What stands on the disk before; a text that the act needs. */
  prepare?(page: Page, address: string): Promise<unknown>;
  /** Does it, and waits until the page says that it is done. */
  act(page: Page, address: string, prepared: string): Promise<void>;
  /** Whether a page opened afterwards has it. */
  holds(page: Page, address: string): Promise<boolean>;
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

const cases: Readonly<Record<Killed, Case>> = {
  answer: { act: answer, holds: isAnswered },
  erasure: {
    prepare: answer,
    act: erase,
    holds: isErased,
  },
  numbers: {
    async act(page, address) {
      await page.goto(`${address}en/our-numbers/`);
      await page.locator('[name=name]').fill('Night warden');
      await page.locator('[name=number]').fill('07440000001');
      await page.locator('dastak-our-numbers form [type=submit]').click();
      await page.getByText('Kept on this phone.').waitFor();
    },
    async holds(page, address) {
      await page.goto(`${address}en/help/`);
      return comes(page.locator('.own-numbers [href="tel:07440000001"]').first());
    },
  },
  shared: {
    prepare: answer,
    async act(page, address) {
      await page.goto(`${address}en/my-data/`);
      await page.locator('dastak-profiles .shared input').check();
      await page.getByText('From the next visit on, it is asked who is learning.').waitFor();
    },
    async holds(page, address) {
      await page.goto(`${address}en/`);
      return comes(page.locator('dastak-profile-chooser'));
    },
  },
  import: {
    async prepare(page, address) {
      await answer(page, address);
      await page.goto(`${address}en/my-data/`);
      await page.locator('[data-do=make]').click();
      await page.locator('.groups li').last().waitFor({ state: 'attached' });
      const groups = await page.locator('.groups li').allTextContents();
      await erase(page, address);
      return groups.join(' ');
    },
    async act(page, address, code) {
      await page.goto(`${address}en/my-data/`);
      await page.locator('[name=code]').fill(code);
      await page.locator('dastak-transfer form [type=submit]').click();
      await page.locator('[data-do=add]').click();
      await page.getByText('It is here now, and saved on this phone.').waitFor();
    },
    holds: isAnswered,
  },
};

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
    for (const what of killed) {
      for (const milliseconds of moments) {
        let lost = 0;
        for (let round = 0; round < rounds; round += 1) {
          const holds = await holdsAfterKill(what, engine, path, address, milliseconds);
          if (!holds) lost += 1;
        }
        rows.push({ what, engine, milliseconds, lost, rounds });
      }
    }
  }
  return rows;
}

/** Does one case in a new profile, kills the browser, and looks with a new one. */
export function holdsAfterKill(
  what: Killed,
  engine: Engine,
  path: string,
  address: string,
  milliseconds: number,
): Promise<boolean> {
  const { prepare, act, holds } = cases[what];
  return inNewFolder(async (profile) => {
    const open = (): Promise<BrowserContext> =>
      (engine === 'chromium' ? chromium : firefox).launchPersistentContext(profile, {
        ...launchOptions(engine, path),
        viewport: { width: 360, height: 740 },
      });
    let prepared = '';
    if (prepare) {
      const before = await open();
      const page = await before.newPage();
      prepared = String(await prepare(page, address));
      // Closed in peace, a browser writes everything to disk.
      await before.close();
    }
    const ended = await open();
    const page = await ended.newPage();
    await act(page, address, prepared);
    await new Promise((done) => setTimeout(done, milliseconds));
    killBrowser(profile);
    await ended.close().catch(() => undefined);

    const later = await open();
    const isThere = await holds(await later.newPage(), address);
    await later.close();
    return isThere;
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
