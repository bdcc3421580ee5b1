import assert from 'node:assert/strict';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { madeClaim, madeEntries } from '../../src/cli/made-register.ts';
import { daysAfter } from '../../src/domain/refresher.ts';
import { type Entry, entryText, joinRegisters, type Register } from '../../src/domain/register.ts';
import {
  addIssued,
  attest,
  decideSame,
  removeEntry,
  revokeAll,
  takeClaim,
} from '../../src/domain/register-acts.ts';
import { isSigned, likelySame, peopleOf } from '../../src/domain/register-people.ts';
import { entryToRow, rowToEntry } from '../../src/domain/register-row.ts';
import { assertHolds } from '../support/compare.ts';
import { runs } from '../support/device.ts';
import { anyRegister, TODAY } from '../support/register.ts';

const join = (a: Register, b: Register): Register => joinRegisters(a, b.values()).all;
const textOf = (register: Register) => [...register.values()].map(entryText).sort();
const claim = madeClaim(1, TODAY, {
  on: '2026-10-01',
  refreshed: '',
  met: madeClaim(2, TODAY).met,
});
const taken = (one = claim, before?: Entry) => {
  const { entry } = takeClaim(before, one, TODAY);
  if (!entry) throw new Error('The claim was not taken.');
  return entry;
};
const registerOf = (...entries: Entry[]): Register =>
  new Map(entries.map((entry) => [entry.learner, entry]));
const signed = {
  serial: 1,
  key: 'k1',
  on: TODAY,
  until: '2027-01-01',
  of: claim.on,
  revoked: '',
};

test('Registers that are joined in any order and any number of times come to the same', () => {
  fc.assert(
    fc.property(anyRegister, anyRegister, anyRegister, (a, b, c) => {
      assert.deepEqual(textOf(join(a, a)), textOf(a));
      assert.deepEqual(textOf(join(a, b)), textOf(join(b, a)));
      assert.deepEqual(textOf(join(join(a, b), c)), textOf(join(a, join(b, c))));
    }),
    { numRuns: runs(400) },
  );
});

test('Joining loses no claim, attestation, credential or revocation of whoever was not removed', () => {
  fc.assert(
    fc.property(anyRegister, anyRegister, (a, b) => {
      const both = join(a, b);
      for (const one of [...a.values(), ...b.values()]) {
        const entry = both.get(one.learner);
        for (const { serial, revoked } of one.issued) {
          const kept = entry?.issued.find((other) => other.serial === serial);
          assert.notEqual(kept, undefined);
          const { revoked: since = '' } = kept ?? {};
          if (revoked) assert.ok(since && since <= revoked, `${serial}: ${revoked}, then ${since}`);
        }
        if (entry?.removed !== one.removed) continue;
        assertHolds(entry.attested, ...one.attested);
        assert.equal(entry.claim === null, one.claim === null);
      }
    }),
    { numRuns: runs(300) },
  );
});

test('Every entry that acts and joins bring about is read back from its row', () => {
  fc.assert(
    fc.property(anyRegister, anyRegister, (a, b) => {
      for (const entry of join(a, b).values())
        assert.deepEqual(rowToEntry(entryToRow(entry)), entry);
    }),
    { numRuns: runs(200) },
  );
});

test('A claim is new, the same, older, newer, or of a day to come', () => {
  const { arrival, entry } = takeClaim(undefined, claim, TODAY);
  expect([arrival, entry?.received]).toEqual(['new', TODAY]);
  const before = entry ?? undefined;
  const arrivalOf = (change: Partial<typeof claim>) =>
    takeClaim(before, { ...claim, ...change }, TODAY).arrival;
  expect(arrivalOf({})).toBe('same');
  expect(arrivalOf({ on: '2026-09-01' })).toBe('older');
  expect(arrivalOf({ refreshed: '2026-10-22' })).toBe('newer');
  expect(arrivalOf({ refreshed: daysAfter(TODAY, 1) })).toBe('newer');
  expect(arrivalOf({ refreshed: daysAfter(TODAY, 2) })).toBe('future');
});

test('A newer claim keeps the attestation, which then is about what was practised before', () => {
  const entry = attest(taken(), 'Kavita Jain', '2026-10-02');
  const next = taken({ ...claim, refreshed: '2026-10-22' }, entry);
  expect(next.attested).toEqual([{ by: 'Kavita Jain', on: '2026-10-02', of: '2026-10-01' }]);
  expect(next.claim?.refreshed).toBe('2026-10-22');
});

