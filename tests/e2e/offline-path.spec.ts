import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, tool } from '../../src/cli/tools.ts';
import { told, whole } from '../support/flight.ts';
import { hostOf } from '../support/host.ts';
import { expect, test } from '../support/test.ts';

test.use({
  serviceWorkers: 'allow',
  expected:
    /third-party request: http:\/\/127\.0\.0\.1:|fetching the script|ERR_|Failed to load resource/,
});

test('Built for a path below an address, the course is kept and opens there without net @chromium', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const home = mkdtempSync(join(tmpdir(), 'dastak-path-'));
  const built = join(home, 'dist');
  const env = { ...process.env, DASTAK_ADDRESS: 'https://hostel.example/courses/dastak/' };
  expect(await tool('astro', ['build', '--silent', '--outDir', built], { env, cwd: root })).toBe(0);
  const host = await hostOf(built, '/courses/dastak/');
  try {
    const app = JSON.parse(readFileSync(join(built, 'en/app.json'), 'utf8'));
    expect(app).toMatchObject({ scope: '/courses/dastak/', start_url: '/courses/dastak/en/' });
    await page.goto(`${host.address}en/`);
    await expect(told(page, 'en')).toHaveText(whole.en, { timeout: 60_000 });
    const scope = await page.evaluate(
      async () => (await navigator.serviceWorker.getRegistration())?.scope,
    );
    expect(scope).toBe(host.address);
    await host.close();
    for (const address of ['en/notice/kinds-of-sign/', 'en/help', 'en/practice/warden-knock/']) {
      await page.goto(host.address + address);
      await expect(page.locator('dastak-theme button'), address).toBeEnabled();
    }
    await page.goto(`${host.address}en/nowhere/`);
    await expect(
      page.getByRole('heading', { name: 'This page is not on this phone' }),
    ).toBeVisible();
  } finally {
    await host.close().catch(() => undefined);
    rmSync(home, { recursive: true, force: true });
  }
});
