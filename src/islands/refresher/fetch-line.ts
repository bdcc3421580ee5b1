import type { Progress } from '../../domain/progress.ts';

/** Fetches what says when the next refresher is, which nobody needs before the course has come to something. */
export function fetchLine({ outcomes }: Progress): void {
  if (outcomes.length > 0) import('./line.element.ts').catch(() => {});
}
