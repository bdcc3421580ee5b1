import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import jsQR from 'jsqr';
import { numbersToFragment } from '../../src/exports/numbers-code.ts';
import { daysAgo, ownNumber, putNumbers } from '../support/hostel.ts';
import { expect, test } from '../support/test.ts';

test.use({ site: 'course' });

const HERE = './en/our-numbers/';
const heard = (page: Page) => page.locator('.heard');

async function write(page: Page, fields: Record<string, string>): Promise<void> {
  const labels: Record<string, string> = {
    name: 'Name or post',
    number: 'Number',
    by: 'Rung by (initials or post)',
    on: 'Rung on',
  };
  const { kind, place, ...typed } = fields;
  if (kind) await page.getByLabel('Whose number?').selectOption(kind);
  if (place) await page.getByLabel('Control room of which place?').selectOption(place);
  for (const [name, value] of Object.entries(typed))
    await page.getByLabel(labels[name] ?? '', { exact: true }).fill(value);
  await page.getByRole('button', { name: 'Keep this number' }).click();
}

test('A number is written down, changed, removed, put back, and outlives a reload', async ({
  page,
}) => {
  await page.goto(HERE);
  await expect(page.getByText('No number is written down on this phone yet.')).toBeVisible();
  await write(page, {
    kind: 'warden',
    name: 'Night warden',
    number: '०७४४–०००-०००१',
    by: 'AB',
    on: daysAgo(2),
  });
  await expect(heard(page)).toHaveText('Kept on this phone.');
  await page.reload();
  const item = page.locator('.own-numbers li');
  await expect(item).toHaveCount(1);
  await expect(item.getByRole('link', { name: 'Ring 07440000001' })).toHaveAttribute(
    'href',
    'tel:07440000001',
  );
  await page.getByRole('button', { name: 'Change: Night warden' }).click();
  await expect(page.getByLabel('Name or post')).toHaveValue('Night warden');
  await write(page, { name: 'Warden, night' });
  await expect(item.locator('h3')).toHaveText('Warden, night');
  await page.getByRole('button', { name: 'Remove: Warden, night' }).click();
  await expect(item).toHaveCount(0);
  await page.getByRole('button', { name: 'Put it back' }).click();
  await expect(item).toHaveCount(1);
  await page.reload();
  await expect(item).toHaveCount(1);
  await page.goto('./hi/help/');
  await expect(page.locator('.own-numbers li')).toContainText('Warden, night');
  await expect(page.locator('.unfilled')).toBeHidden();
});

test('What cannot be kept is said in a sentence, at the line it is about', async ({ page }) => {
  await page.goto(HERE);
  const problem = page.locator('.problem');
  await write(page, { kind: 'hospital', name: 'Ward', number: '0744-0000003' });
  await expect(heard(page)).toHaveText('Kept on this phone.');
  await write(page, { kind: 'hospital', name: ' ', number: 'abc' });
  await expect(problem).toHaveText('Write a name or a post.');
  await expect(heard(page), 'the old message goes').toHaveText('');
  await expect(page.getByLabel('Name or post')).toBeFocused();
  await write(page, { name: 'Ward' });
  await expect(problem).toHaveText(
    'This does not read as one number. Write one number alone, 3 to 15 digits, with at most a plus sign before them.',
  );
  const number = page.getByLabel('Number', { exact: true });
  await expect(number).toBeFocused();
  // The sentence stands below the field that it is about.
  expect(
    await number.evaluate((field) => field.closest('label')?.nextElementSibling?.className),
  ).toBe('problem');
  await write(page, { number: '0744000003' });
  await expect(problem).toHaveText(/^It reads 0744000003\. A mobile number has 10 digits/);
  await write(page, {});
  await expect(heard(page), 'compared and kept').toHaveText('Kept on this phone.');
  await expect(problem).toHaveText('');
  await write(page, { kind: 'hospital', name: 'Ward', number: '07440000003', by: 'AB' });
  await expect(problem).toHaveText(/Write both, who rang it and on which day/);
  await write(page, { on: daysAgo(-3) });
  await expect(problem).toHaveText(
    'That day is still to come. Write the day on which it was rung.',
  );
  await write(page, { kind: 'control-room', on: daysAgo(1) });
  await expect(problem).toHaveText('Choose the place of this control room from the list.');
  await write(page, { place: 'kota-rural' });
  await expect(heard(page)).toHaveText('Kept on this phone.');
  await expect(page.locator('.own-numbers .kind').last()).toHaveText(
    'Police control room: Kota Rural police',
  );
});

