import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentProblems } from '../rules/index.ts';
import { problemToText } from '../rules/problem.ts';
import { readContent } from './read-content.ts';

/** Checks the content before anything is built or served; prints every problem and stops at the first run that has one. */
export function contentRules(): AstroIntegration {
  return {
    name: 'dastak-content-rules',
    hooks: {
      'astro:config:setup': ({ command, config }) => {
        if (command === 'preview') return;
        const files = readContent(fileURLToPath(new URL('content', config.root)));
        const problems = contentProblems(files, today());
        if (problems.length === 0) return;
        console.error(`\n${problems.map(problemToText).join('\n\n')}\n`);
        const error = new Error(problemsInOneSentence(problems.length));
        // The problem is in the content; where the check stands in the code helps nobody.
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

/** What is to be done about a number of problems. */
export function problemsInOneSentence(count: number): string {
  return count === 1
    ? 'The content has one problem; it stands above with its correction. Correct it, then run the same command again.'
    : `The content has ${count} problems; they stand above with their corrections. Correct them, then run the same command again.`;
}
