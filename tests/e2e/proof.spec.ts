import type { Browser, Page } from '@playwright/test';
import jsQR from 'jsqr';
import { leads } from '../../src/domain/outcome.ts';
import type { ProgressEvent } from '../../src/domain/progress.ts';
import { spaceOf } from '../../src/store/space.ts';
import { test } from '../support/flight.ts';
import type { Host } from '../support/host.ts';
import { eventsToSlot } from '../support/slots.ts';
import { expect, watch } from '../support/test.ts';

test.use({ site: 'course' });

/** A language has more files than this. */
const LEAST_FILES = 100;
const PASSPHRASE = 'tea glass beside the window';
const now = Math.floor(Date.now() / 60_000);
const record: ProgressEvent[] = [
  { kind: 'set', item: 'role', choice: ['warden'], at: now - 60, try: 1 },
  { kind: 'outcome', item: 'outcome', choice: ['passed', '0.1.0', ...leads], at: now - 30, try: 1 },
];

/** A device of its own on which a page was opened once, until it opens without the net. */
async function device(browser: Browser, host: Host, name: string) {
  const context = await browser.newContext({ serviceWorkers: 'allow' });
  const problems = await watch(context, host.address);
  const page = await context.newPage();
  const address = `${host.address}en/${name}/`;
  await page.goto(address);
  // Everything is here once nothing more comes.
  let before = 0;
  const isStill = async () => {
    const now = await page.evaluate(countKept);
    const isSame = now > LEAST_FILES && now === before;
    before = now;
    return isSame;
  };
  await expect.poll(isStill, { intervals: [1_500], timeout: 60_000 }).toBe(true);
  return { context, page, problems };
}

const countKept = async (): Promise<number> => {
  const open = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
  const names = await Promise.all(open.map((cache) => cache.keys()));
  return names.flat().length;
};

/** What a camera would read of a QR code on the page. */
async function readQr(page: Page, selector: string): Promise<string> {
  const canvas = page.locator(selector);
  await expect(canvas).toBeVisible();
  const read = async () => {
    const { data, width, height } = await canvas.evaluate((element: HTMLCanvasElement) => {
      // Drawn again in the size that it has for an eye.
      const copy = document.createElement('canvas');
      copy.width = element.width * 4;
      copy.height = element.height * 4;
      const brush = copy.getContext('2d');
      if (!brush) throw new Error('no canvas');
      brush.imageSmoothingEnabled = false;
      brush.drawImage(element, 0, 0, copy.width, copy.height);
      const image = brush.getImageData(0, 0, copy.width, copy.height);
      return { data: [...image.data], width: copy.width, height: copy.height };
    });
    return jsQR(new Uint8ClampedArray(data), width, height)?.data ?? '';
  };
  await expect.poll(read).not.toBe('');
  return read();
}

test('Without net a record is claimed, signed at a desk, comes back, and is checked by an inspector', async ({
  browser,
  host,
}) => {
  test.setTimeout(120_000);
  const devices = await Promise.all(
    ['certificate', 'register', 'verify'].map((name) => device(browser, host, name)),
  );
  const [learner, desk, inspector] = devices.map(({ page }) => page) as [Page, Page, Page];
  await learner.evaluate(
    ([space, slot = '']) => {
      for (const side of ['a', 'b']) localStorage.setItem(`${space}p1.${side}`, slot);
      localStorage.setItem(`${space}active`, 'p1');
    },
    [spaceOf(new URL(host.address).pathname), eventsToSlot(7, record)],
  );
  for (const { context } of devices) await context.setOffline(true);
  await host.close();
  for (const page of [learner, desk, inspector]) await page.reload();

  await learner.getByLabel('Your name').fill('सुनीता मीणा');
  await learner.locator('[name=place]').fill('Surya Hostel');
  await learner.getByRole('button', { name: 'Write the name' }).click();
  const claim = await readQr(learner, '.sheet canvas');

  await desk.getByLabel('Paste here').fill(claim);
  await desk.getByRole('button', { name: 'Take in', exact: true }).click();
  await expect(desk.locator('.heard')).toHaveText('1 new. Kept in this browser.');
  await desk.getByText('Make a key and save its backup').first().click();
  await desk.locator('.make-key [name=passphrase]').fill(PASSPHRASE);
  await desk.locator('.make-key [name=again]').fill(PASSPHRASE);
  await desk.locator('.make-key [type=submit]').click();
  await expect(desk.locator('.keys li')).toHaveCount(1);
  await desk.getByRole('button', { name: 'Choose all that fit' }).click();
  await desk.getByLabel('Your name and post').fill('Kavita Jain, coordinator');
  await desk.getByLabel('Name of your institution').fill('Surya Hostel');
  await desk.getByRole('button', { name: 'Attest and sign' }).click();
  await expect(desk.locator('.sign-said')).toHaveText('1 is signed. Kept in this browser.');
  await desk.getByRole('button', { name: 'Open: सुनीता मीणा' }).click();
  const credential = await readQr(desk, '.person canvas');

  await learner.goto(credential);
  await expect(learner.locator('.arrived')).toHaveText('The signature is on the certificate.');
  await learner.reload();
  await expect(learner.locator('.sheet')).toContainText('Attested by a coordinator: Surya Hostel.');

  const check = async (text: string) => {
    await inspector.getByLabel('Paste the link or the text').fill(text);
    await inspector.getByRole('button', { name: 'Check', exact: true }).click();
  };
  const says = inspector.locator('.result .says');
  await check(credential);
  await expect(says).toContainText('goes by the name Surya Hostel, and this site does not know');
  await expect(inspector.locator('.result')).toContainText('सुनीता मीणा');
  const at = credential.length - 40;
  const other = credential[at] === 'A' ? 'B' : 'A';
  await check(credential.slice(0, at) + other + credential.slice(at + 1));
  await expect(says).not.toContainText('this site does not know');
  await expect(inspector.locator('.result h2')).toHaveText('Do not rely on this');
  expect(devices.flatMap(({ problems }) => problems)).toEqual([]);
  for (const { context } of devices) await context.close();
});
