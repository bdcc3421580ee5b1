import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { type Served, serve } from '../../src/build/serve.ts';
import { courseSite, fixtureSite } from './sites.ts';

export { expect };

interface Fixtures {
  /** Problems that a test provokes on purpose, such as `/404/`; any other problem fails it. */
  expected: RegExp | undefined;
  /** What went wrong in the pages of the test's own context so far. */
  problems: string[];
}

interface WorkerFixtures {
  /** Which site the tests of a file look at; the small course unless a file asks for the course itself. */
  site: 'fixture' | 'course';
  /** The built site, served on this machine. */
  served: Served;
}

/** The site of that name, with the folder that it was built into. */
export const siteOf = (name: WorkerFixtures['site']) =>
  name === 'course' ? courseSite : fixtureSite;

/**
 * Playwright's `test` on the built site: `page.goto('./hi/')` opens a page below the base path. A test fails
 * on any console error, page error, breach of the content policy, request to another host, or cookie.
 */
export const test = base.extend<Fixtures, WorkerFixtures>({
  site: ['fixture', { option: true, scope: 'worker' }],
  served: [
    async ({ site }, use) => {
      const { folder, base } = siteOf(site);
      const served = await serve({ folder, base });
      await use(served);
      await served.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ served }, use) => use(served.address),
  // Playwright empties a context that is used again, but for what is taken back here.
  context: async ({ context }, use) => {
    await context.clearPermissions();
    await context.setOffline(false);
    await use(context);
  },
  page: async ({ page, reuseContext, served }, use) => {
    if (reuseContext) await emptyRest(page, served.address);
    await use(page);
  },
  expected: [undefined, { option: true }],
  problems: [
    async ({ context, expected, served }, use) => {
      const problems = await watch(context, served.address);
      await use(problems);
      await expectNone(problems, context, expected);
    },
    { auto: true },
  ],
});

/** Forgets what a page of Chromium keeps through Playwright's own emptying: the name of its tab, and its caches. */
async function emptyRest(page: Page, address: string): Promise<void> {
  await page.evaluate(() => {
    window.name = '';
  });
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(address);
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'cache_storage' });
  await session.detach();
}

/** Fails where the pages of a context raised a problem that the test does not expect, or hold a cookie. */
export async function expectNone(
  problems: readonly string[],
  context: BrowserContext,
  expected: RegExp | undefined,
): Promise<void> {
  const cookies = (await context.cookies()).map(
    ({ name, domain }) => `cookie ${name} of ${domain}`,
  );
  const unexpected = [...problems, ...cookies].filter((problem) => !expected?.test(problem));
  expect(unexpected, 'the pages should raise no problem').toEqual([]);
}

/**
 * What nobody misses who goes on before a page has come to rest: the fade between two pages, in Chromium; in Firefox the answer
 * of a worker to a request that has no page any more, and so is told of without an address.
 */
const GIVEN_UP = /^Transition was |^Failed to load ‘’\. A ServiceWorker intercepted the request/;

/**
 * Watches all pages of a context, also those opened later. For contexts that a test makes itself.
 * @param address the site's address; requests to any other host are problems
 * @returns the list that problems are added to, one sentence each
 */
export async function watch(context: BrowserContext, address: string): Promise<string[]> {
  const problems: string[] = [];
  const { origin } = new URL(address);
  context.on('weberror', (error) => {
    const { message } = error.error();
    if (!GIVEN_UP.test(message)) problems.push(`page error: ${message}`);
  });
  context.on('console', (message) => {
    if (message.type() === 'error')
      problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== origin) {
      problems.push(`third-party request: ${request.url()}`);
    }
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(
        `policy: ${event.effectiveDirective} refused ${event.blockedURI} at ${event.sourceFile}`,
      );
    });
  });
  return problems;
}
