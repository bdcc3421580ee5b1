import { readFile } from 'node:fs/promises';
import ICAL from 'ical.js';
import { completedAt, refreshedAt } from '../../src/cli/refresher-states.ts';
import { bringRecord } from '../../src/cli/state-steps.ts';
import { giveAnswer, tap } from '../support/learner.ts';
import { practise } from '../support/practice.ts';
import { expect, test } from '../support/test.ts';

test.use({ site: 'course', contextOptions: { reducedMotion: 'reduce' } });

const END = new Date('2026-11-30T20:00:00+05:30');

test('A refresher that is due leads through its four parts and names the next day @chromium', async ({
  page,
}) => {
  await page.clock.setSystemTime(new Date('2026-12-20T21:00:00+05:30'));
  await page.goto('./hi/');
  await bringRecord(page, completedAt(END));
  await page.goto('./hi/');
  await expect(page.locator('dastak-refresher-line')).toContainText('21 दिसंबर 2026');
  await tap(page.getByRole('link', { name: 'रिफ़्रेशर कीजिए' }));

  // The questions are those of the closing check; what was answered there is not shown.
  const questions = page.locator('.asked .card');
  await expect(questions).toHaveCount(4);
  for (const question of await questions.all()) {
    await expect(question.locator('input:checked')).toHaveCount(0);
    await giveAnswer(question, 'right', tap);
    await tap(question.locator('[type=submit]'));
  }
  await expect(page.locator('[data-part=items] .done')).toBeVisible();
  for (const name of ['talk', 'cases', 'call']) {
    await tap(page.locator(`[data-part=${name}] a`));
    await expect(page.locator('[data-do=begin]')).toBeVisible();
    const [kind = '', id = ''] = new URL(page.url()).pathname.split('/').slice(-3);
    await practise(page, kind, id, tap);
    const ways = page.locator('.actions a:visible');
    await expect(ways).toHaveText(['रिफ़्रेशर पर लौटिए']);
    await tap(ways);
  }
  await expect(page.locator('.standing')).toContainText('28 फ़रवरी 2027');
  await expect(page.locator('.finished')).toContainText('20 दिसंबर 2026 को पूरा हुआ।');
  const kept = await page.evaluate(() => Object.values(localStorage).join('\n'));
  expect(kept).toContain('["outcome","refresher",["');
});

test('From a refresher a practice begins anew, and elsewhere its last run stands @chromium', async ({
  page,
}) => {
  await page.goto('./en/call/last-call/');
  await practise(page, 'call', 'last-call', tap);
  await page.goto('./en/call/last-call/#begin-refresher');
  await page.reload();
  await expect(page.locator('[data-do=begin]')).toBeVisible();
  await expect(page.locator('.debrief')).toBeHidden();
  await tap(page.locator('[data-do=begin]'));
  expect(new URL(page.url()).hash).toBe('#refresher');
  await page.goto('./en/call/last-call/');
  await expect(page.locator('[data-back]:visible')).toHaveCount(0);
});

test('What was missing in the last refresher leads to its lesson, and the days can be carried away @chromium', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.clock.setSystemTime(new Date('2026-12-22T09:00:00+05:30'));
  const done = new Date('2026-12-21T21:00:00+05:30');
  await page.goto('./en/');
  await bringRecord(page, [...completedAt(END), ...refreshedAt(done, 'secrecy')]);
  await page.goto('./en/refresher/');
  await expect(page.locator('.finished li:visible')).toHaveText('No promise of secrecy');
  await expect(page.locator('.finished li:visible a')).toHaveAttribute('href', /no-secret-promise/);
  const days = ['2027-02-28', '2027-05-30', '2027-11-30', '2028-05-30', '2028-11-30'];
  await expect(page.locator('.days li')).toHaveCount(days.length);

  const downloading = page.waitForEvent('download');
  await tap(page.locator('[data-do=calendar]'));
  const file = await (await downloading).path();
  const calendar = new ICAL.Component(ICAL.parse(await readFile(file, 'utf8')));
  const entries = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  expect(entries.map(({ startDate }) => startDate.toString())).toEqual(days);
  await tap(page.locator('[data-do=copy]'));
  await expect(page.locator('.said')).not.toBeEmpty();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('28 February 2027');
  // Others see a calendar and a locked screen.
  for (const text of [copied, ...entries.map(({ summary, description }) => summary + description)])
    expect(text.replaceAll(/https?:\S+/g, '')).not.toMatch(/suicid|refresh|student/i);

  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.days')).toBeVisible();
  await expect(page.locator('.on-paper').first()).toBeVisible();
  await expect(page.locator('.finished')).toBeHidden();
});
