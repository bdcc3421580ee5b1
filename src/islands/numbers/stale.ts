import { isStale } from '../../domain/ledger.ts';
import { localDay } from '../../domain/local-day.ts';

// The age of a test is told by the phone's own clock, since a page may be read long after it was built.
for (const tested of document.querySelectorAll<HTMLElement>('[data-tested]')) {
  if (isStale(tested.dataset['tested'] ?? '', localDay(new Date()))) {
    tested.append(` ${tested.dataset['textStale'] ?? ''}`);
    tested.dataset['stale'] = 'yes';
  }
}
