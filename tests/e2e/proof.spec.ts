import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import jsQR from 'jsqr';
import { writeWorker } from '../../src/build/offline.ts';
import { leads } from '../../src/domain/outcome.ts';
import type { ProgressEvent } from '../../src/domain/progress.ts';
import { spaceOf } from '../../src/store/space.ts';
import { FIXTURE_PASSPHRASE, fixtureKeyFile } from '../support/fixture-issuer.ts';
import { test } from '../support/flight.ts';
import type { Host } from '../support/host.ts';
import { fixtureSite } from '../support/sites.ts';
import { eventsToSlot } from '../support/slots.ts';
import { expect, watch } from '../support/test.ts';

/** A language has more files than this. */
const LEAST_FILES = 60;
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

/** A module of a code is so many pixels wide for the reader. */
const SCALE = 4;

/** What a camera would read of a QR code on the page. */
async function readQr(page: Page, selector: string): Promise<string> {
  const canvas = page.locator(selector);
  await expect(canvas).toBeVisible();
  const read = async () => {
    const { dark, width } = await canvas.evaluate((element: HTMLCanvasElement) => {
      const { width, height } = element;
      const { data } = element.getContext('2d')?.getImageData(0, 0, width, height) ?? {};
      const isDark = (_: unknown, at: number) => ((data?.[4 * at] ?? 255) < 128 ? 1 : 0);
      return { dark: Array.from({ length: width * height }, isDark).join(''), width };
    });
    const side = width * SCALE;
    const pixels = new Uint8ClampedArray(4 * side * (dark.length / width) * SCALE).fill(255);
    for (let at = 0; at < pixels.length; at += 4) {
      const [x, y] = [(at / 4) % side, Math.floor(at / 4 / side)];
      const module = Math.floor(y / SCALE) * width + Math.floor(x / SCALE);
      if (dark[module] === '1') pixels.fill(0, at, at + 3);
    }
    return jsQR(pixels, side, pixels.length / 4 / side)?.data ?? '';
  };
  await expect.poll(read).not.toBe('');
  return read();
}

/** Opens the three devices of a chain; the learner's has a record that passed. */
async function chain(browser: Browser, host: Host) {
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
  await learner.reload();
  const close = async () => {
    expect(devices.flatMap(({ problems }) => problems)).toEqual([]);
    for (const { context } of devices) await context.close();
  };
  return { learner, desk, inspector, close };
}

/** @returns what the code on the learner's own certificate says */
async function claimed(learner: Page): Promise<string> {
  await learner.getByLabel('Your name').fill('सुनीता मीणा');
  await learner.locator('[name=place]').fill('Surya Hostel');
  await learner.getByRole('button', { name: 'Write the name' }).click();
  return readQr(learner, '.sheet canvas');
}

async function take(desk: Page, claim: string): Promise<void> {
  await desk.getByLabel('Paste here').fill(claim);
  await desk.getByRole('button', { name: 'Take in', exact: true }).click();
  await expect(desk.locator('.heard')).toHaveText('1 new. Kept in this browser.');
}

/** Signs whoever is in the register. @returns what the code says that is given back */
async function signed(desk: Page): Promise<string> {
  await expect(desk.locator('.keys li')).toHaveCount(1);
  await desk.getByRole('button', { name: 'Choose all that fit' }).click();
  await desk.getByLabel('Your name and post').fill('Kavita Jain, coordinator');
  await desk.getByLabel('Name of your institution').fill('Surya Hostel');
  await desk.getByRole('button', { name: 'Attest and sign' }).click();
  await expect(desk.locator('.sign-said')).toHaveText('1 is signed. Kept in this browser.');
  await desk.getByRole('button', { name: 'Open: सुनीता मीणा' }).click();
  return readQr(desk, '.person canvas');
}

async function check(inspector: Page, text: string): Promise<void> {
  await inspector.getByLabel('Paste the link or the text').fill(text);
  await inspector.getByRole('button', { name: 'Check', exact: true }).click();
}
const reading = (inspector: Page) => ({
  heading: inspector.locator('.result h2'),
  says: inspector.locator('.result .says'),
  facts: inspector.locator('.result dl'),
});

