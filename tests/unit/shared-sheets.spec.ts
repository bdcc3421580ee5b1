import { expect, test } from '@playwright/test';
import { type Sheet, sharedSheets } from '../../src/build/shared-sheets.ts';

const base: Sheet = { name: 'base', text: '.button{color:red}' };
const rule = (id: string, times = 1) => `p[data-astro-cid-${id}]{margin:0}`.repeat(times);
const help: Sheet = { name: 'help', text: rule('help') };
const about: Sheet = { name: 'about', text: rule('about') };

test('Pages whose sheets differ by little share all of them, in their order', () => {
  const shared = [base, help, about];
  expect(sharedSheets([[base, help], [base], [base, about]])).toEqual([shared, shared, shared]);
});

test('Rules that could match another page stay with their own', () => {
  const poster: Sheet = { name: 'poster', text: `.message{color:red}${rule('poster')}` };
  const list: Sheet = { name: 'list', text: '.message,p[data-astro-cid-list]{color:red}' };
  const lists = [[base], [base, poster], [base, list]];
  expect(sharedSheets(lists)).toEqual(lists);
});

test('No page is given much that only others need', () => {
  const practice: Sheet = { name: 'practice', text: rule('practice', 1000) };
  const lists = [
    [base, help],
    [base, practice],
  ];
  expect(sharedSheets(lists)).toEqual(lists);
});
