import { phone } from './browser-store.ts';
import { type KeptRounds, openKeptRounds } from './kept-rounds.ts';

let opened: KeptRounds | undefined;

/** The rounds that this page's browser keeps, opened at their first use. */
export function keptRounds(): KeptRounds {
  opened ??= openKeptRounds(phone.openStorage());
  return opened;
}