test('Without net a record is claimed, signed at a desk, comes back, and is checked by an inspector', async ({
  browser,
  host,
}) => {
  test.setTimeout(120_000);
  const { learner, desk, inspector, close } = await chain(browser, host);
  for (const page of [learner, desk, inspector]) await page.context().setOffline(true);
  await host.close();
  for (const page of [learner, desk, inspector]) await page.reload();

  await take(desk, await claimed(learner));
  await desk.getByText('Make a key and save its backup').first().click();
  await desk.locator('.make-key [name=passphrase]').fill(PASSPHRASE);
  await desk.locator('.make-key [name=again]').fill(PASSPHRASE);
  await desk.locator('.make-key [type=submit]').click();
  const credential = await signed(desk);

  await learner.goto(credential);
  await expect(learner.locator('.arrived')).toHaveText('The signature is on the certificate.');
  await learner.reload();
  await expect(learner.locator('.sheet')).toContainText('Attested by a coordinator: Surya Hostel.');

  await check(inspector, credential);
  const { heading, says, facts } = reading(inspector);
  await expect(says).toContainText('goes by the name Surya Hostel, and this site does not know');
  await expect(facts).toContainText('सुनीता मीणा');
  const at = credential.length - 40;
  const other = credential[at] === 'A' ? 'B' : 'A';
  await check(inspector, credential.slice(0, at) + other + credential.slice(at + 1));
  await expect(says).not.toContainText('this site does not know');
  await expect(heading).toHaveText('Do not rely on this');
  await close();
});

// A list that lay in the copy of the course told nobody of a withdrawal until they had agreed to a new edition.
test('What an issuer of the site has signed reads as signed, and as withdrawn once the site hosts its list', async ({
  browser,
  host,
}) => {
  test.setTimeout(120_000);
  const { learner, desk, inspector, close } = await chain(browser, host);
  await take(desk, await claimed(learner));
  await desk.getByText('Take a key over from a backup').first().click();
  await desk.locator('.restore-key [name=backup]').setInputFiles(fixtureKeyFile);
  await desk.locator('.restore-key [name=passphrase]').fill(FIXTURE_PASSPHRASE);
  await desk.locator('.restore-key [type=submit]').click();
  const credential = await signed(desk);

  await learner.goto(credential);
  await expect(learner.locator('.arrived')).toHaveText('The signature is on the certificate.');
  await expect(learner.locator('.sheet')).toContainText('Signed credential of Lamp Hostels.');
  await expect(learner.locator('.sheet')).toContainText('दीपक हॉस्टल के डिजिटल दस्तख़त');

  // What the phone has is the list as it was when the site was built, before anything was signed.
  const { heading, says } = reading(inspector);
  await inspector.context().setOffline(true);
  await inspector.reload();
  await check(inspector, credential);
  await expect(heading).toHaveText('Not certain');
  await expect(says).toContainText('Lamp Hostels signed this. Nothing was changed');
  await inspector.context().setOffline(false);
  await hostList(desk, host);
  await check(inspector, credential);
  await expect(heading).toHaveText('The signature holds');
  await expect(says).toContainText('Lamp Hostels signed this. Nothing was changed');

  await desk.getByRole('button', { name: 'Withdraw the signature' }).click();
  await expect(desk.locator('.passed')).toContainText('The signature is withdrawn.');
  await hostList(desk, host);
  await check(inspector, credential);
  await expect(heading).toHaveText('Do not rely on this');
  await expect(says).toContainText('has withdrawn it since');
  const kept = learner.locator('.kept-signed');
  await learner.reload();
  await expect(kept).toHaveText('This signature was withdrawn. Ask your coordinator.');
  for (const page of [learner, inspector]) await page.context().setOffline(true);
  await host.close();
  await inspector.reload();
  await check(inspector, credential);
  await expect(says).toContainText('has withdrawn it since');
  await learner.reload();
  await expect(kept).toHaveText('This signature was withdrawn. Ask your coordinator.');
  await close();
});

/** Puts the desk's list where an institution does, and ends as a build does. */
async function hostList(desk: Page, host: Host): Promise<void> {
  const [download] = await Promise.all([
    desk.waitForEvent('download'),
    desk.getByRole('button', { name: 'Save the list of what is withdrawn' }).click(),
  ]);
  const file = join(host.folder, 'status', download.suggestedFilename());
  writeFileSync(file, readFileSync(await download.path()));
  const course = fixtureSite.files.find(({ path }) => path === 'content/course.yml')?.text ?? '';
  await writeWorker(host.folder, fixtureSite.base, course);
}
