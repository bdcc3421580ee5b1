import type { Page } from '@playwright/test';
import { type Host, hostOf } from './host.ts';
import type { Tongue } from './learner.ts';
import { test as base, expect, siteOf } from './test.ts';

/** The test of the copy on the phone: the worker may be registered, and each test has a host of its own. */
export const test = base.extend<{ host: Host }>({
  host: async ({ site }, use) => {
    const host = await hostOf(siteOf(site));
    await use(host);
    await host.close().catch(() => undefined);
  },
});

/** What the status says of a language that is wholly on the phone. */
export const whole = {
  hi: /पूरा कोर्स इस फ़ोन में है, \d+ kB। बिना नेट के भी खुलेगा।/,
  en: /the whole course is on this phone, \d+ kB\. It opens without the net\./,
};

/** The sentence on a page that tells how far a language is on the phone. */
export const told = (page: Page, lang: Tongue) =>
  page.locator(`dastak-offline [data-lang=${lang}] .message`);

/** Opens the map as the only page and waits until the status says that the course is on the phone. */
export async function bringAll(page: Page, host: Host, lang: Tongue): Promise<void> {
  await page.goto(`${host.address}${lang}/`);
  await expect(told(page, lang)).toHaveText(whole[lang], { timeout: 60_000 });
}

/** Brings a language to the phone, then takes the net away for good. */
export async function intoFlight(page: Page, host: Host, lang: Tongue): Promise<void> {
  await bringAll(page, host, lang);
  await page.context().setOffline(true);
  await host.close();
}

/** Makes the browser look for a new edition, and waits until it has taken it or given it up. */
export async function lookForUpdate(page: Page): Promise<'waiting' | 'refused' | 'none'> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    if (!registration) return 'none';
    await registration.update().catch(() => undefined);
    const { installing, waiting } = registration;
    if (waiting) return 'waiting';
    if (!installing) return 'none';
    return new Promise<'waiting' | 'refused'>((done) => {
      installing.addEventListener('statechange', () => {
        if (installing.state === 'installed') done('waiting');
        if (installing.state === 'redundant') done('refused');
      });
    });
  });
}
