import type { Page } from '@playwright/test';
import { cleanRun, costOf, type Drill, startDrill, takeOption } from '../../src/domain/drill.ts';
import type { Words } from '../../src/schema/words.ts';
import { alertRelay as alert, gateCall as own } from '../support/drills.ts';
import { axe, lines } from '../support/page.ts';
import { expect, test } from '../support/test.ts';

const says = {
  hi: {
    begin: { call: 'फ़ोन उठाइए', relay: 'अलर्ट के साथ चलिए' },
    done: { call: 'बात कैसी रही', relay: 'रास्ता कैसा रहा' },
    next: 'अगली बार यह कीजिए',
    later: 'देर कहाँ हुई',
    look: 'देखिए, इसमें क्या-क्या है',
    sentence: 'कोटा, डेयरी के पास, दूसरी मंज़िल, एक लड़के की जान को ख़तरा है',
  },
  en: {
    begin: { call: 'Pick up the phone', relay: 'Go with the alert' },
    done: { call: 'How the call went', relay: 'How it went' },
    next: 'Next time',
    later: 'Where it waited',
    look: 'See what is in it',
    sentence: 'Kota, next to the dairy, second floor, a boy is in danger',
  },
} as const;
type Tongue = keyof typeof says;

type Option = { id: string; right?: true; text: Words; says: Words; coach: Words };
type Practice = { kind: 'call' | 'relay'; id: string; drill: Drill; options: readonly Option[] };

const ownCall: Practice = {
  ...{ kind: 'call', id: own.id, drill: own.drill },
  options: [
    ...own.call.rings,
    ...own.call.opening,
    ...own.call.asks.flatMap(({ options }) => options),
    ...own.call.repeat.options,
  ] as Option[],
};
const theRelay: Practice = {
  ...{ kind: 'relay', id: alert.id, drill: alert.drill },
  options: alert.relay.forks.flatMap(({ options }) => options) as Option[],
};

/** Every weak option of every stage before the right one. */
function worstRun(drill: Drill): string[] {
  let run = startDrill(drill, 0);
  for (const { id } of drill.stages.flatMap(({ options }) =>
    options.toSorted((a, b) => Number(a.right ?? 0) - Number(b.right ?? 0)),
  )) {
    try {
      run = takeOption(run, id);
    } catch {
      // Told along with a weak first sentence, so nobody asks for it; or a second right option.
    }
  }
  return run.steps.map(({ option }) => option.id);
}

const bestRun = (drill: Drill) => cleanRun(drill).steps.map(({ option }) => option.id);

const optionOf = (page: Page, { options }: Practice, tongue: Tongue, id: string) =>
  page.getByRole('button', {
    name: options.find((option) => option.id === id)?.text[tongue] ?? id,
    exact: true,
  });

async function open(page: Page, { kind, id }: Practice, tongue: Tongue): Promise<void> {
  await page.goto(`./${tongue}/${kind}/${id}/`);
  await page.getByRole('button', { name: says[tongue].begin[kind] }).click();
}

/** Presses a control by keyboard alone, from wherever the focus stands. */
async function press(page: Page, control: ReturnType<Page['getByRole']>): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(control).toBeFocused();
  await page.keyboard.press('Enter');
}

const heading = (page: Page, { kind }: Practice, tongue: Tongue) =>
  page.getByRole('heading', { name: says[tongue].done[kind], exact: true });

