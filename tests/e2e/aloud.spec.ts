import { chromium, type Page } from '@playwright/test';
import { browsersHere, launchOptions } from '../../src/cli/browsers.ts';
import { axe } from '../support/page.ts';
import { expect, test, watch } from '../support/test.ts';

const lesson = (tongue: 'hi' | 'en') => `${tongue}/ask/direct-words/#own-words`;
const says = {
  hi: { record: 'बोलकर सुनिए', stop: 'बस, हो गया', play: 'अपनी आवाज़ सुनिए' },
  en: { record: 'Record yourself', stop: 'Stop recording', play: 'Hear yourself' },
} as const;

const card = (page: Page) => page.locator('#own-words');
const button = (page: Page, name: string) => card(page).getByRole('button', { name, exact: true });

/** Notes what a page does with sound: microphones asked for, tracks that are on, object URLs that are held. */
function noteSound(): void {
  const noted = { asked: 0, tracks: [] as MediaStreamTrack[], held: 0, played: 0 };
  Object.assign(window, { noted });
  // An empty page is no safe place for a microphone, so it has none.
  if (!navigator.mediaDevices) return;
  const { getUserMedia } = MediaDevices.prototype;
  MediaDevices.prototype.getUserMedia = async function (wanted) {
    noted.asked += 1;
    const stream = await getUserMedia.call(this, wanted);
    noted.tracks.push(...stream.getTracks());
    return stream;
  };
  const { createObjectURL, revokeObjectURL } = URL;
  URL.createObjectURL = (blob) => {
    noted.held += 1;
    return createObjectURL.call(URL, blob);
  };
  URL.revokeObjectURL = (address) => {
    if (address) noted.held -= 1;
    revokeObjectURL.call(URL, address);
  };
  const { play } = HTMLMediaElement.prototype;
  HTMLMediaElement.prototype.play = function () {
    noted.played += 1;
    return play.call(this);
  };
}

/** Records for as long as a word takes. */
async function speak(page: Page): Promise<void> {
  await button(page, says.en.record).click();
  await expect(button(page, says.en.stop)).toBeVisible();
  await page.waitForTimeout(400);
  await button(page, says.en.stop).click();
  await expect(button(page, says.en.play)).toBeVisible();
}

/** What the page has done with sound so far. */
const sound = (page: Page) =>
  page.evaluate(() => {
    const { noted } = window as unknown as {
      noted: { asked: number; tracks: MediaStreamTrack[]; held: number; played: number };
    };
    const on = noted.tracks.filter(({ readyState }) => readyState === 'live').length;
    return { asked: noted.asked, on, held: noted.held, played: noted.played };
  });

/** Opens a page in a Chromium of its own with a microphone that hums; gives the sentence in `act`. */
async function withMicrophone(
  address: string,
  act: (page: Page, sent: string[]) => Promise<void>,
  isRefused = false,
): Promise<void> {
  const [path] = browsersHere('chromium');
  const flags = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
  const answer = isRefused ? ['--deny-permission-prompts'] : flags;
  const options = path ? launchOptions('chromium', path) : {};
  const browser = await chromium.launch({
    ...options,
    args: [...(options.args ?? []), ...answer],
  });
  try {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    const problems = await watch(context, address);
    await context.addInitScript(noteSound);
    const sent: string[] = [];
    context.on('request', (request) => {
      if (request.method() !== 'GET') sent.push(`${request.method()} ${request.url()}`);
    });
    await act(await context.newPage(), sent);
    expect(problems).toEqual([]);
  } finally {
    await browser.close();
  }
}

