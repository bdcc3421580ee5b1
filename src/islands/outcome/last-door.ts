import { endedRuns, type Practices, practicesFor, standingsOf } from '../../domain/last-runs.ts';
import type { Standings } from '../../domain/outcome.ts';
import { store } from '../../store/browser-store.ts';
import { part } from '../dom.ts';

const templateIn = (host: HTMLElement) => part<HTMLTemplateElement>(host, 'template.last-door');

/** The practices that `LastDoor.astro` put into an island. */
export const lastDoorIn = (host: HTMLElement): Practices =>
  JSON.parse(templateIn(host).content.textContent ?? '');

/**
 * How the acts of the end stand in the record in use. What it has come to is kept there, so that certificate, register and
 * learning platform read it, whichever page was opened first.
 */
export function judge(host: HTMLElement, door: Practices): Standings {
  const progress = store().progress();
  const practices = practicesFor(door, progress.settings['role']);
  const { all, at } = standingsOf(endedRuns(practices, progress));
  keep(all, at, templateIn(host).dataset['release'] ?? '').catch(() => {});
  return all;
}

async function keep(all: Standings, at: number, release: string): Promise<void> {
  const owner = store().active()?.id;
  const { outcomeEvent } = await import('../../domain/outcome-event.ts');
  // Another record may have come into use meanwhile.
  if (!owner || store().active()?.id !== owner) return;
  const event = outcomeEvent(all, at, release, store().progress().outcomes);
  if (event) store().importEvents([event]);
}
