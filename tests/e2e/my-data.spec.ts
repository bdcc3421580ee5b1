import { readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import jsQR from 'jsqr';
import { spaceOf } from '../../src/store/space.ts';
import { giveAnswer, says, shownCard } from '../support/learner.ts';
import { fixtureSite } from '../support/sites.ts';
import { expect, test } from '../support/test.ts';

const words = says.en;
const space = spaceOf(fixtureSite.base);

async function answer(page: Page, module = 'notice'): Promise<void> {
  await page.goto(`./en/${module}/check/`);
  const card = shownCard(page);
  await giveAnswer(card, 'right');
  await card.getByRole('button', { name: words.check }).click();
  await expect(card.getByText(words.saved)).toBeVisible();
}

async function makeCode(page: Page): Promise<string> {
  await page.goto('./en/my-data/');
  await page.getByRole('button', { name: 'Show my code' }).click();
  await expect(page.locator('dastak-transfer .groups li').first()).toHaveText(/^[0-9A-Z]{6}$/);
  return (await page.locator('dastak-transfer .groups li').allTextContents()).join(' ');
}

async function hand(page: Page, code: string): Promise<void> {
  await page.getByLabel('Type or paste a code').fill(code);
  await page.getByRole('button', { name: 'See what it holds' }).click();
}

/** A phone that has never seen the site. */
async function freshPhone(browser: Browser, baseURL: string): Promise<Page> {
  const context = await browser.newContext({ baseURL, viewport: { width: 360, height: 740 } });
  return context.newPage();
}

test.describe('Codes', () => {
  test('A new phone has everything after a typed code, and says first what it would bring', async ({
    page: old,
    browser,
    served,
  }) => {
    await answer(old);
    await old.goto('./en/');
    await old.getByRole('button', { name: words.warden }).click();
    const code = await makeCode(old);
    const page = await freshPhone(browser, served.address);
    await page.goto('./en/my-data/');
    await hand(page, code.toLowerCase().replaceAll(' ', '\n'));
    const preview = page.locator('.preview');
    await expect(preview.getByRole('heading')).toBeFocused();
    await expect(preview.getByRole('listitem')).toHaveText([
      '1 answer that is not here yet',
      '1 place where a lesson goes on',
      'Colour: teal',
      'Role: Warden or hostel staff',
    ]);
    await expect(page.locator('dastak-my-data')).toContainText('Nothing is kept yet.');
    await preview.getByRole('button', { name: 'Begin my record with it' }).click();
    await expect(page.getByText('It is here now, and saved on this phone.')).toBeVisible();
    await page.goto('./en/notice/check/');
    await expect(shownCard(page).getByRole('status')).toContainText(words.right);
    await page.goto('./en/my-data/');
    await hand(page, code);
    await expect(page.getByText('Everything in this code is here already.')).toBeVisible();
    await page.context().close();
  });

  test('The QR code is read by a camera, and its link brings the record without leaving it in the address @engines', async ({
    page: old,
    browser,
    served,
  }) => {
    await answer(old);
    await makeCode(old);
    const canvas = old.locator('canvas');
    await expect(canvas, 'drawn').toHaveAttribute('width', /\d/);
    const image = await canvas.evaluate((drawn: HTMLCanvasElement) => {
      // A camera sees more than one point for each square.
      const large = document.createElement('canvas');
      large.width = drawn.width * 4;
      large.height = drawn.height * 4;
      const context = large.getContext('2d') as CanvasRenderingContext2D;
      context.imageSmoothingEnabled = false;
      context.drawImage(drawn, 0, 0, large.width, large.height);
      const { data } = context.getImageData(0, 0, large.width, large.height);
      return { data: [...data], width: large.width, height: large.height };
    });
    const read = jsQR(Uint8ClampedArray.from(image.data), image.width, image.height)?.data ?? '';
    expect(read).toContain('/en/my-data/#c=');
    const page = await freshPhone(browser, served.address);
    await page.goto(read);
    await expect(page.locator('.preview')).toContainText('1 answer that is not here yet');
    expect(new URL(page.url()).hash).toBe('');
    await page.getByRole('button', { name: 'Change nothing' }).click();
    await expect(page.getByText('Nothing was changed.')).toBeVisible();
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    await page.context().close();
  });

  // Firefox driven by WebDriver BiDi keeps the first download of a session to itself.
  test('A code goes into a file and comes back from it @chromium', async ({
    page: old,
    browser,
    served,
  }) => {
    await answer(old);
    await makeCode(old);
    const waiting = old.waitForEvent('download');
    await old.getByRole('button', { name: 'Keep it as a file' }).click();
    const file = await (await waiting).path();
    const page = await freshPhone(browser, served.address);
    await page.goto('./en/my-data/');
    await page.getByLabel('Or choose the file').setInputFiles(file);
    await page.getByRole('button', { name: 'See what it holds' }).click();
    await expect(page.locator('.preview')).toContainText('1 answer that is not here yet');
    await page.context().close();
  });

  test('Each thing that can be wrong with a code has its own calm sentence', async ({ page }) => {
    await answer(page);
    const groups = (await makeCode(page)).split(' ');
    const third = groups[2] ?? '';
    const slip = (third.startsWith('A') ? 'B' : 'A') + third.slice(1);
    const heard = page.locator('.heard');
    await hand(page, 'Good morning, warden');
    await expect(heard).toHaveText(
      'This is not a code of this course. A code is a row of groups, each of six letters and digits.',
    );
    await hand(page, groups.with(2, slip).join(' '));
    await expect(heard).toHaveText(
      `Group 3 cannot be right: ${slip}. Compare it letter by letter with the other phone.`,
    );
    await hand(page, groups.slice(0, -1).join(' '));
    await expect(heard).toHaveText(
      'Part of this code is missing or was changed, so nothing was brought in. Copy it once more, from the first group to the last.',
    );
  });

  test('A record that is already here can be kept apart from the one that comes', async ({
    page: old,
    browser,
    served,
  }) => {
    await answer(old);
    const code = await makeCode(old);
    const page = await freshPhone(browser, served.address);
    await answer(page, 'ask');
    await page.goto('./en/my-data/');
    await hand(page, code);
    await page.getByRole('button', { name: 'Keep it as a record of its own' }).click();
    await expect(page.locator('dastak-profiles .others li')).toHaveCount(1);
    await page.goto('./en/ask/check/');
    await expect(shownCard(page).locator('.feedback')).toBeEmpty();
    await page.context().close();
  });

  test('With nothing answered there is no code, and the page says so', async ({ page }) => {
    await page.goto('./en/my-data/');
    await page.getByRole('button', { name: 'Show my code' }).click();
    await expect(page.getByText('There is nothing yet that a code could carry.')).toBeVisible();
    await expect(page.locator('.code')).toBeHidden();
  });
});

test.describe('Whose record this is', () => {
  test('A record gets a name and a colour, and the next page knows them', async ({ page }) => {
    await answer(page);
    await page.goto('./en/my-data/');
    await page.getByLabel('A name to know it by').fill('  Sunita   Ma’am ');
    await page.getByLabel('plum').check();
    await page.getByRole('button', { name: 'Keep name and colour' }).click();
    await expect(page.getByText('Name and colour are kept.')).toBeVisible();
    await page.reload();
    await expect(page.locator('form.current .name')).toHaveText('Sunita Ma’am');
    await expect(page.getByLabel('plum')).toBeChecked();
  });

  test('Two people on one phone do not see each other’s answers', async ({ page }) => {
    await answer(page);
    await page.goto('./en/my-data/');
    await page.getByRole('button', { name: 'Somebody else wants to learn' }).click();
    await expect(page.getByText('A new record has been begun and is in use now.')).toBeVisible();
    await page.goto('./en/notice/check/');
    await expect(shownCard(page).locator('.feedback')).toBeEmpty();
    await page.goto('./en/my-data/');
    await page.getByRole('button', { name: /^Carry on with/ }).click();
    await page.goto('./en/notice/check/');
    await expect(shownCard(page).getByRole('status')).toContainText(words.right);
  });

  test('A shared phone asks in each new tab who is learning, and brings nobody into another’s record', async ({
    page,
    context,
  }) => {
    await answer(page);
    await page.goto('./en/my-data/');
    await page.getByLabel('A name to know it by').fill('Ravi');
    await page.getByRole('button', { name: 'Keep name and colour' }).click();
    await page.getByLabel(/Several people learn on this phone/).check();
    const tab = await context.newPage();
    await tab.goto('./en/');
    const who = tab.getByRole('region', { name: 'Who is learning now?' });
    await expect(who).toBeVisible();
    await who.getByRole('button', { name: 'I am new here' }).click();
    await expect(who).toBeHidden();
    await tab.goto('./en/notice/check/');
    await expect(shownCard(tab).locator('.feedback')).toBeEmpty();
    const third = await context.newPage();
    await third.goto('./en/');
    await third.getByRole('button', { name: 'Ravi' }).click();
    await third.goto('./en/notice/check/');
    await expect(shownCard(third).getByRole('status')).toContainText(words.right);
  });

  test('Erasing takes three taps, offers the code first, and leaves nothing of the record', async ({
    page,
  }) => {
    await answer(page);
    await page.goto('./en/my-data/');
    await page.getByRole('button', { name: 'Erase the teal record' }).click();
    await expect(page.getByRole('link', { name: 'Take my code first' })).toBeVisible();
    await page.getByRole('button', { name: 'No, keep it' }).click();
    await expect(page.locator('form.current')).toBeVisible();
    await page.getByRole('button', { name: 'Erase the teal record' }).click();
    await page.getByRole('button', { name: 'Yes, erase' }).click();
    await expect(page.getByText('The record is erased.')).toBeVisible();
    const keys = await page.evaluate(() => Object.keys(localStorage).sort());
    expect(keys).toEqual([`${space}active`, `${space}gone`]);
  });

  test('Everything on a phone goes with one confirmation', async ({ page }) => {
    await answer(page);
    await page.goto('./en/my-data/');
    await page.getByRole('button', { name: 'Somebody else wants to learn' }).click();
    await page.getByLabel(/Several people learn on this phone/).check();
    await page.getByRole('button', { name: 'Erase every record on this phone' }).click();
    await page.getByRole('button', { name: 'Yes, erase' }).click();
    await expect(page.getByText('Every record on this phone is erased.')).toBeVisible();
    const keys = await page.evaluate(() => Object.keys(localStorage).sort());
    expect(keys).toEqual([`${space}gone`, `${space}shared`]);
  });
});

test.describe('Everything that is kept', () => {
  test('Answers, settings and every entry of the storage are told in words', async ({ page }) => {
    await answer(page);
    await page.goto('./en/my-data/');
    const part = (name: string) => page.locator(`dastak-my-data [data-part=${name}]`);
    await part('answers').getByText('Answers').click();
    await expect(part('answers').getByRole('listitem')).toHaveText(
      /Answered once, on .+: [a-z, ]+$/,
    );
    await part('entries').getByText('Entries in the browser').click();
    await expect(part('entries').getByRole('listitem')).toHaveText([
      /^dastak\/.*active: \d+ characters$/,
      /^dastak\/.*one\.a: \d+ characters$/,
      /^dastak\/.*one\.b: \d+ characters$/,
    ]);
  });

  test('The file holds every event and every entry, but nothing of anybody else @chromium', async ({
    page,
  }) => {
    await answer(page);
    await page.goto('./en/my-data/');
    await page.getByRole('button', { name: 'Somebody else wants to learn' }).click();
    await answer(page, 'ask');
    await page.goto('./en/my-data/');
    // What the last page kept apart goes to the second copy first.
    const names = () => page.evaluate(() => Object.keys(localStorage).join(' '));
    await expect.poll(names).not.toContain('.tab-');
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Keep all of it as a file' }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe('dastak-my-record.json');
    const { profile, events, stored } = JSON.parse(readFileSync(await download.path(), 'utf8'));
    expect(Object.keys(stored).toSorted()).toEqual(
      [`${space}active`, `${space}${profile.id}.a`, `${space}${profile.id}.b`].toSorted(),
    );
    expect(events.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
      'answer',
      'card',
      'set',
    ]);
  });
});

test.describe('Inside another app', () => {
  test.use({
    userAgent:
      'Mozilla/5.0 (Linux; Android 12; SM-A125F; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/140.0.0.0 Mobile Safari/537.36 WhatsApp/2.25.1.1 A',
  });
  test('The page says that answers stay there, and how to carry them over @chromium', async ({
    page,
  }) => {
    await page.goto('./en/my-data/');
    await expect(page.locator('.in-app')).toContainText('choose "Open in browser"');
  });
});

test.describe('Without script', () => {
  test.use({ javaScriptEnabled: false });
  test('The page says that nothing is kept, and offers nothing that does not work @chromium', async ({
    page,
  }) => {
    await page.goto('./en/my-data/');
    await expect(page.getByText('JavaScript does not run in this browser')).toHaveCount(3);
    for (const button of await page.locator('main button:visible').all())
      await expect(button).toBeDisabled();
  });
});
