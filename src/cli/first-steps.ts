// What a learner does first, for browsers that Playwright does not drive as well: each step is a script in the page.

/** A page of some browser. */
export interface Driven {
  /** Opens an address and waits until it has loaded. */
  goto(address: string): Promise<void>;
  /** @returns what an expression comes to in the page, as JSON holds it */
  evaluate(expression: string): Promise<unknown>;
}

/** What a step found. */
export interface Step {
  step: string;
  /** What stood there instead; null where it went well. */
  problem: string | null;
}

const WAIT = 10_000;
const quote = JSON.stringify;

/** What steps are made of. */
function handsOn(page: Driven, address: string) {
  const found: Step[] = [];
  const one = (selector: string) => `document.querySelector(${quote(selector)})`;
  const wait = async (expression: string) => {
    for (const end = Date.now() + WAIT; ; ) {
      if (await page.evaluate(`Boolean(${expression})`)) return;
      if (Date.now() > end) throw new Error(`not so after ${WAIT / 1000} s: ${expression}`);
      await new Promise((done) => setTimeout(done, 50));
    }
  };
  return {
    found,
    one,
    wait,
    async step(step: string, work: () => Promise<void>) {
      const problem = await work().then(
        () => null,
        (error: Error) => error.message,
      );
      found.push({ step, problem });
    },
    isShown: (selector: string) =>
      `[...document.querySelectorAll(${quote(selector)})].some((one) => one.getClientRects().length)`,
    async click(selector: string) {
      await wait(`${one(selector)} && !${one(selector)}.disabled`);
      await page.evaluate(`void ${one(selector)}.click()`);
    },
    type: (selector: string, text: string) =>
      page.evaluate(
        `void (${one(selector)}.value = ${quote(text)}, ${one(selector)}.dispatchEvent(new Event('input', { bubbles: true })))`,
      ),
    async open(path: string) {
      await page.goto(address + path);
      await wait(`${one('html')}.dataset.alive !== undefined`);
    },
  };
}

/**
 * Does the first steps in English: role, menu, lesson, answer, reload, own number, what to ring, code, outcome.
 * @param address the served site, ending in a slash
 * @param module the id of a module with a check of its own
 */
export async function takeFirstSteps(
  page: Driven,
  address: string,
  module: string,
): Promise<Step[]> {
  const { found, step, one, wait, isShown, click, type, open } = handsOn(page, address);
  const card = '.card:not([hidden])';

  await step('the page of languages leads to the corridor', async () => {
    await page.goto(address);
    await wait(one('a[hreflang="en"], a[href$="/en/"]'));
    await open('en/');
  });
  await step('a role is chosen and kept', async () => {
    await click('[data-role=warden]');
    await wait(`${one('html')}.dataset.role === 'warden'`);
    await open('en/');
    await wait(`${one('html')}.dataset.role === 'warden'`);
  });
  await step('the menu opens, and closes again', async () => {
    if (await page.evaluate(isShown('.menu a'))) throw new Error('the menu stands open');
    await click('.bar [popovertarget]');
    await wait(isShown('.menu a'));
    await click('.menu [popovertarget]');
    await wait(`!${isShown('.menu a')}`);
  });
  await step('a lesson is read card by card', async () => {
    await open(`en/${module}/`);
    await page.goto(String(await page.evaluate(`${one('main li a[href]')}.href`)));
    const at = `${one(card)}.id`;
    await wait(one(`dastak-lesson ${card}`));
    const before = await page.evaluate(at);
    await click('[data-go="1"]');
    await wait(`${at} !== ${quote(before)}`);
  });
  await step('an answer is judged and kept', async () => {
    await open(`en/${module}/check/`);
    await click(`${card} dastak-question input`);
    await click(`${card} dastak-question [type=submit]`);
    await wait(`${one(`${card} .kept`)}.textContent`);
    await wait(one(`${card} .verdict`));
    await open(`en/${module}/check/`);
    await wait(one(`${card} .verdict`));
  });
  await step('an own number is kept, corrected, and shown on Help now', async () => {
    await open('en/our-numbers/');
    await wait(`!${one('[name=number]')}.disabled`);
    await type('[name=name]', 'Night warden');
    await type('[name=number]', '07440000001');
    await click('dastak-our-numbers form [type=submit]');
    await wait(one('[href="tel:07440000001"]'));
    await click('[data-do=change]');
    await wait(`${one('[name=number]')}.value === '07440000001'`);
    await type('[name=number]', '07440000002');
    await click('dastak-our-numbers form [type=submit]');
    await wait(one('[href="tel:07440000002"]'));
    await open('en/help/');
    await wait(one('[href="tel:07440000002"]'));
    await wait(`!${isShown('.unfilled')}`);
  });
  await step('Whom do I ring now answers to taps', async () => {
    await open('en/now/');
    await wait(`!${isShown('.answer')}`);
    await click('#danger-yes');
    await wait(isShown('[data-mood=danger]'));
    await wait(`!${isShown('[data-mood=calm]')}`);
    await wait(isShown('.say span'));
  });
  await step('a code carries the record away', async () => {
    await open('en/my-data/');
    await wait(`!${isShown('.without')}`);
    await click('[data-do=make]');
    await wait(`${one('.groups')}.textContent.length > 8`);
  });
  await step('the outcome page speaks', async () => {
    await open('en/outcome/');
    await wait(`!${isShown('.without')}`);
    await wait(isShown('[data-lead] [data-status]'));
  });
  return found;
}

/** Looks whether a browser below the floor shows whole pages as without script, and says so. */
export async function lookWithoutScript(page: Driven, address: string): Promise<Step[]> {
  const { found, step, one, wait, isShown, click } = handsOn(page, address);
  const isDead = `${one('html')}.dataset.alive === undefined`;

  await step('the page says so, and stays whole', async () => {
    await page.goto(`${address}en/notice/check/`);
    await wait(isShown('.still'));
    await wait(isDead);
    await wait(`document.querySelectorAll('dastak-question').length > 1`);
    await wait(`${isShown('dastak-question details')}`);
  });
  await step('controls that need script stay disabled', async () => {
    await wait(`${one('dastak-question [type=submit]')}.disabled`);
  });
  await step('the menu opens', async () => {
    await wait(`!${isShown('.menu a')}`);
    await click('.bar [popovertarget]');
    await wait(isShown('.menu a'));
  });
  await step('whom to ring stands there', async () => {
    await page.goto(`${address}en/now/`);
    await wait(isDead);
    await click('#danger-yes');
    await wait(isShown('[data-mood=danger]'));
  });
  return found;
}
