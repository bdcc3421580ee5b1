import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AstroIntegration } from 'astro';
import { errorsIn, type Problem, problemToText, warningsIn } from '../rules/problem.ts';
import type { Checked } from './check-content.ts';
import { dayOf } from './day.ts';

/** Set where another check of the same run reads the content, so that it is not read twice at once. */
export const CHECKED_ELSEWHERE = 'DASTAK_CONTENT_CHECKED_ELSEWHERE';

/**
 * Checks the content before anything is built, prints every problem and stops at the first run that has one. A build
 * reads the content meanwhile. While pages are drawn from their sources nobody waits for the check: problems are printed
 * as soon as they are known. Warnings are printed and stop nothing.
 * @param today the day of the check; left out, the present one
 */
export function contentRules(today = dayOf()): AstroIntegration {
  let building: Promise<Checked> | undefined;
  return {
    name: 'dastak-content-rules',
    hooks: {
      'astro:config:setup': async ({ command, config }) => {
        if (command === 'preview' || process.env[CHECKED_ELSEWHERE]) return;
        const checked = checkInThread(today, fileURLToPath(new URL('content', config.root)));
        if (command === 'dev') checked.then(printProblems).catch(console.error);
        else if (command === 'build') building = checked;
        else stopAt(printProblems(await checked));
        // What a check throws is thrown where a build waits for it.
        checked.catch(() => {});
      },
      'astro:build:start': async () => {
        if (building) stopAt(printProblems(await building));
      },
    },
  };
}

/** @returns how many problems there are */
function printProblems({ problems }: Checked): number {
  const [warnings, errors] = [warningsIn(problems), errorsIn(problems)];
  if (warnings.length > 0) console.warn(`\n${warningsToText(warnings)}\n`);
  if (errors.length > 0) console.error(`\n${errors.map(problemToText).join('\n\n')}\n`);
  return errors.length;
}

function stopAt(count: number): void {
  if (count === 0) return;
  const error = new Error(problemsInOneSentence(count));
  // The problem is in the content; where the check stands in the code helps nobody.
  error.stack = error.message;
  throw error;
}

/** Checks the content in a thread of its own, whose memory is free again before a build needs most. */
async function checkInThread(today: string, folder: string): Promise<Checked> {
  const thread = new Worker(new URL('./content-thread.ts', import.meta.url), {
    workerData: { today, folder },
    execArgv: [],
  });
  const [checked] = await once(thread, 'message');
  await thread.terminate();
  return checked as Checked;
}

/** What is to be done about a number of problems. */
export function problemsInOneSentence(count: number): string {
  return count === 1
    ? 'The content has one problem; it stands above with its correction. Correct it, then run the same command again.'
    : `The content has ${count} problems; they stand above with their corrections. Correct them, then run the same command again.`;
}

/** Warnings under a heading that says what they are. */
export function warningsToText(warnings: readonly Problem[]): string {
  return `To be looked at soon; it stops nothing:\n\n${warnings.map(problemToText).join('\n\n')}`;
}
