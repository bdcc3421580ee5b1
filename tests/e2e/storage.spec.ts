import type { Page } from '@playwright/test';
import { giveAnswer, says, shownCard } from '../support/learner.ts';
import { diskProfile, siteDataBlocked } from '../support/profiles.ts';
import { expect, test } from '../support/test.ts';

const words = says.en;
const notKept = 'Not saved. Your answer counts until you close this page.';
const notices = {
  memory: 'This phone gave us no room to keep your answers.',
  full: 'The storage of this phone is full.',
  newer: 'The record on this phone was written by a newer version of the course.',
  damaged: 'Part of the record on this phone could not be read.',
};

const notice = (page: Page) => page.locator('dastak-notice');

async function answerOne(page: Page): Promise<void> {
  const card = shownCard(page);
  await giveAnswer(card, 'right');
  await card.getByRole('button', { name: words.check }).click();
  await expect(card.getByRole('status')).toContainText(words.right);
}

/** Every key of the site's storage with its text. */
const stored = (page: Page) => page.evaluate(() => ({ ...localStorage }));

test('Where all site data is blocked the course goes on and says once that it cannot keep answers @chromium', async ({
  served,
  launchOptions,
}) => {
  const profile = diskProfile(launchOptions, siteDataBlocked);
  const context = await profile.open();
  try {
    const page = await context.newPage();
    await page.goto(`${served.address}en/notice/check/`);
    expect(
      await page.evaluate(() => {
        try {
          return String(localStorage.length);
        } catch (problem) {
          return (problem as Error).name;
        }
      }),
    ).toBe('SecurityError');
    await expect(notice(page)).toContainText(notices.memory);
    await answerOne(page);
    await expect(shownCard(page).getByText(notKept)).toBeVisible();
    await page.goto(`${served.address}en/`);
    await expect(page.locator('.door[data-module=notice]')).toHaveAttribute('data-state', 'begun');
  } finally {
    await context.close();
    profile.remove();
  }
});

test('A full storage is said, and the course goes on with the next page @chromium', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.goto('./en/notice/check/');
  await answerOne(page);
  await expect(notice(page)).toContainText(notices.full);
  await expect(shownCard(page).getByText(notKept)).toBeVisible();
  await page.goto('./en/');
  await expect(page.locator('.door[data-module=notice]')).toHaveAttribute('data-state', 'begun');
});

test('A record of a newer version is left as it is, byte by byte @chromium', async ({ page }) => {
  // No frame comes, so the second copy does late and the key of the tab is there while the record is made newer.
  await page.addInitScript(() => {
    globalThis.requestAnimationFrame = () => 0;
  });
  await page.goto('./en/notice/check/');
  await answerOne(page);
  await page.evaluate(() => {
    // The check sum covers the version, so a newer record is one that its own version has summed.
    const sum32 = (text: string) => {
      let hash = 2166136261;
      for (let at = 0; at < text.length; at += 1)
        hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
      return hash >>> 0;
    };
    for (const [key, text] of Object.entries({ ...localStorage })) {
      const [, seq, body] = /^\{"v":\d+,"seq":(\d+),"sum":"[^"]*",(.*)\}$/s.exec(text) ?? [];
      if (body)
        localStorage.setItem(
          key,
          `{"v":99,"seq":${seq},"sum":"${sum32(`99:${seq}:${body}`).toString(36)}",${body}}`,
        );
    }
  });
  const before = await stored(page);
  expect(Object.values(before).filter((text) => text.startsWith('{"v":99'))).toHaveLength(3);
  await page.reload();
  await expect(notice(page)).toContainText(notices.newer);
  await expect(shownCard(page).getByRole('status')).toContainText(words.right);
  await page.getByRole('button', { name: words.next, exact: true }).click();
  await answerOne(page);
  const after = await stored(page);
  for (const [key, text] of Object.entries(before)) expect(after[key]).toBe(text);
});

test('A damaged record gives back what can be read and keeps the damaged text @chromium', async ({
  page,
}) => {
  await page.goto('./en/notice/check/');
  await answerOne(page);
  const damaged = await page.evaluate(() => {
    const texts: string[] = [];
    for (const [key, text] of Object.entries({ ...localStorage })) {
      if (!/\.[ab]$/.test(key)) continue;
      const torn = text.slice(0, -3);
      localStorage.setItem(key, torn);
      texts.push(torn);
    }
    return texts;
  });
  await page.reload();
  await expect(notice(page)).toContainText(notices.damaged);
  await expect(shownCard(page).getByRole('status')).toContainText(words.right);
  expect(Object.values(await stored(page)).join('\n')).toContain(damaged[0]);
});

test('Nothing but the record is stored, under keys of a profile', async ({ page, context }) => {
  await page.goto('./en/notice/check/');
  await answerOne(page);
  await page.goto('./en/');
  await page.getByRole('button', { name: words.warden }).click();
  await page.getByRole('button', { name: 'Light or dark' }).click();
  const keys = Object.keys(await stored(page));
  for (const key of keys)
    expect(key).toMatch(/^dastak\/courses\/small\/(active|[a-z0-9]+\.([ab]|tab-[a-z0-9]+))$/);
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});

test('Two tabs that answer at once both count', async ({ page, context }) => {
  await page.goto('./en/notice/check/');
  const other = await context.newPage();
  await other.goto('./en/ask/check/');
  await answerOne(page);
  await answerOne(other);
  await page.reload();
  await other.reload();
  await expect(shownCard(page).getByRole('status')).toContainText(words.right);
  await expect(shownCard(other).getByRole('status')).toContainText(words.right);
});

test('An answer given in another tab shows here without a reload', async ({ page, context }) => {
  await page.goto('./en/notice/check/');
  const other = await context.newPage();
  await other.goto('./en/notice/check/');
  await answerOne(other);
  await expect(shownCard(page).getByRole('status')).toContainText(words.right);
});