test('People are trained, due, overdue or not yet, by their refreshers', () => {
  const stateOn = (today: string, change = {}) =>
    peopleOf(registerOf({ ...taken(), claim: { ...claim, ...change } }), today)[0]?.state;
  expect(stateOn('2026-10-02')).toBe('trained');
  expect(stateOn('2026-10-22')).toBe('due');
  expect(stateOn('2026-10-23')).toBe('overdue');
  expect(stateOn('2026-10-23', { refreshed: '2026-10-22' })).toBe('trained');
  expect(stateOn('2026-10-02', { met: ['cases'] })).toBe('not-yet');
});

test('Who was removed leaves no name, stays away when another desk sends the file again, and may come back', () => {
  const entry = addIssued(attest(taken(), 'Kavita Jain', TODAY), signed);
  const gone = removeEntry(entry);
  expect(entryText(gone)).not.toMatch(new RegExp(`${claim.name}|${claim.place}|Kavita`));
  expect(gone.issued).toEqual([signed]);
  expect(peopleOf(join(registerOf(gone), registerOf(entry)), TODAY)).toEqual([]);
  const back = taken(claim, gone);
  expect(peopleOf(join(registerOf(back), registerOf(gone)), TODAY)).toHaveLength(1);
});

test('A revocation stays, its first day counts, and a new credential signs again', () => {
  const entry = addIssued(taken(), signed);
  const of = (one: Entry) => peopleOf(registerOf(one), TODAY)[0];
  expect(of(entry) && isSigned(of(entry) as never)).toBe(true);
  const revoked = revokeAll(entry, 'k1', '2026-11-29');
  expect(revokeAll(entry, 'another key', '2026-11-29')).toEqual(entry);
  expect(of(revoked)?.issued).toBeUndefined();
  const again = join(registerOf(revokeAll(entry, 'k1', '2026-11-30')), registerOf(revoked));
  expect([...again.values()][0]?.issued[0]?.revoked).toBe('2026-11-29');
  expect(of(addIssued(revoked, { ...signed, serial: 2 }))?.issued?.serial).toBe(2);
});

test('Two records of the same name, place and day are shown, and are one person on a word only', () => {
  const twin = { ...claim, learner: 'ZZZZZZZZZZZZ', name: `${claim.name.toUpperCase()} ` };
  const [a, b] = [attest(taken(), 'A', TODAY), taken(twin)];
  const people = peopleOf(registerOf(a, b), TODAY);
  expect(people).toHaveLength(2);
  expect(likelySame(people)).toHaveLength(1);
  const joined = join(registerOf(a, b), registerOf(decideSame(b, a, true)));
  const [one, none] = peopleOf(joined, TODAY);
  expect([one?.entries.length, one?.attested?.by, none]).toEqual([2, 'A', undefined]);
  const first = joined.get(claim.learner < twin.learner ? claim.learner : twin.learner);
  const apart = join(joined, registerOf(decideSame(first as Entry, b === first ? a : b, false)));
  expect(peopleOf(apart, TODAY)).toHaveLength(2);
  expect(likelySame(peopleOf(apart, TODAY))).toEqual([]);
});

test('Forty desks with each other’s files count everybody once', () => {
  const all = madeEntries(400, TODAY);
  const desks = Array.from({ length: 40 }, (_, desk) =>
    registerOf(...all.filter((_entry, at) => at % 40 === desk || at % 7 === desk % 7)),
  );
  const district = desks.reduce(join);
  expect(peopleOf(join(district, desks[3] as Register), TODAY)).toHaveLength(400);
});

// Two desks with the key of one backup draw their numbers without knowing of each other.
test('A number that two desks gave to different people counts for neither, until each has one of their own', () => {
  const drawn = fc.array(fc.nat(5), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(drawn, drawn, (here, there) => {
      const deskOf = (serials: readonly number[], from: number): Register =>
        registerOf(
          ...[...new Set(serials)].map((serial, at) =>
            addIssued(taken({ ...claim, learner: madeClaim(from + at, TODAY).learner }), {
              ...signed,
              serial,
            }),
          ),
        );
      const [a, b] = [deskOf(here, 0), deskOf(there, 10)];
      const people = peopleOf(join(a, b), TODAY);
      const held = people.flatMap(({ issued }) => issued?.serial ?? []);
      // Whoever is withdrawn takes nobody along who counts as signed.
      assert.equal(new Set(held).size, held.length);
      const both = here.filter((serial) => there.includes(serial));
      assert.equal(people.filter(({ isShared }) => isShared).length, 2 * new Set(both).size);
      assert.equal(people.filter(({ isShared }) => isShared).some(isSigned), false);
      const again = people.map(({ entries: [entry] }, at) =>
        addIssued(entry as Entry, { ...signed, serial: 100 + at }),
      );
      assert.equal(peopleOf(registerOf(...again), TODAY).every(isSigned), true);
    }),
    { numRuns: runs(200) },
  );
});
