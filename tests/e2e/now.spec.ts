import type { Page } from '@playwright/test';
import { ownNumber, putNumbers } from '../support/hostel.ts';
import { expect, test } from '../support/test.ts';

test.use({ site: 'course' });

type Tongue = 'hi' | 'en';
const tongues: Tongue[] = ['hi', 'en'];
const says = {
  hi: {
    ring: 'जान का ख़तरा: 112 पर फ़ोन',
    kota: 'ज़िला कोटा',
    repeat: 'पता एक बार दोहराकर सुना दीजिए।',
  },
  en: {
    ring: 'Danger now: ring 112',
    kota: 'Kota district',
    repeat: 'Please read the address back to me.',
  },
};

const tap = async (page: Page, ...ids: string[]) => {
  for (const id of ids) await page.locator(`#${id}`).check();
};
/** A step without a number of its own: a report, or a control room whose number nobody has given. */
const NO_RING = 'none';
/** The numbers of the steps that are shown, in order. */
const rung = (page: Page) =>
  page
    .locator('.step:visible')
    .evaluateAll((steps) =>
      steps.map((step) => step.querySelector('.ring')?.getAttribute('href')?.slice(4) ?? 'none'),
    );
const sentence = (page: Page) => page.locator('.say:visible');
const field = (page: Page, name: string) => sentence(page).getByLabel(name).locator('visible=true');
/** Opens the page and waits until its script has added exact places. */
async function alive(page: Page, tongue: Tongue): Promise<void> {
  await page.goto(`./${tongue}/now/`);
  await expect(page.locator('.now.alive')).toBeVisible();
}

for (const tongue of tongues) {
  test.describe(() => {
    test.use({ javaScriptEnabled: false });
    test(`Without script four taps give the order and the sentence, in ${tongue} @chromium`, async ({
      page,
    }) => {
      await page.goto(`./${tongue}/now/`);
      await expect(page.locator('.step:visible')).toHaveCount(0);
      await tap(page, 'danger-yes');
      expect((await rung(page))[0]).toBe('112');
      await tap(page, 'place-here', 'minor-yes', 'channel-post');
      expect(await rung(page)).toEqual([
        '112',
        '1098',
        NO_RING,
        NO_RING,
        '14416',
        '1800-891-4416'.replaceAll('-', ''),
        NO_RING,
      ]);
      expect(await sentence(page).innerText()).toContain(says[tongue].kota);
      expect(await sentence(page).innerText()).toContain(says[tongue].repeat);
      await tap(page, 'minor-no', 'channel-in-person', 'place-unknown');
      expect(await rung(page)).toEqual(['112', '14416', '18008914416']);
      expect(await sentence(page).innerText()).not.toContain(says[tongue].kota);
      await expect(page.locator('.not-danger-yes:visible')).toHaveCount(0);
      await tap(page, 'danger-hurt');
      expect(await rung(page)).toEqual(['112', '108', '14416', '18008914416']);
      await expect(page.locator('.not-danger-yes:visible')).not.toHaveCount(0);
      await tap(page, 'danger-no');
      expect(await rung(page)).toEqual(['14416', '18008914416', '112']);
    });
  });

  test(`The emergency number stands above the first question, in ${tongue}`, async ({ page }) => {
    await page.goto(`./${tongue}/now/`);
    const ring = page.getByRole('link', { name: says[tongue].ring });
    await expect(ring).toBeInViewport();
    await expect(ring).toHaveAttribute('href', 'tel:112');
    const [button, question] = await Promise.all([
      ring.boundingBox(),
      page.locator('fieldset').first().boundingBox(),
    ]);
    expect(button?.height).toBeGreaterThanOrEqual(64);
    expect((button?.y ?? 0) + (button?.height ?? 0)).toBeLessThanOrEqual(question?.y ?? 0);
  });

  test(`No order is wider than a small phone, in ${tongue}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await alive(page, tongue);
    for (const danger of ['danger-yes', 'danger-no']) {
      await tap(page, danger, 'place-here', 'minor-yes', 'channel-post');
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
    }
  });
}

test('The pages that hold the numbers are no wider than a small phone', async ({ page }) => {
  for (const width of [280, 320, 360]) {
    await page.setViewportSize({ width, height: 640 });
    for (const name of ['help', 'me']) {
      await page.goto(`./hi/${name}/`);
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(excess, `${name} at ${width} px`).toBeLessThanOrEqual(0);
    }
  }
});

test('The taps are given by keyboard alone @engines', async ({ page }) => {
  await alive(page, 'en');
  await page.locator('#danger-yes').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.locator('#place-here')).toBeChecked();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('#place-elsewhere')).toBeChecked();
  await expect(page.locator('.exact-elsewhere select')).toBeVisible();
  expect((await rung(page))[0]).toBe('112');
});

test('Users fault 13: a tap shows at once whom to ring, without moving the page', async ({
  page,
}) => {
  await alive(page, 'en');
  const brief = page.locator('.brief:visible');
  // Without the scrolling that a pointer of the tests does by itself.
  const press = (answer: string) =>
    page.locator(`#danger-${answer}`).evaluate((input: HTMLElement) => input.click());
  await page.locator('.tap:has(#danger-no)').scrollIntoViewIfNeeded();
  const scrolled = () => page.evaluate(() => Math.round(scrollY));
  const before = await scrolled();
  await press('yes');
  await expect(brief).toBeInViewport({ ratio: 1 });
  await expect(brief).toHaveText(/^1\. Emergency 2\. /);
  await press('no');
  await expect(brief).toHaveText(/^1\. Tele-MANAS 2\. /);
  expect(await scrolled()).toBe(before);
  await page.getByRole('link', { name: 'See whom to ring' }).click();
  await expect(page.getByRole('heading', { name: 'If there is no danger now' })).toBeInViewport();
});

