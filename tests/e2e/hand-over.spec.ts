import { expect, test } from '../support/test.ts';

const says = {
  hi: {
    initials: 'नाम के दो अक्षर',
    told: 'किसे बताया गया',
    at: 'कितने बजे बताया',
    make: 'कार्ड बनाइए',
    card: 'कार्ड',
    copy: 'लिखा हुआ कॉपी कीजिए',
    clear: 'सब मिटाइए',
    owner: 'हॉस्टल मालिक',
  },
  en: {
    initials: 'Two letters of the name',
    told: 'Who was told',
    at: 'Told at what time',
    make: 'Make the card',
    card: 'Card',
    copy: 'Copy as text',
    clear: 'Clear everything',
    owner: 'Hostel owner',
  },
} as const;

const words = says.en;

test(`A hand-over card is composed, passed on, printed, and gone after a reload @chromium`, async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`./en/hand-over/`);
  await page.getByLabel(words.initials).fill('Rohan');
  await page.getByLabel(words.told).fill(words.owner);
  await page.getByLabel(words.at).fill('22:40');
  await page.getByRole('button', { name: words.make }).click();
  const card = page.getByRole('region', { name: words.card, exact: true });
  await expect(page.getByRole('heading', { name: words.card, exact: true })).toBeFocused();
  await expect(card.getByText(words.owner)).toBeVisible();
  await expect(card).not.toContainText('Rohan');

  await card.getByRole('button', { name: words.copy }).click();
  await expect(page.getByRole('status').filter({ hasText: /\S/ })).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain(`${words.told}: ${words.owner}`);
  expect(text).toContain('22:40');
  expect(text).not.toContain('Rohan');

  await page.emulateMedia({ media: 'print' });
  await expect(card.getByText(words.owner)).toBeVisible();
  await expect(page.getByLabel(words.told)).toBeHidden();
  await expect(card.getByRole('button', { name: words.copy })).toBeHidden();

  await page.emulateMedia({ media: 'screen' });
  const stored = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
  );
  expect(stored).not.toContain(words.owner);
  await page.reload();
  await expect(page.getByLabel(words.told)).toHaveValue('');
  await expect(card).toBeHidden();
});

test(`Without script the card is a form to print @chromium`, async ({ browser, served }) => {
  const context = await browser.newContext({ baseURL: served.address, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`./en/hand-over/`);
  await expect(page.getByRole('button', { name: words.make })).toBeDisabled();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByLabel(words.told)).toBeVisible();
  await expect(page.getByRole('button', { name: words.make })).toBeHidden();
  await context.close();
});

test('A card is handed to what the phone offers for passing on @engines', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'share', {
      value: async (data: ShareData) => {
        document.documentElement.dataset['shared'] = data.text ?? '';
      },
    });
  });
  await page.goto('./en/hand-over/');
  await page.getByLabel('Room').fill('204');
  await page.getByRole('button', { name: 'Make the card' }).click();
  await page.getByRole('button', { name: 'Pass it on' }).click();
  await expect(page.locator('html')).toHaveAttribute(
    'data-shared',
    /Hand-over card\s+Now\s+Room: 204/,
  );
});

test('An empty card is not made, and what is cleared is gone', async ({ page }) => {
  await page.goto('./en/hand-over/');
  await page.getByRole('button', { name: 'Make the card' }).click();
  await expect(
    page.getByRole('status').filter({ hasText: 'nothing to put on the card' }),
  ).toBeVisible();
  await page.getByLabel('Room').fill('204');
  await page.getByRole('button', { name: 'Make the card' }).click();
  await page.getByRole('button', { name: 'Clear everything' }).click();
  await expect(page.getByLabel('Room')).toHaveValue('');
  await expect(page.getByRole('region', { name: 'Card', exact: true })).toBeHidden();
});

test('Nothing that is typed becomes HTML', async ({ page }) => {
  await page.goto('./en/hand-over/');
  // Brackets and quotes around the whole go, as around anything that is pasted.
  const typed = [
    ['by <img src=x onerror=alert(1)> me', 'by <img src=x onerror=alert(1)> me'],
    ['"><script>alert(1)</script>', '><script>alert(1)</script'],
    ['&lt;b&gt;', '&lt;b&gt;'],
    ['</dd><a href=//x>', '/dd><a href=//x'],
  ] as const;
  for (const [text, shown] of typed) {
    for (const label of ['Room', 'Who was told', 'Number rung', 'What they look at']) {
      await page.getByLabel(label).fill(text);
    }
    await page.getByRole('button', { name: 'Make the card' }).click();
    await expect(page.locator('.made dd').nth(1)).toHaveText(shown);
    await expect(page.locator('.made :is(img, script, b, a)')).toHaveCount(0);
  }
});
