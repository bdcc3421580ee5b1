import type { Page } from '@playwright/test';
import { codeToRound, roundToCode } from '../../src/exports/round-code.ts';
import { roundToFragment, rowToFragment, textToRows } from '../../src/exports/round-rows.ts';
import { axe } from '../support/page.ts';
import { personOf, round, rowOf, score } from '../support/rounds.ts';
import { expect, test } from '../support/test.ts';

test.use({ site: 'course' });

const HERE = './en/round/';
const joining = (page: Page) => page.locator('dastak-round-join');
const running = (page: Page) => page.locator('dastak-round-run');

test('A learner joins a round, sees what the row holds, gives it, and leaves @chromium', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(HERE + roundToFragment(round));
  await expect(
    page.getByRole('heading', { name: 'You are asked to take part in a round' }),
  ).toBeFocused();
  expect(page.url()).not.toContain('#');
  await expect(page.getByText('Code K7Q2 MX')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'My row' })).toBeHidden();
  await page.getByRole('button', { name: 'Yes, take part' }).click();
  await expect(joining(page).locator('.heard')).toHaveText(/^You have joined\./);
  await page.reload();
  await expect(joining(page).locator('.holds li')).toHaveText([/^A number drawn by chance/]);

  const asked = page.getByLabel('How often did you ask somebody directly about suicide?');
  await asked.fill('two');
  await page.getByRole('button', { name: 'Make my row' }).click();
  await expect(joining(page).locator('.problem')).toHaveText(
    'Write a number from 0 to 99, or leave all three empty.',
  );
  await expect(asked).toBeFocused();
  await asked.fill('२');
  await page.getByLabel(/go along/).fill('1');
  await page.getByLabel(/the next day/).fill('0');
  await page.getByRole('button', { name: 'Make my row' }).click();
  await axe(page, 'dastak-round-join');
  await joining(page).getByRole('button', { name: 'Copy' }).click();
  await expect(page.getByText('It is copied.')).toBeVisible();
  const { rows } = textToRows(await page.evaluate(() => navigator.clipboard.readText()));
  expect(rows).toMatchObject([
    { round, passed: false, scores: {}, acts: { asked: 2, handedOver: 1, followedUp: 0 } },
  ]);

  await page.getByRole('button', { name: 'Leave the round' }).click();
  await expect(joining(page).locator('.heard')).toHaveText(/^You have left\./);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Run a round' })).toBeVisible();
  await expect(joining(page).locator('.mine')).toBeHidden();
  await page.goto(`${HERE}#r=K7Q2`);
  await expect(joining(page).locator('.heard')).toHaveText(
    'This invitation is not whole. Ask for it once more.',
  );
});

test('Who runs a round takes rows in, sees what they come to, keeps a table, and erases them', async ({
  page,
}) => {
  await page.goto(HERE);
  await page.getByText('Run a round').click();
  await page.getByRole('button', { name: 'Make a new round' }).click();
  await expect(running(page).locator('.heard')).toHaveText('Choose a day.');
  await page.getByLabel('From which day').fill('2026-12-05');
  await page.getByRole('button', { name: 'Make a new round' }).click();
  const code = await running(page)
    .getByText(/^Code of the round/)
    .textContent();
  const made = codeToRound(/[0-9A-Z]{4} [0-9A-Z]{4} [0-9A-Z]{4}/.exec(code ?? '')?.[0] ?? '');
  if (!made) throw new Error(`No code stands in "${code}".`);
  const rows = Array.from({ length: 14 }, (_, at) =>
    rowOf(personOf(at), {
      round: made,
      passed: at < 8,
      scores: {
        start: score(at % 4, 4),
        ...(at < 9 ? { finish: score(2 + (at % 3), 8) } : {}),
        ...(at < 4 ? { 'start-short': score(1, 4), 'weeks-3': score(4, 7) } : {}),
      },
      acts: at < 6 ? { asked: 2, handedOver: Number(at < 2), followedUp: 1 } : null,
    }),
  );
  const chat = [...rows, rowOf(personOf(1))]
    .map((row) => `05/12/2026, 21:10 - X: ${page.url()}${rowToFragment(row)}`)
    .join('\n');
  await page
    .getByLabel('Or choose a file')
    .setInputFiles({ name: 'chat.txt', mimeType: 'text/plain', buffer: Buffer.from(chat) });
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(running(page).locator('.heard')).toHaveText(
    'New rows: 14. Here already: 0. Of another round: 1. Damaged: 0.',
  );
  await page.reload();
  await expect(page.getByText('14 people have sent a row.')).toBeVisible();
  const figures = running(page).locator('figure');
  // Fewer than five came back after three weeks, and handed somebody over: those figures are not there.
  await expect(figures.locator('figcaption')).toHaveText([
    ...['Finished the course', 'Answered at the end', 'Said what they have done since'],
    ...['What they knew: From start to end', 'How ready they felt: From start to end'],
    ...['Asked directly', 'Met again the next day'],
  ]);
  await expect(figures.first()).toContainText(
    '8 of 14, that is 57 in 100. With few people the true share may lie elsewhere, perhaps between 33 and 79.',
  );
  await expect(page.getByText(/There was no group without the course/)).toBeVisible();
  await axe(page);
  const [table] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'CSV file' }).click(),
  ]);
  const stream = await table.createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const lines = Buffer.concat(chunks).toString().trim().split('\r\n');
  expect(lines).toHaveLength(15);
  expect(lines[0]).toContain('row,finished,start_right');
  expect(lines.join()).not.toContain('PERS0N');
  await page.getByRole('button', { name: 'Erase all rounds from this phone' }).click();
  await page.getByRole('button', { name: 'Yes, erase' }).click();
  await expect(running(page).locator('.heard')).toHaveText('Erased.');
  await page.reload();
  await page.getByText('Run a round').click();
  await expect(page.getByText(`Code of the round ${roundToCode(made)}`)).toBeHidden();
  await expect(figures).toHaveCount(0);
});
