import { expect, test } from '@playwright/test';
import { onTheWay, type Placed } from '../../src/domain/on-the-way.ts';

const ids = (practices: (Placed & { id: string })[]) => onTheWay(practices).map(({ id }) => id);

test('Practices that are no variants are on the way, several of one role too', () => {
  const practices = [
    { id: 'cases' },
    { id: 'knock', role: 'warden' },
    { id: 'papa', role: 'warden' },
  ];
  expect(ids(practices)).toEqual(['cases', 'knock', 'papa']);
});

test('A variant beside its practice lies off the way, even where its name comes first', () => {
  expect(
    ids([
      { id: 'door', role: 'warden', variantOf: 'knock' },
      { id: 'knock', role: 'warden' },
    ]),
  ).toEqual(['knock']);
});

test('Where a role has variants only, the first one is on the way', () => {
  expect(
    ids([
      { id: 'call' },
      { id: 'bag', role: 'peer', variantOf: 'secrecy' },
      { id: 'status', role: 'peer', variantOf: 'late' },
      { id: 'tiffin', role: 'warden', variantOf: 'knock' },
    ]),
  ).toEqual(['call', 'bag', 'tiffin']);
});