test(`A sentence is recorded, heard and ticked by keyboard alone @chromium`, async ({ served }) => {
  await withMicrophone(served.address, async (page) => {
    await page.goto(served.address + lesson('hi'));
    const { record, stop, play } = says.hi;
    const status = card(page).getByRole('status');
    await expect(status).toBeEmpty();
    expect(await sound(page)).toEqual({ asked: 0, on: 0, held: 0, played: 0 });

    await button(page, record).focus();
    await page.keyboard.press('Enter');
    await expect(button(page, stop)).toBeFocused();
    await expect(status).not.toBeEmpty();
    expect(await sound(page)).toMatchObject({ asked: 1, on: 1 });

    await page.waitForTimeout(400);
    await page.keyboard.press('Enter');
    await expect(button(page, record)).toBeFocused();
    await expect(button(page, play)).toBeVisible();
    expect(await sound(page)).toMatchObject({ on: 0, held: 1 });

    await page.keyboard.press('Tab');
    await expect(button(page, play)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await sound(page)).played).toBe(1);
    for (const tick of await card(page).getByRole('checkbox').all()) {
      await page.keyboard.press('Tab');
      await expect(tick).toBeFocused();
      await page.keyboard.press('Space');
      await expect(tick).toBeChecked();
    }
    await axe(page, '#own-words');
  });
});

test('A second recording takes the place of the first, and leaving the card ends all of it @chromium', async ({
  served,
}) => {
  await withMicrophone(served.address, async (page) => {
    await page.goto(served.address + lesson('en'));
    const { record, stop, play } = says.en;
    await speak(page);
    await speak(page);
    expect(await sound(page)).toMatchObject({ asked: 2, on: 0, held: 1 });

    await card(page).getByRole('checkbox').first().check();
    await button(page, record).click();
    await expect(button(page, stop)).toBeVisible();
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    expect(await sound(page)).toMatchObject({ on: 0, held: 0 });
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await expect(button(page, record)).toBeVisible();
    await expect(button(page, play)).toBeHidden();
    await expect(card(page).getByRole('checkbox').first()).not.toBeChecked();
  });
});

test('Nothing of it is stored, and nothing is sent @chromium', async ({ served }) => {
  await withMicrophone(served.address, async (page, sent) => {
    await page.goto(served.address + lesson('en'));
    const stored = () => page.evaluate(() => JSON.stringify({ ...localStorage }));
    await expect.poll(stored).toContain('own-words');
    // What the tab keeps apart goes once its second copy is on disk.
    await expect.poll(stored).not.toContain('.tab-');
    const before = await stored();
    await speak(page);
    await button(page, says.en.play).click();
    for (const tick of await card(page).getByRole('checkbox').all()) await tick.check();
    expect(await stored()).toBe(before);
    expect(sent).toEqual([]);
    await page.reload();
    await expect(button(page, says.en.play)).toBeHidden();
    await expect(card(page).getByRole('checkbox', { checked: true })).toHaveCount(0);
  });
});

test('Where the microphone is refused the card goes on without it @chromium', async ({
  served,
}) => {
  await withMicrophone(
    served.address,
    async (page) => {
      await page.goto(served.address + lesson('en'));
      await button(page, says.en.record).click();
      await expect(card(page).getByRole('status')).toContainText('No microphone.');
      await expect(button(page, says.en.record)).toBeFocused();
      await card(page).getByRole('checkbox').last().check();
      await axe(page, '#own-words');
    },
    true,
  );
});

test('Where there is no microphone the card asks for none', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'mediaDevices', { get: () => undefined });
  });
  await page.goto(`./${lesson('en')}`);
  await card(page).getByRole('checkbox').first().check();
  await expect(card(page).getByRole('button')).toHaveCount(0);
  await expect(card(page)).toContainText('say it to the wall');
});

test('Lessons without such a card do not fetch its script', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  await page.goto('./en/notice/signs/');
  await expect(page.locator('.card-steps')).toBeVisible();
  expect(scripts.filter((address) => address.includes('aloud'))).toEqual([]);
});

test.describe('Without script @chromium', () => {
  test.use({ javaScriptEnabled: false });

  test(`the sentence, an example and the list to listen for can be read`, async ({ page }) => {
    await page.goto(`./${lesson('en')}`);
    await expect(card(page).locator('blockquote')).toBeVisible();
    await expect(card(page).locator('dd')).toHaveCount(3);
    await expect(card(page).getByRole('button')).toHaveCount(0);
    await expect(card(page).getByRole('checkbox')).toHaveCount(0);
  });
});
