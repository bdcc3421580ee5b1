import { endedRuns, type Practice, type Practices } from '../../domain/last-runs.ts';
import type { Progress, ProgressEvent } from '../../domain/progress.ts';
import {
  countedFor,
  doneParts,
  type RefresherPart,
  refresherEvent,
} from '../../domain/refresher-event.ts';
import { part } from '../dom.ts';
import { BEGIN } from '../practice/ways.ts';

/** What of a record makes up the refresher that is open. */
export interface Open {
  readonly progress: Progress;
  readonly items: readonly string[];
  /** Says of a minute whether what ended then counts. */
  readonly counts: (at: number) => boolean;
  readonly release: string;
}

/**
 * Says of each part of a refresher whether it is done, and leads into those that are not.
 * @returns what to keep once all are done
 */
export function drawOpen(host: HTMLElement, open: Open): ProgressEvent | null {
  const { progress, items, counts, release } = open;
  const all: Practices = JSON.parse(host.dataset['practices'] ?? '');
  const { role } = progress.settings;
  const practices = { ...all, scenes: all.scenes.filter((one) => !role || one.role === role) };
  const counted = countedFor(endedRuns(practices, progress), progress.answers, items, counts);
  const done = doneParts(counted, Date.now() / 60_000);
  drawPart(host, 'items', done);
  drawPart(host, 'talk', done, longestAgo(practices.scenes, progress));
  drawPart(host, 'cases', done, longestAgo(practices.rounds, progress));
  drawPart(host, 'call', done, longestAgo(practices.calls, progress));
  return refresherEvent(counted, release);
}

function drawPart(
  host: HTMLElement,
  name: RefresherPart,
  done: readonly RefresherPart[],
  practice?: Practice,
): void {
  const item = part(host, `[data-part=${name}]`);
  const isDone = done.includes(name);
  part(item, '.done').hidden = !isDone;
  part(item, '.open').hidden = isDone;
  if (!practice) return;
  const link = part<HTMLAnchorElement>(item, 'a');
  link.href = practice.address + BEGIN;
  link.textContent = practice.text;
}

/** Of several practices the one that was begun longest ago. */
function longestAgo(all: readonly Practice[], { runs }: Progress): Practice | undefined {
  const lastAt = ({ id }: Practice) => runs[id]?.slice(-1)[0]?.at ?? 0;
  return [...all].sort((a, b) => lastAt(a) - lastAt(b))[0];
}