for (const practice of [ownCall, theRelay]) {
  const { kind, id, drill } = practice;
  test(`A ${kind} is led by keyboard alone, without a detour`, async ({ page }) => {
    await page.goto(`./hi/${kind}/${id}/`);
    await press(page, page.getByRole('button', { name: says.hi.begin[kind] }));
    for (const option of bestRun(drill)) {
      await press(page, optionOf(page, practice, 'hi', option));
    }
    await expect(heading(page, practice, 'hi')).toBeFocused();
    await expect(page.locator('.findings [data-is=missed]')).toHaveCount(0);
    const cost = costOf(cleanRun(drill));
    await expect(page.locator('.findings')).toContainText(
      new RegExp(`\\b${cost}\\b.*\\b${cost}\\b`),
    );
  });

  test(`A ${kind} with every detour ends all the same`, async ({ page }) => {
    await open(page, practice, 'hi');
    const worst = worstRun(drill);
    expect(worst.length).toBeGreaterThanOrEqual(bestRun(drill).length * 2);
    for (const option of worst) await press(page, optionOf(page, practice, 'hi', option));
    await expect(heading(page, practice, 'hi')).toBeFocused();
    const word = kind === 'call' ? says.hi.next : says.hi.later;
    await expect(page.locator('.findings [data-is=missed]').first()).toContainText(word);
    await expect(page.locator('.findings [data-is=missed]')).toHaveCount(kind === 'call' ? 4 : 1);
  });

  test(`A ${kind} goes on where it was when the tab was killed, and in the other language`, async ({
    page,
    context,
  }) => {
    await open(page, practice, 'hi');
    const some = worstRun(drill).slice(0, 5);
    for (const option of some) await optionOf(page, practice, 'hi', option).click();
    const talk = await lines(page, '.talk:not(.example *)');
    await page.close({ runBeforeUnload: false });

    const again = await context.newPage();
    await again.goto(`./hi/${kind}/${id}/`);
    await expect(again.getByRole('button', { name: says.hi.begin[kind] })).toBeHidden();
    expect(await lines(again, '.talk:not(.example *)')).toEqual(talk);
    await again.goto(`./en/${kind}/${id}/`);
    const other = await again.locator('.talk:not(.example *)').innerText();
    expect(other).not.toMatch(/\p{Script=Devanagari}/u);
    expect(await again.locator('.talk:not(.example *) .you').count()).toBe(some.length);
  });

  test(`A ${kind} that has ended can be begun again, and stays begun`, async ({ page }) => {
    await open(page, practice, 'en');
    for (const option of bestRun(drill)) await optionOf(page, practice, 'en', option).click();
    await page.getByRole('button', { name: 'Once more, in a new order' }).click();
    const [first = ''] = bestRun(drill);
    await expect(optionOf(page, practice, 'en', first)).toBeVisible();
    await page.reload();
    await expect(optionOf(page, practice, 'en', first)).toBeVisible();
    await expect(heading(page, practice, 'en')).toBeHidden();
  });

  test(`Users 9: in a ${kind} what was said last stands above the first choice, also on coming back`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    await open(page, practice, 'hi');
    const last = page.locator('.talk:not(.example *) .line').last();
    const option = page.locator('.choices .option').first();
    const seen = async () => {
      await expect(option).toBeInViewport({ ratio: 1 });
      await expect(last).toBeInViewport();
    };
    for (const choice of worstRun(drill).slice(0, 4)) {
      await optionOf(page, practice, 'hi', choice).click();
      await seen();
    }
    await page.reload();
    await seen();
    await page.goto(`./en/${kind}/${id}/`);
    await seen();
  });

  test(`What is new in a ${kind} is announced once`, async ({ page }) => {
    await open(page, practice, 'en');
    const [first = ''] = worstRun(drill);
    await optionOf(page, practice, 'en', first).click();
    const told = await page.locator('[aria-live=polite].live').textContent();
    const option = practice.options.find((one) => one.id === first);
    for (const text of [option?.text, option?.says, option?.coach]) {
      expect(told?.split(text?.['en'] ?? '').length).toBe(2);
    }
  });

  test.describe('Without script @chromium', () => {
    test.use({ javaScriptEnabled: false });
    test(`a ${kind} reads as a whole example with the coach’s notes`, async ({ page }) => {
      await page.goto(`./en/${kind}/${id}/`);
      for (const right of bestRun(drill)) {
        const option = practice.options.find((one) => one.id === right);
        for (const text of [option?.text, option?.coach]) {
          await expect(page.getByText(text?.['en'] ?? '', { exact: true }).first()).toBeVisible();
        }
      }
      await expect(page.getByRole('button', { name: says.en.begin[kind] })).toBeDisabled();
    });
  });
}

test('A call dials nothing: its page holds no number to ring', async ({ page }) => {
  await page.goto('./hi/call/gate/');
  await expect(page.locator('a[href^="tel:"], [href^="sms:"]')).toHaveCount(0);
});

test('The phone rings only when somebody asks for it', async ({ page }) => {
  await open(page, ownCall, 'en');
  const sound = page.getByRole('button', { name: 'Ringing sound' });
  await expect(sound).toHaveAttribute('aria-pressed', 'false');
  await sound.click();
  await expect(sound).toHaveAttribute('aria-pressed', 'true');
  const [right = ''] = bestRun(own.drill);
  await optionOf(page, ownCall, 'en', right).click();
  await expect(sound).toBeHidden();
});

for (const tongue of ['hi', 'en'] as const) {
  test(`One’s own first sentence is looked through and forgotten, in ${tongue}`, async ({
    page,
  }) => {
    const practice = ownCall;
    await open(page, practice, tongue);
    for (const option of bestRun(practice.drill)) {
      await optionOf(page, practice, tongue, option).click();
    }
    const field = page.locator('.own textarea');
    const found = page.locator('.own .found li');
    const look = page.getByRole('button', { name: says[tongue].look });
    await field.fill(says[tongue].sentence);
    await look.click();
    await expect(found).toHaveCount(4);
    await expect(page.locator('.own .found [data-is=met]')).toHaveCount(4);
    await axe(page, '.own');
    await field.fill('<img src=x onerror=alert(1)>');
    await look.click();
    await expect(page.locator('.own .found [data-is=missed]')).toHaveCount(4);
    await expect(page.locator('.own img')).toHaveCount(0);
    await field.fill(says[tongue].sentence);
    const stored = await page.evaluate(() => JSON.stringify({ ...localStorage }));
    expect(stored).not.toContain('डेयरी');
    expect(stored).not.toContain('dairy');
    await page.reload();
    await expect(field).toHaveValue('');
    await expect(found).toHaveCount(0);
  });
}

test('The drawing of a relay says where the alert is, and how long it stayed', async ({ page }) => {
  const practice = theRelay;
  await open(page, practice, 'en');
  const station = page.locator('[data-station]');
  await expect(station.first()).toHaveAttribute('aria-current', 'step');
  await expect(station.first()).toContainText('The alert is here');
  const right = bestRun(practice.drill);
  for (const option of right) await optionOf(page, practice, 'en', option).click();
  await expect(station.last()).toHaveAttribute('aria-current', 'step');
  for (const place of await station.all()) await expect(place).toContainText(/\d+ min/);
  const total = costOf(cleanRun(practice.drill));
  await expect(page.locator('.total')).toHaveText(`${total} minutes so far`);
  await expect(
    page.getByText(alert.relay.unknown['en'] ?? '', { exact: true }).first(),
  ).toBeVisible();
});
