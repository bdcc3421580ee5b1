import { expect, test } from '@playwright/test';
import { madeClaim } from '../../src/cli/made-register.ts';
import { takeClaim } from '../../src/domain/register-acts.ts';
import { peopleOf } from '../../src/domain/register-people.ts';
import { indexPeople, type View } from '../../src/domain/register-view.ts';
import { searchKey } from '../../src/domain/search-key.ts';
import { TODAY } from '../support/register.ts';

const people = [
  { name: 'Ram Kumar', place: 'Surya Hostel', role: 'warden', on: '2026-11-29' },
  { name: 'ज़ाकिर हुसैन', place: 'हिन्दी भवन', role: 'peer', on: '2026-11-12' },
  { name: 'फरीद खान', place: 'surya  hostel', role: 'warden', on: '2026-01-02' },
  { name: 'José', place: '', role: 'faculty', on: '2026-11-29', met: [] },
];
const register = new Map(
  people.map((change, number) => {
    const claim = madeClaim(number, TODAY, {
      refreshed: '',
      met: madeClaim(2, TODAY).met,
      ...change,
    });
    return [claim.learner, takeClaim(undefined, claim, TODAY).entry as never];
  }),
);
const index = indexPeople(peopleOf(register, TODAY), 'hi');
const all: View = { search: '', role: '', place: '', state: '', sort: 'name' };
const names = (view: Partial<View>) =>
  index.find({ ...all, ...view }).map(({ claim }) => claim.name);

test('A search finds names and places whatever case, nukta, spaces, accents and nasals they have', () => {
  for (const [search, found] of [
    ['RAMKUMAR', ['Ram Kumar']],
    ['kumar ram', ['Ram Kumar']],
    ['जाकिर', ['ज़ाकिर हुसैन']],
    ['फ़रीद', ['फरीद खान']],
    ['हिंदी', ['ज़ाकिर हुसैन']],
    ['jose', ['José']],
    ['khan surya', []],
    ['सूर्या', []],
    ['<>*', ['José', 'Ram Kumar', 'ज़ाकिर हुसैन', 'फरीद खान']],
  ] as const)
    expect(names({ search }).toSorted(), search).toEqual(found.toSorted());
});

test('What one hand writes otherwise than another is one key', () => {
  for (const same of [
    ['हिन्दी', 'हिंदी', 'हि‌न्दी'],
    ['चाँद', 'चांद'],
    ['क़लम', 'कलम', 'क़लम'],
    ['१२ब', '12 ब'],
  ])
    expect(new Set(same.map(searchKey)).size, same.join()).toBe(1);
});

test('Role, place and state choose, and places that differ in case and spaces are one', () => {
  expect(index.places).toEqual(
    ['हिन्दी भवन', 'Surya Hostel'].toSorted(new Intl.Collator('hi').compare),
  );
  expect(names({ place: 'Surya Hostel' })).toHaveLength(2);
  expect(names({ role: 'faculty' })).toEqual(['José']);
  expect(names({ state: 'overdue' })).toEqual(['फरीद खान']);
  expect(names({ state: 'due' })).toEqual(['ज़ाकिर हुसैन']);
  expect(names({ state: 'not-yet' })).toEqual(['José']);
  expect(names({ state: 'unsigned' })).toHaveLength(3);
});

test('What is due first comes first', () => {
  expect(names({ sort: 'due' })).toEqual(['फरीद खान', 'ज़ाकिर हुसैन', 'Ram Kumar', 'José']);
});