test('The exact place names the room, and stands first in the sentence', async ({ page }) => {
  await alive(page, 'en');
  await tap(page, 'danger-yes', 'place-here', 'minor-no', 'channel-in-person');
  await page.locator('.exact-here select').selectOption({ label: 'Kota Rural police' });
  await expect(page.locator('.step:visible h4')).toHaveText([
    'Emergency',
    'Police control room: Kota Rural police',
    'Tele-MANAS',
    'Tele-MANAS (second number)',
  ]);
  await expect(sentence(page)).toContainText(
    /^Kota Rural police, Kota district, Rajasthan,\s+Hostel/,
  );
  await tap(page, 'place-other');
  await page.locator('.exact-other select').selectOption({ label: 'Gujarat' });
  await page.locator('.exact-home select').selectOption({ label: 'Jhunjhunu' });
  await expect(page.locator('.step:visible h4').nth(1)).toHaveText(
    'Police control room of their district: Gujarat',
  );
  await expect(page.locator('.step:visible h4').nth(2)).toHaveText(
    'Police control room: Jhunjhunu',
  );
  await field(page, 'District').fill('Surat');
  await expect(sentence(page)).toContainText('Home is Jhunjhunu district, Rajasthan.');
});

test('The page goes on when the signal is lost', async ({ page, context }) => {
  await alive(page, 'hi');
  // What comes beside the page has come.
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await tap(page, 'danger-yes', 'place-elsewhere', 'minor-yes', 'channel-call');
  await page.locator('.exact-elsewhere select').selectOption({ label: 'बाड़मेर' });
  expect(await rung(page)).toEqual(['112', '1098', NO_RING, '14416', '18008914416']);
  await expect(sentence(page)).toContainText('ज़िला बाड़मेर');
  await context.setOffline(false);
});

test('Numbers of this phone stand where they help, and are said to be old when they are', async ({
  page,
}) => {
  await putNumbers(page, [
    ownNumber({ on: '2026-01-01' }),
    ownNumber({
      kind: 'control-room',
      name: 'City room',
      number: '0744000002',
      place: 'kota-city',
      by: '',
      on: '',
    }),
  ]);
  await alive(page, 'en');
  await tap(page, 'danger-yes', 'place-here', 'minor-no', 'channel-in-person');
  await page.locator('.exact-here select').selectOption({ label: 'Kota City police' });
  expect(await rung(page)).toEqual(['112', '0744000001', '0744000002', '14416', '18008914416']);
  await expect(page.locator('.step:visible').nth(1).locator('[data-stale]')).toContainText(
    'more than 90 days ago',
  );
  await expect(page.locator('.step:visible').nth(2)).toContainText(
    'Nobody has rung it from here yet.',
  );
  await expect(page.locator('.missing li:visible')).toHaveText([
    'Counsellor',
    'Hospital',
    'Police station',
  ]);
});

test('Users fault 13: the place is filled in where the sentence is read, and copied with it @chromium', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await alive(page, 'en');
  await tap(page, 'danger-yes', 'place-here', 'minor-no', 'channel-call');
  const spot = field(page, 'Hostel or house, and street');
  await spot.pressSequentially('Hostel Neem, Gali 4');
  await expect(spot).toBeFocused();
  await field(page, 'Floor and room').fill('second floor, 204');
  await tap(page, 'danger-hurt', 'danger-yes');
  await page.getByRole('button', { name: 'Copy as text' }).click();
  await expect(page.locator('.message:visible')).toHaveText('It is copied.');
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain(
    "Kota district, Rajasthan, Hostel Neem, Gali 4, second floor, 204: a student's life is in danger, now.",
  );
  expect(text).toContain('1. Emergency: 112\n2. Police control room: Kota City police\n');
});

test('Nothing that is typed is kept @engines', async ({ page }) => {
  await alive(page, 'en');
  await tap(page, 'danger-yes', 'place-here');
  await field(page, 'Landmark').fill('Neem tree');
  await page.reload();
  await expect(page.locator('.now.alive')).toBeVisible();
  await expect(page.locator('#danger-yes')).not.toBeChecked();
  const kept = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, name, location.href]),
  );
  expect(kept).not.toContain('Neem');
});
