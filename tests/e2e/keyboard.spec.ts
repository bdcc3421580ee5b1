import { expect, type Locator, type Page } from '@playwright/test';
import { says, walkModule } from '../support/learner.ts';
import { test } from '../support/test.ts';

/** Moves the focus with Tab alone until it stands on the control; a group of radios is entered once and walked with arrows. */
async function focusByTab(page: Page, control: Locator): Promise<void> {
  const at = await control.elementHandle();
  for (let pressed = 0; pressed < 80; pressed += 1) {
    const key = await page.evaluate(keyTowards, at);
    if (key === null) return;
    await page.keyboard.press(key);
  }
  throw new Error(`The keyboard does not reach ${control}.`);
}

/** The next key on the way to a control; null where the focus stands on it. */
async function keyTowards(control: Node | null): Promise<'ArrowDown' | 'Tab' | null> {
  const seen = window as { focusBefore?: Element | null };
  // Firefox moves the focus a moment after the key.
  if (seen.focusBefore === document.activeElement) await new Promise(requestAnimationFrame);
  const { activeElement: active } = document;
  seen.focusBefore = active;
  if (active === control) return null;
  const isRadio = (one: Node | null): one is HTMLInputElement =>
    one instanceof HTMLInputElement && one.type === 'radio';
  const isInGroup = isRadio(control) && isRadio(active) && active.name === control.name;
  return isInGroup ? 'ArrowDown' : 'Tab';
}

test('Two doors are taken by keyboard alone, and in Firefox the second of them', async ({
  page,
  browserName,
}) => {
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
  const isSecond = browserName === 'firefox';
  if (isSecond) await page.goto('./hi/notice/');
  else {
    await press(page.getByRole('link', { name: words.first }));
    await walkModule(page, 'hi', press);
  }
  // All kinds of question but the scale stand behind it.
  await walkModule(page, 'hi', press);
  await page.goto('./hi/');
  await expect(page.locator('.door[data-state=finished]')).toHaveCount(isSecond ? 1 : 2);
});
