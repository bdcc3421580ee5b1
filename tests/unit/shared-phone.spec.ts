import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import fc from 'fast-check';
import { type Action, eventKinds } from '../../src/domain/progress.ts';
import type { Store } from '../../src/store/progress-store.ts';
import { phone } from '../support/phone.ts';

const action: fc.Arbitrary<Action> = fc.record({
  kind: fc.constantFrom(...eventKinds),
  item: fc.constantFrom('theme', 'role', 'language', 'two-changes', 'eleven-pm', 'outcome'),
  choice: fc.array(fc.constantFrom('dark', 'a', '2x1.7', 'passed', '1.0.0'), { maxLength: 3 }),
});
/** Whatever a page may do of itself while nobody has said who they are. */
const attempt: fc.Arbitrary<(store: Store) => void> = fc.oneof(
  action.map((one) => (store: Store) => {
    assert.deepEqual(store.dispatch(one), { saved: false, why: 'asks' });
  }),
  fc.array(action, { maxLength: 3 }).map((all) => (store: Store) => {
    const events = all.map((one) => ({ ...one, at: 5, try: 1 }));
    assert.deepEqual(store.importEvents(events), { saved: false, why: 'asks' });
  }),
  fc.constant((store: Store) => store.know(['two-changes'])),
  fc.constant((store: Store) => store.refresh()),
);

test('A shared phone makes no nameless record, whatever is pressed before somebody says who they are', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3 }),
      fc.boolean(),
      fc.array(attempt, { minLength: 1, maxLength: 6 }),
      (people, isShared, attempts) => {
        const { disk, open } = phone();
        const first = open();
        for (let person = 0; person < people; person += 1) first.create();
        if (isShared) first.share(true);
        else first.use(null);
        const before = [...disk.values];
        const tab = open({ tab: { name: '' } });
        let asked = 0;
        tab.subscribe((change) => {
          if (change === 'asked') asked += 1;
        });
        for (const does of attempts) does(tab);
        assert.deepEqual([tab.asks(), tab.active(), tab.profiles().length], [true, null, people]);
        assert.deepEqual({ kept: [...disk.values] }, { kept: before });
        const refused =
          attempts.length > 0 && tab.dispatch({ kind: 'done', item: 'x', choice: [] });
        assert.deepEqual(refused, { saved: false, why: 'asks' });
        assert.ok(asked > 0, 'The page was not told.');
        tab.use('one');
        assert.deepEqual(tab.dispatch({ kind: 'done', item: 'x', choice: [] }), { saved: true });
      },
    ),
  );
});
