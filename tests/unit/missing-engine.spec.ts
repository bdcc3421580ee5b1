import { expect, test } from '@playwright/test';
import { missingEngine } from '../../src/cli/missing-engine.ts';

const DRIVER = 'Playwright 1.64.1, made for firefox 157.0';
const old = {
  path: '/usr/bin/firefox-esr',
  version: 'Mozilla Firefox 140.9.0esr',
  reason: 'unknown command: emulation.setMediaFeaturesOverride',
};

// An old Firefox from a stale list of packages once left the whole run in Firefox out, in silence.
test('An engine that is installed and cannot be driven fails, and says which version and why', () => {
  expect(missingEngine('firefox', 'FIREFOX_PATH', [old], DRIVER)).toEqual({
    verdict: 'no',
    note: 'firefox is installed and cannot be driven by Playwright 1.64.1, made for firefox 157.0. /usr/bin/firefox-esr (Mozilla Firefox 140.9.0esr) says: unknown command: emulation.setMediaFeaturesOverride. Install a newer firefox, or name one in FIREFOX_PATH',
  });
});

test('Every browser that was tried is named, also one that says no version', () => {
  const other = { path: '/opt/firefox', version: '', reason: 'Timeout 30000ms exceeded.' };
  const { note } = missingEngine('firefox', 'FIREFOX_PATH', [old, other], DRIVER);
  expect(note).toContain('/usr/bin/firefox-esr (Mozilla Firefox 140.9.0esr) says:');
  expect(note).toContain('/opt/firefox (version unknown) says: Timeout 30000ms exceeded.');
});

test('An engine that cannot be had is not tested, and fails nothing', () => {
  expect(missingEngine('firefox', 'FIREFOX_PATH', [], DRIVER)).toEqual({
    verdict: 'untested',
    note: 'no firefox is on this machine and none could be installed; install one, or name it in FIREFOX_PATH',
  });
});

test('Without Chromium the run fails, because then no page has been tested', () => {
  expect(missingEngine('chromium', 'CHROMIUM_PATH', [], DRIVER).verdict).toBe('no');
});
