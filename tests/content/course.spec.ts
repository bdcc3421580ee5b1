import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { today } from '../../src/build/content-laws.ts';
import { readContent } from '../../src/build/read-content.ts';
import { faultToText } from '../../src/laws/fault.ts';
import { contentFaults } from '../../src/laws/index.ts';

test('The course keeps all its laws', () => {
  const files = readContent(fileURLToPath(new URL('../../content', import.meta.url)));
  expect(contentFaults(files, today()).map(faultToText)).toEqual([]);
});
