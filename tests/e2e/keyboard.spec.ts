import { expect, type Locator, type Page } from '@playwright/test';
import { says, walkModule } from '../support/learner.ts';
import { test } from '../support/test.ts';

/** Moves the focus with Tab alone until it stands on the control; a group of radios is entered once and walked with arrows. */
async function focusByTab(page: Page, control: Locator): Promise<void> {
  const isThere = () => control.evaluate((element) => element === document.activeElement);
  const isRadio = (await control.getAttribute('type')) === 'radio';
  const name = isRadio ? await control.getAttribute('name') : null;
  for (let pressed = 0; pressed < 80; pressed += 1) {
    if (await isThere()) return;
    const isInGroup =
      name !== null &&
      (await page.evaluate(
        (group) => (document.activeElement as HTMLInputElement | null)?.name === group,
        name,
      ));
    await page.keyboard.press(isInGroup ? 'ArrowDown' : 'Tab');
    // Firefox moves the focus a moment after the key.
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  throw new Error(`The keyboard does not reach ${control}.`);
}

test(`Two doors are taken by keyboard alone`, async ({ page }) => {
  test.setTimeout(180_000);
  const words = says.hi;
  const press = async (control: Locator) => {
    await focusByTab(page, control);
    const type = await control.getAttribute('type');
    await page.keyboard.press(type === 'radio' || type === 'checkbox' ? 'Space' : 'Enter');
  };
  await page.goto('./');
  await press(page.getByRole('link', { name: words.start }));
  await press(page.getByRole('button', { name: words.warden }));
  await press(page.getByRole('link', { name: words.first }));
  await walkModule(page, 'hi', press);
  await walkModule(page, 'hi', press);
  await page.goto(`./hi/`);
  await expect(page.locator('.door[data-state=finished]')).toHaveCount(2);
});
