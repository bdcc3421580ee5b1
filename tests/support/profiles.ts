import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import { browsersHere } from '../../src/cli/browsers.ts';

/** A browser profile on disk, opened as a phone of 360 × 740 in Hindi. */
export interface DiskProfile {
  /** Opens the browser on the profile. */
  open(): Promise<BrowserContext>;
  /** Deletes the profile. */
  remove(): void;
}

/**
 * Makes a Chromium profile that lives on disk, so that a browser can be closed or killed and opened again. It opens in the
 * whole browser: the one without windows reads no settings and keeps no page in memory.
 * @param preferences what Chromium's own settings file holds, such as the blocking of all site data
 * @param launchOptions as in playwright.config.ts, with the path of the browser
 */
export function diskProfile(
  launchOptions: Parameters<typeof chromium.launchPersistentContext>[1],
  preferences: object = {},
): DiskProfile {
  const folder = mkdtempSync(join(tmpdir(), 'dastak-profile-'));
  mkdirSync(join(folder, 'Default'));
  writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify(preferences));
  const [path] = browsersHere('chromium');
  return {
    open: () =>
      chromium.launchPersistentContext(folder, {
        ...launchOptions,
        ...(path && { executablePath: path }),
        viewport: { width: 360, height: 740 },
        locale: 'hi-IN',
      }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Does something in a Chromium that keeps earlier pages in memory, as phones do: Playwright switches that off. */
export async function withPagesInMemory(
  launchOptions: Parameters<typeof diskProfile>[0],
  work: (context: BrowserContext) => Promise<void>,
): Promise<void> {
  const profile = diskProfile({
    ...launchOptions,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  const context = await profile.open();
  try {
    await work(context);
  } finally {
    await context.close();
    profile.remove();
  }
}

/** Chromium's setting under which pages may store nothing at all. */
export const siteDataBlocked = { profile: { default_content_setting_values: { cookies: 2 } } };