test('A link carries the numbers to another phone, which sees them first @chromium', async ({
  page,
  context,
  browser,
  served,
}) => {
  await putNumbers(page, [
    ownNumber(),
    ownNumber({ kind: 'hospital', name: 'अस्पताल', number: '0744000004' }),
  ]);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(HERE);
  await page.getByRole('button', { name: 'Copy the link' }).click();
  await expect(page.getByText('It is copied.')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole('button', { name: 'QR code for another phone' }).click();
  await expect(page.locator('canvas')).toBeVisible();
  // The canvas stands a moment before the code is drawn on it.
  await expect(async () => {
    const { data, width, height } = await page
      .locator('canvas')
      .evaluate((canvas: HTMLCanvasElement) => {
        const image = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height);
        return { data: [...(image?.data ?? [])], width: canvas.width, height: canvas.height };
      });
    expect(jsQRFrom(data, width, height)).toBe(link);
  }).toPass();

  const other = await browser.newContext({ baseURL: served.address });
  const second = await other.newPage();
  await second.goto(link);
  await expect(second.getByRole('heading', { name: 'Numbers have arrived' })).toBeFocused();
  await expect(second.locator('.arriving strong')).toHaveText(['0744000001', '0744000004']);
  await expect(second.locator('.own-numbers li')).toHaveCount(0);
  expect(second.url()).not.toContain('#');
  await second.getByRole('button', { name: 'Take nothing over' }).click();
  await expect(heard(second)).toHaveText('Nothing was changed.');
  await second.goto('./en/about/');
  await second.goto(link);
  await second.getByRole('button', { name: 'Take them over' }).click();
  await expect(heard(second)).toHaveText('They are here now, and kept on this phone.');
  await second.reload();
  await expect(second.locator('.own-numbers li')).toHaveCount(2);
  await second.goto('./en/about/');
  await second.goto(link);
  await expect(heard(second)).toHaveText('All of these numbers are here already. Nothing changes.');
  await other.close();
});

/** Enlarges a drawn code, since the reader wants more than one dot a square. */
function jsQRFrom(data: readonly number[], width: number, height: number): string | undefined {
  const by = 4;
  const large = new Uint8ClampedArray(width * height * by * by * 4);
  for (let y = 0; y < height * by; y++)
    for (let x = 0; x < width * by; x++)
      for (let part = 0; part < 4; part++)
        large[(y * width * by + x) * 4 + part] =
          data[(Math.floor(y / by) * width + Math.floor(x / by)) * 4 + part] ?? 0;
  return jsQR(large, width * by, height * by)?.data;
}

test('Hostile links change nothing, and each is refused in a sentence', async ({ page }) => {
  const whole = numbersToFragment([ownNumber()]);
  const forged = numbersToFragment([ownNumber({ name: '<img src=x onerror=alert(1)>' })]);
  const says: [string, RegExp][] = [
    ['#n=', /^There are no numbers in this link/],
    ['#n=<script>', /^There are no numbers in this link/],
    [`#n=${'A'.repeat(5000)}`, /^There are no numbers in this link/],
    [whole.slice(0, -4), /^Part of this link is missing or was changed/],
    [forged, /^Part of this link is missing or was changed/],
    [
      numbersToFragment([ownNumber({ on: daysAgo(-30) })]),
      /^One of these numbers was rung on a day that is still to come/,
    ],
  ];
  for (const [hash, sentence] of says) {
    await page.goto('./en/about/');
    await page.goto(HERE + hash);
    await expect(heard(page)).toHaveText(sentence);
    await expect(page.locator('.own-numbers li')).toHaveCount(0);
    await expect(page.locator('.arrived')).toBeHidden();
  }
});

