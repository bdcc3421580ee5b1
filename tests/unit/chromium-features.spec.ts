import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { featuresOff } from '../../src/cli/chromium-features.ts';
import { root } from '../../src/cli/tools.ts';

test('Chromium is driven without everything that Playwright switches off', () => {
  const bundle = join(root, 'node_modules', 'playwright-core', 'lib', 'coreBundle.js');
  const [, list = ''] =
    /\bdisabledFeatures = \[([^\]]+)\]/.exec(readFileSync(bundle, 'utf8')) ?? [];
  const byPlaywright = [...list.matchAll(/^\s*"(\w+)",?$/gm)].map(([, feature]) => feature);
  expect(byPlaywright.length).toBeGreaterThan(10);
  expect(featuresOff.split(/[=,]/)).toEqual(expect.arrayContaining(byPlaywright));
});
