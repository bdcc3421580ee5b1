import { expect, test } from '@playwright/test';
import { phrasesIn } from '../../src/domain/phrases.ts';

const lists = {
  district: ['कोटा', 'Kota', 'बाड़मेर'],
  landmark: ['के पास', 'next to', 'ke paas'],
  building: ['मंज़िल', 'room'],
};

test('Phrases are found as whole words, in either script, whatever stands between words', () => {
  expect(phrasesIn('कोटा, डेयरी के पास, दूसरी मंजिल।', lists)).toEqual([
    'district',
    'landmark',
    'building',
  ]);
  expect(phrasesIn('KOTA - dairy ke   paas', lists)).toEqual(['district', 'landmark']);
  expect(phrasesIn('Next to the dairy. ROOM 204', lists)).toEqual(['landmark', 'building']);
});

test('A part of a word is no find', () => {
  expect(phrasesIn('Kotabagh, classrooms, next too', lists)).toEqual([]);
});

test('Nukta and the moon above a letter may be left out', () => {
  expect(phrasesIn('बाडमेर', lists)).toEqual(['district']);
  expect(phrasesIn('पाँच मंजिल', { five: ['पांच'] })).toEqual(['five']);
});

test('An empty sentence and an empty list hold nothing', () => {
  expect(phrasesIn('', lists)).toEqual([]);
  expect(phrasesIn('Kota', { none: ['', ' '] })).toEqual([]);
});
