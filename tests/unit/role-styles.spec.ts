import { expect, test } from '@playwright/test';
import { rolesToCss } from '../../src/build/role-styles.ts';

test('What is meant for other roles is hidden from each role of the course', () => {
  expect(rolesToCss(['warden', 'cook'])).toBe(
    ':root[data-role="warden"] [data-roles]:not([data-roles~="warden"]),\n' +
      ':root[data-role="cook"] [data-roles]:not([data-roles~="cook"]) {\n  display: none;\n}\n',
  );
});
