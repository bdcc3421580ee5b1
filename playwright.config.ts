import { defineConfig } from '@playwright/test';
import { browsersHere, type Engine, launchOptions } from './src/cli/browsers.ts';

// The language of the browser is Hindi and the screen that of a common phone; the site is served by
// tests/support/test.ts, so that tests without a browser start no server.
const phone = {
  viewport: { width: 360, height: 740 },
  locale: 'hi-IN',
  // Only the tests of the worker let it fetch the whole course.
  serviceWorkers: 'block' as const,
};

/** Tests that read the built files and open no page. */
const BUILT = [
  'built.spec.ts',
  'budgets.spec.ts',
  'compat.spec.ts',
  'html.spec.ts',
  'review-book.spec.ts',
  'state-coverage.spec.ts',
];

function withBrowser(engine: Engine) {
  // In a Chromium without windows, where npm test has found one.
  const path = (engine === 'chromium' && process.env.DASTAK_SHELL) || browsersHere(engine)[0];
  return { browserName: engine, ...(path && launched(engine, path)) };
}

function launched(engine: Engine, path: string) {
  const { channel, ...options } = launchOptions(engine, path);
  return { ...(channel && { channel }), launchOptions: options };
}

export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results/last',
  workers: 2,
  fullyParallel: true,
  // A test that needs a second try is mended, or the page is.
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  // On a busy machine a page may take long; who waits for what comes soon loses nothing.
  expect: { timeout: 20_000 },
  reporter: [
    ['line'],
    ['json', { outputFile: process.env.DASTAK_REPORT ?? 'test-results/report.json' }],
  ],
  projects: [
    { name: 'unit', testDir: 'tests/unit', outputDir: 'test-results/unit' },
    { name: 'content', testDir: 'tests/content', outputDir: 'test-results/content' },
    {
      // The built files themselves. What is read or weighed once serves all tests of a file.
      name: 'built',
      testDir: 'tests/e2e',
      outputDir: 'test-results/built',
      testMatch: BUILT,
      fullyParallel: false,
    },
    {
      name: 'e2e',
      testDir: 'tests/e2e',
      outputDir: 'test-results/e2e',
      testIgnore: BUILT,
      // One page for all tests of a worker, emptied before each: what Chromium has compiled once costs nothing more.
      use: { ...phone, ...withBrowser('chromium'), reuseContext: true },
    },
    {
      // A second engine is driven where engines differ: storage, copies without net, keyboard, pages from a folder, and
      // single tests tagged @engines. Firefox through WebDriver BiDi cannot switch scripts off, emulate media or
      // touch: such tests are tagged @chromium.
      name: 'e2e-firefox',
      testDir: 'tests/e2e',
      testIgnore: BUILT,
      outputDir: 'test-results/e2e-firefox',
      grep: /@engines|\b(storage|offline|offline-update|keyboard|drive)\.spec\.ts/,
      grepInvert: /@chromium/,
      use: { ...phone, ...withBrowser('firefox') },
    },
    {
      name: 'webkit',
      testDir: 'tests/e2e',
      outputDir: 'test-results/webkit',
      testMatch: 'webkit-smoke.ts',
    },
  ],
});
