import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { faultToText } from '../laws/fault.ts';
import { contentFaults } from '../laws/index.ts';
import { readContent } from './read-content.ts';

/** Checks the content before anything is built or served; prints every fault and stops at the first run that has one. */
export function contentLaws(): AstroIntegration {
  return {
    name: 'dastak-content-laws',
    hooks: {
      'astro:config:setup': ({ command, config }) => {
        if (command === 'preview') return;
        const files = readContent(fileURLToPath(new URL('content', config.root)));
        const faults = contentFaults(files, today());
        if (faults.length === 0) return;
        console.error(`\n${faults.map(faultToText).join('\n\n')}\n`);
        const error = new Error(faultsInOneSentence(faults.length));
        // The fault is in the content; where the check stands in the code helps nobody.
        error.stack = error.message;
        throw error;
      },
    },
  };
}

/** The present day in UTC, such as `2026-11-23`. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** What is to be done about a number of faults. */
export function faultsInOneSentence(count: number): string {
  return count === 1
    ? 'The content has one fault; it stands above with its correction. Correct it, then run the same command again.'
    : `The content has ${count} faults; they stand above with their corrections. Correct them, then run the same command again.`;
}
