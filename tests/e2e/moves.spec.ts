import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import jsqr from 'jsqr';
import { giveAnswer, says, shownCard, walkModule } from '../support/learner.ts';
import { axe } from '../support/page.ts';
import { expect, test } from '../support/test.ts';

const words = says.en;

async function answerOne(page: Page, wanted: 'right' | 'wrong' = 'right'): Promise<void> {
  await page.goto('./en/notice/check/');
  await giveAnswer(shownCard(page), wanted);
  await shownCard(page).getByRole('button', { name: words.check }).click();
  await expect(shownCard(page).getByText(words.saved)).toBeVisible();
}

/** Opens the record's page and has the code shown as text. */
async function codeOf(page: Page): Promise<string> {
  await page.goto('./en/my-data/');
  await page.getByRole('button', { name: 'Show my code' }).click();
  const groups = page.locator('.groups li');
  await expect(groups.first()).toBeAttached();
  return (await groups.allTextContents()).map((group) => group.trim()).join(' ');
}

async function look(page: Page, code: string): Promise<void> {
  await page.goto('./en/my-data/');
  await page.getByLabel('Type or paste a code').fill(code);
  await page.getByRole('button', { name: 'See what it holds' }).click();
}

const heard = (page: Page) => page.locator('.heard');

test('A finished door is carried to a wiped phone by a typed code', async ({
  page,
  browser,
  served,
}) => {
  test.setTimeout(120_000);
  await page.goto('./en/');
  await page.getByRole('button', { name: words.warden }).click();
  await page.getByRole('link', { name: words.first }).click();
  await walkModule(page, 'en');
  const code = await codeOf(page);

  const wiped = await browser.newContext({ baseURL: served.address });
  const fresh = await wiped.newPage();
  await look(fresh, code);
  await expect(fresh.getByRole('heading', { name: 'This is what it would bring' })).toBeVisible();
  await fresh.getByRole('button', { name: 'Begin my record with it' }).click();
  await fresh.goto('./en/');
  await expect(fresh.locator('.door[data-module=begin]')).toHaveAttribute('data-state', 'finished');
  await expect(fresh.locator('.current-name', { hasText: 'Warden or hostel staff' })).toBeVisible();
  await wiped.close();
});

test('The same code brought twice changes nothing', async ({ page }) => {
  await answerOne(page);
  await look(page, await codeOf(page));
  await expect(heard(page)).toContainText('Everything in this code is here already.');
});

test('A code adds to what is there and takes nothing away', async ({ page, browser, served }) => {
  await answerOne(page);
  const other = await browser.newContext({ baseURL: served.address });
  const second = await other.newPage();
  await second.goto('./en/your-role/check/');
  await giveAnswer(shownCard(second), 'right');
  await shownCard(second).getByRole('button', { name: words.check }).click();
  const code = await codeOf(second);
  await other.close();

  await look(page, code);
  await page.locator('.preview [data-do=add]').click();
  for (const door of ['notice', 'your-role']) {
    await page.goto(`./en/${door}/check/`);
    await expect(shownCard(page).getByRole('status')).toContainText(words.right);
  }
});

test('A mistyped group is named', async ({ page }) => {
  await answerOne(page);
  const groups = (await codeOf(page)).split(' ');
  const wrong = groups[1] ?? '';
  groups[1] = (wrong.startsWith('2') ? '3' : '2') + wrong.slice(1);
  await look(page, groups.join(' '));
  await expect(heard(page)).toContainText('Group 2 cannot be right');
});

test('What is no code, or the code of another course, gets its own calm sentence', async ({
  page,
}) => {
  await look(page, 'hello there');
  await expect(heard(page)).toContainText('This is not a code of this course.');
  await answerOne(page);
  const groups = (await codeOf(page)).split(' ');
  await look(page, groups.slice(0, -1).join(' '));
  await expect(heard(page)).toContainText('Part of this code is missing or was changed');
});

test('A link carries the code in its fragment, which leaves the address at once', async ({
  page,
  browser,
  served,
}) => {
  await answerOne(page);
  await codeOf(page);
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: async (text: string) => document.body.setAttribute('data-copied', text) },
    });
  });
  await page.getByRole('button', { name: 'Copy as a link' }).click();
  await expect(page.locator('body')).toHaveAttribute('data-copied', /#c=/);
  const link = (await page.locator('body').getAttribute('data-copied')) ?? '';
  const other = await browser.newContext({ baseURL: served.address });
  const second = await other.newPage();
  await second.goto(link);
  await expect(second.getByRole('heading', { name: 'This is what it would bring' })).toBeVisible();
  expect(second.url()).not.toContain('#c=');
  await other.close();
});

test('The QR code holds the same progress', async ({ page }) => {
  await answerOne(page);
  await codeOf(page);
  const canvas = page.locator('.qr canvas');
  await expect(canvas).toBeVisible();
  const image = await canvas.evaluate((element: HTMLCanvasElement) => {
    // A camera sees a code larger than its dots and with paper around it.
    const scale = 6;
    const quiet = 4 * scale;
    const seen = document.createElement('canvas');
    seen.width = element.width * scale + 2 * quiet;
    seen.height = element.height * scale + 2 * quiet;
    const pen = seen.getContext('2d') as CanvasRenderingContext2D;
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, seen.width, seen.height);
    pen.imageSmoothingEnabled = false;
    pen.drawImage(element, quiet, quiet, element.width * scale, element.height * scale);
    const { data } = pen.getImageData(0, 0, seen.width, seen.height);
    return { data: [...data], width: seen.width, height: seen.height };
  });
  // The package is CommonJS; whether its function stands under `default` depends on who loads it.
  const read = (jsqr as unknown as { default?: typeof jsqr }).default ?? jsqr;
  const found = read(Uint8ClampedArray.from(image.data), image.width, image.height);
  expect(found?.data).toContain('#c=');
  await look(page, found?.data ?? '');
  await expect(heard(page)).toContainText('Everything in this code is here already.');
});

test('The code as a file can be brought in again @chromium', async ({ page, browser, served }) => {
  await answerOne(page);
  await codeOf(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Keep it as a file' }).click(),
  ]);
  const bytes = readFileSync(await download.path());
  const other = await browser.newContext({ baseURL: served.address });
  const second = await other.newPage();
  await second.goto('./en/my-data/');
  await second.getByLabel('Or choose the file').setInputFiles({
    name: download.suggestedFilename(),
    mimeType: 'application/octet-stream',
    buffer: bytes,
  });
  await second.getByRole('button', { name: 'See what it holds' }).click();
  await second.getByRole('button', { name: 'Begin my record with it' }).click();
  await second.goto('./en/notice/check/');
  await expect(shownCard(second).getByRole('status')).toContainText(words.right);
  await other.close();
});

test('Everything that is stored stands on the page in words and in the file @chromium', async ({
  page,
}) => {
  await answerOne(page, 'wrong');
  await page.goto('./en/my-data/');
  const prompt = page.locator('dastak-my-data');
  await expect(prompt).toContainText('Harshita');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Keep all of it as a file' }).click(),
  ]);
  const file = readFileSync(await download.path(), 'utf8');
  expect(file).toContain('paint-box-given-away');
});

test('axe finds nothing on the record with a code and a preview @chromium', async ({ page }) => {
  await answerOne(page);
  const code = await codeOf(page);
  await page.getByText('Read them out').or(page.getByText('Read it out')).first().click();
  await axe(page);
  await page.getByLabel('Type or paste a code').fill(code);
  await page.getByRole('button', { name: 'See what it holds' }).click();
  await axe(page);
});
