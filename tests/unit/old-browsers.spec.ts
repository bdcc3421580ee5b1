import { expect, test } from '@playwright/test';
import { withoutPrivateNames } from '../../src/build/old-browsers.ts';

test('Private names of a class become short public ones, and nothing else does', () => {
  expect(
    withoutPrivateNames(
      'class A extends HTMLElement { #at = "#at"; #go() { return this.#at + `#go`; } }',
    ),
  ).toBe('class A extends HTMLElement { _0 = "#at"; _1() { return this._0 + `#go`; } }');
});

test('A class that extends another one of ours has names that the other cannot have', () => {
  expect(withoutPrivateNames('class B extends A { #at = 1; go() { return this.#at; } }')).toBe(
    'class B extends A { _0B = 1; go() { return this._0B; } }',
  );
});
