import { isStale } from '../../domain/ledger.ts';
import { localDay } from '../../domain/local-day.ts';
import { parts } from '../dom.ts';
import { stringsFor } from '../strings/strings.ts';

// The age of a test is told by the phone's own clock, since a page may be read long after it was built.
for (const tested of parts(document.body, '[data-tested]')) {
  if (isStale(tested.dataset['tested'] ?? '', localDay(new Date()))) {
    tested.append(` ${stringsFor('tested', tested.lang)('stale')}`);
    tested.dataset['stale'] = 'yes';
  }
}
