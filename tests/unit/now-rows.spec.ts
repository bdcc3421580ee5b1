import { isDeepStrictEqual } from 'node:util';
import { expect, test } from '@playwright/test';
import {
  allTaps,
  answerRows,
  dangerToMood,
  type Taps,
  tapsToAsked,
} from '../../src/domain/now-rows.ts';
import { referral } from '../../src/domain/referral.ts';
import { sayParts } from '../../src/domain/sentence.ts';
import { land, ownContacts } from '../support/land.ts';

/** Whether a row stands with these taps, as the style sheet decides it. */
const stands = (not: readonly string[], taps: Taps) =>
  !Object.entries(taps).some(([question, answer]) => not.includes(`${question}-${answer}`));

for (const contacts of [[], ownContacts]) {
  test(`hiding what does not fit leaves the very list and sentence, ${contacts.length} own numbers`, () => {
    const others: unknown[] = [];
    for (const mood of ['danger', 'calm'] as const) {
      for (const hour of [3, 12, 23]) {
        const rows = answerRows(mood, hour, contacts, land);
        for (const taps of allTaps.filter(({ danger }) => dangerToMood(danger) === mood)) {
          const asked = tapsToAsked(taps, hour, contacts, land);
          const steps = rows.steps
            .filter(({ not }) => stands(not, taps))
            .map(({ step, reasons }) => ({
              ...step,
              why: reasons
                .filter(({ not }) => stands(not, taps))
                .map(({ why }) => why)
                .join(),
            }));
          const keys = rows.says.filter(({ not }) => stands(not, taps)).map(({ key }) => key);
          const left = { steps, keys };
          const wanted = {
            steps: referral(asked, land),
            keys: sayParts(asked).map(({ key }) => key),
          };
          if (!isDeepStrictEqual(left, wanted)) others.push({ mood, hour, taps, left, wanted });
        }
      }
    }
    expect(others).toEqual([]);
  });
}
