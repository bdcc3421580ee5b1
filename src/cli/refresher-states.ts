import type { Page } from '@playwright/test';
import { type Lead, leads } from '../domain/outcome.ts';
import { OUTCOME } from '../domain/outcome-event.ts';
import { type ProgressEvent, REFRESHER } from '../domain/progress.ts';
import { type PageState, sheetsAt, statesAt } from './page-state.ts';
import { bringRecord, END, goTo, talk } from './state-steps.ts';

const told = (item: string, at: Date, missed?: Lead): ProgressEvent => ({
  kind: 'outcome',
  item,
  choice: [missed ? 'failed' : 'passed', '0.1.0', ...leads.filter((lead) => lead !== missed)],
  at: Math.floor(at.getTime() / 60_000),
  try: 1,
});

/** The record of a warden who completed the course at some moment. */
export const completedAt = (at: Date): ProgressEvent[] => [
  { kind: 'set', item: 'role', choice: ['warden'], at: 0, try: 1 },
  told(OUTCOME, at),
];

/** A refresher done at some moment, in which one act may have been missing. */
export const refreshedAt = (at: Date, missed?: Lead): ProgressEvent[] => [
  told(REFRESHER, at, missed),
];

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

/** Brings a page about for somebody who completed the course so many days ago. */
const after =
  (path: string, days: number, more: readonly ProgressEvent[] = []) =>
  async (page: Page): Promise<void> => {
    await bringRecord(page, [...completedAt(daysAgo(days)), ...more]);
    await goTo(page, path);
    const said = page.locator('[data-say]:not(:empty), .standing:not(:empty)');
    await said.locator('visible=true').first().waitFor();
  };

/** Refreshers: none yet, fresh, due, half done, overdue, done; and what other pages say of them. */
export const refresherStates: readonly PageState[] = [
  ...statesAt('refresher/', { 'refresher, none yet': null }),
  // The page prints the slip of its days.
  ...sheetsAt('refresher/', {
    'refresher, fresh': after('refresher/', 1),
    'refresher, due': after('refresher/', 20),
    async 'refresher, half done'(page) {
      await bringRecord(page, completedAt(daysAgo(20)));
      await goTo(page, 'practice/warden-tiffin/#begin-refresher');
      await talk(page, END);
      await goTo(page, 'refresher/');
      await page.locator('[data-part=talk] .done').waitFor();
    },
    'refresher, overdue': after('refresher/', 60),
    'refresher, done': after('refresher/', 22, refreshedAt(daysAgo(1), 'secrecy')),
  }),
  ...statesAt('', { 'corridor, refresher overdue': after('', 60) }),
  ...statesAt('outcome/', { 'outcome, refresher fresh': after('outcome/', 1) }),
];
