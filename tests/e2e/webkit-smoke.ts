import { expect, test } from '@playwright/test';
import { serve } from '../../src/build/serve.ts';
import { site } from '../../src/build/site.ts';
import { dist } from '../../src/cli/tools.ts';
import { findWebkit } from '../../src/cli/webkit.ts';
import { openWebkit, type Window } from '../support/webdriver.ts';

const CARD = '.card:not([hidden])';
const QUESTION = `${CARD} dastak-question`;
const CHOSEN = `return [...document.querySelectorAll('${QUESTION} input:checked, ${QUESTION} .ordering > li')]
  .map((one) => one.value ?? one.dataset.letter).join(' ')`;
const ANSWERED = `return Boolean(document.querySelector('${QUESTION} .feedback > *'))`;

test('In WebKit a learner chooses Hindi, opens the first lesson, answers a question, and finds the answer after a reload', async () => {
  const webkit = findWebkit();
  if (!webkit) throw new Error('WebKitWebDriver, MiniBrowser and Xvfb should be installed');
  const served = await serve({ folder: dist, base: site.base });
  const window = await openWebkit(webkit);
  try {
    await window.open(served.address);
    await window.click('main a.button[hreflang="hi"]');
    await window.click('.door a');
    await window.click('.steps a');
    await goToQuestion(window);
    await answer(window);
    const chosen = await window.evaluate(CHOSEN);
    expect(chosen).not.toBe('');
    await window.reload();
    await window.until(ANSWERED);
    expect(await window.evaluate(CHOSEN)).toBe(chosen);
    expect(await window.evaluate('return document.documentElement.lang')).toBe('hi');
  } finally {
    await window.close();
    await served.close();
  }
});

// Asked in one go: between two questions the next page may have come, with all its cards still shown.
const NEXT_STEP = `if (!document.querySelector('.card-steps:not([hidden])')) return '';
  if (document.querySelector('${QUESTION}')) return 'question';
  return document.querySelector('[data-go="1"]').hidden ? 'finish' : 'next';`;

/** Presses "next", and at the end of a lesson goes on to the following one, until a question is there. */
async function goToQuestion(window: Window): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    const step = await window.until<string>(NEXT_STEP);
    if (step === 'question') return;
    if (step === 'next') await window.click('[data-go="1"]');
    else await finishLesson(window);
  }
  throw new Error('No lesson of the first module holds a question');
}

/** Leaves a lesson by its last button and waits until its page is gone. */
async function finishLesson(window: Window): Promise<void> {
  const lesson = (await window.address()).split('#')[0];
  await window.click('[data-finish]');
  await window.until(`return location.href.split('#')[0] !== ${JSON.stringify(lesson)}`);
}

/** Takes the first option of each choice, checks, and waits for the feedback. */
async function answer(window: Window): Promise<void> {
  const choices = await window.evaluate<number>(
    `return document.querySelectorAll('${QUESTION} .statement').length`,
  );
  const isOrder = await window.evaluate(
    `return Boolean(document.querySelector('${QUESTION} .ordering'))`,
  );
  if (choices === 0 && !isOrder) await window.click(`${QUESTION} .option span`);
  for (let each = 1; each <= choices; each += 1) {
    await window.click(`${QUESTION} .statement:nth-of-type(${each}) .option span`);
  }
  await window.click(`${QUESTION} [type=submit]`);
  await window.until(ANSWERED);
}