test('Where nothing may be stored a number lasts as long as the tab', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  await page.goto(HERE);
  await write(page, { kind: 'warden', name: 'Night warden', number: '07440000001' });
  await expect(heard(page)).toHaveText(
    'This phone could not keep it. It lasts until you close this page.',
  );
  await page.goto('./en/help/');
  await expect(page.locator('.own-numbers li')).toHaveCount(1);
});

test('Without script the page says that no numbers are kept @chromium', async ({
  browser,
  served,
}) => {
  const context = await browser.newContext({ baseURL: served.address, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('./hi/our-numbers/');
  await expect(page.locator('.without')).toBeVisible();
  for (const control of await page.locator('form :is(input, select, button)').all())
    await expect(control).toBeDisabled();
  await context.close();
});

test('The poster holds the numbers of this phone and prints on one A4 @chromium', async ({
  page,
}) => {
  const six = ['warden', 'owner', 'counsellor', 'hospital', 'police-station', 'other'] as const;
  await putNumbers(
    page,
    six.map((kind, index) =>
      ownNumber({
        kind,
        name: `हमारा नंबर ${index + 1}`,
        number: `0744${1_000_000 + index}`,
        on: index === 2 ? '2026-01-01' : daysAgo(1),
      }),
    ),
  );
  for (const lang of ['hi', 'en']) {
    await page.goto(`./${lang}/poster/`);
    const sheet = page.locator('.sheet');
    await expect(sheet.locator('.own li:visible')).toHaveCount(6);
    for (const number of ['112', '14416', '1800-891-4416', '1098', '07441000000', '07441000005'])
      await expect(sheet).toContainText(number);
    // Said once on paper, and once on the screen before printing; not under each number.
    await expect(sheet.locator('.undated')).toHaveText(/जिस नंबर के साथ तारीख़ नहीं है.*|A number/);
    await expect(page.locator('.controls .undated')).toBeVisible();
    await expect(sheet.locator('[data-stale]').first()).toBeVisible();
    expect(
      await sheet.evaluate((part) => part.scrollHeight - part.clientHeight),
    ).toBeLessThanOrEqual(1);
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toEqual([[595, 842]]);
    await page.locator('#what-cards').check();
    await expect(page.locator('.card85')).toHaveCount(8);
    const card = page.locator('.card85').first();
    expect(
      await card.evaluate((part) => part.scrollHeight - part.clientHeight),
    ).toBeLessThanOrEqual(1);
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toEqual([[595, 842]]);
  }
});

/** Widths and heights of a PDF's pages in points. */
function pagesOf(pdf: Buffer): number[][] {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/\/MediaBox\s*\[([\d. ]+)\]/g)].map(([, box = '']) =>
    box
      .trim()
      .split(/\s+/)
      .slice(2)
      .map((side) => Math.round(Number(side))),
  );
}

test('The poster is saved as a picture for a phone @chromium', async ({ page }) => {
  await putNumbers(page, [ownNumber()]);
  await page.goto('./hi/poster/');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('[data-do=picture]').click(),
  ]);
  expect(download.suggestedFilename()).toBe('dastak-numbers.png');
  const bytes = readFileSync(await download.path());
  expect(bytes.toString('latin1', 1, 4)).toBe('PNG');
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1080, 1920]);
  expect(bytes.length).toBeGreaterThan(20_000);
  await expect(page.getByText('तस्वीर तैयार है।')).toBeVisible();
});
