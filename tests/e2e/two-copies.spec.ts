import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../src/build/serve.ts';
import { fixtureSite } from '../support/sites.ts';
import { expect, test, watch } from '../support/test.ts';

/** Both names have the same length, so that a copy below the second path is made by replacing the first. */
const [FIRST, SECOND] = ['/courses/small/', '/courses/other/'];

/** Serves two copies of a built course, as two hostels have them, on one origin. */
async function serveTwo() {
  const home = mkdtempSync(join(tmpdir(), 'dastak-two-'));
  for (const base of [FIRST, SECOND]) {
    const folder = join(home, base.split('/')[2] ?? '');
    cpSync(fixtureSite.folder, folder, { recursive: true });
    if (base === FIRST) continue;
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!/\.(html|js|css|json)$/.test(name)) continue;
      const file = join(folder, name);
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll(FIRST, SECOND));
    }
  }
  const served = await serve({ folder: home, base: '/courses/' });
  return {
    first: `${served.address}small/`,
    second: `${served.address}other/`,
    async close() {
      await served.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

test('Two copies on one origin: no number, answer or erasure crosses', async ({ browser }) => {
  expect(fixtureSite.base).toBe(FIRST);
  const { first, second, close } = await serveTwo();
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const problems = await watch(context, first);
  const page = await context.newPage();
  try {
    await page.goto(`${first}en/our-numbers/`);
    await page.getByLabel('Name or post').fill('Warden of the first');
    await page.getByLabel('Number', { exact: true }).fill('0744 000 0001');
    await page.getByRole('button', { name: 'Keep this number' }).click();
    await expect(page.getByText('Kept on this phone.')).toBeVisible();
    await page.goto(`${first}en/`);
    await page.locator('dastak-roles [data-role=warden]').click();

    await page.goto(`${second}en/help/`);
    await expect(page.locator('.own-numbers li')).toHaveCount(0);
    await page.goto(`${second}en/`);
    await expect(page.locator('html')).not.toHaveAttribute('data-role');
    await page.locator('dastak-roles [data-role=peer]').click();
    await page.goto(`${second}en/my-data/`);
    await page.locator('[data-do=all]').click();
    await page.locator('[data-do=yes]').click();
    await expect(page.getByText('Every record on this phone is erased.')).toBeVisible();

    await page.goto(`${first}en/`);
    await expect(page.locator('html')).toHaveAttribute('data-role', 'warden');
    await page.goto(`${first}en/help/`);
    await expect(page.locator('.own-numbers li')).toContainText('Warden of the first');
    const names = await page.evaluate(async () => [
      ...Object.keys(localStorage),
      ...(await indexedDB.databases()).map(({ name }) => name ?? ''),
    ]);
    const outside = names.filter((name) => !/^dastak\/courses\/(small|other)\//.test(name));
    expect(outside, 'every name holds the path of its copy').toEqual([]);
    expect(problems).toEqual([]);
  } finally {
    await context.close();
    await close();
  }
});
