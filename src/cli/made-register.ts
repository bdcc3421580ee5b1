import { bytesToLearner, type Claim, LEARNER_LENGTH } from '../domain/claim.ts';
import { sum32 } from '../domain/id-hash.ts';
import { leads } from '../domain/outcome.ts';
import { daysAfter } from '../domain/refresher.ts';
import type { Entry } from '../domain/register.ts';

const FIRST = [
  ...['Ramesh', 'सुनीता', 'Abdul', 'कविता', 'Gurpreet', 'राजेश', 'Farida', 'मोहन', 'Anita'],
  ...['Vikram', 'शबनम', 'Deepak', 'ललिता', 'Joseph', 'फ़रीद', 'Pooja', 'हरीश'],
];
const LAST = [
  ...['Sharma', 'मीणा', 'Khan', 'गुर्जर', 'Singh', 'जैन', 'Verma', 'सैनी', "D'Souza", 'Yadav'],
  ...['कुमावत', 'Rathore', 'बैरवा'],
];
const HOSTELS = ['Surya', 'आरोही', 'Landmark', 'शान्ति', 'Rajiv Nagar', 'तलवंडी', 'Indra', 'गीता'];
const KINDS = ['Hostel', 'PG', 'हॉस्टल', 'Boys Hostel', 'Institute'];
const ROLES = ['warden', 'faculty', 'peer', ''];

/**
 * A made-up claim; the same number always gives the same one.
 * @param today no day of it lies after this one
 */
export function madeClaim(number: number, today: string, change: Partial<Claim> = {}): Claim {
  const draw = (what: string, count: number) => sum32(`${what} ${number}`) % count;
  const pick = (what: string, all: readonly string[]) => all[draw(what, all.length)] ?? '';
  const bytes = Uint8Array.from({ length: LEARNER_LENGTH }, (_, at) => draw(`learner ${at}`, 256));
  const age = draw('age', 400);
  return {
    learner: bytesToLearner(bytes),
    name: `${pick('first', FIRST)} ${pick('last', LAST)}`,
    place: `${pick('hostel', HOSTELS)} ${pick('kind', KINDS)}`,
    role: pick('role', ROLES),
    release: '0.1.0',
    on: daysAfter(today, -age),
    met: draw('met', 10) === 0 ? leads.slice(0, 3) : leads,
    truths: ['none', 'danger'],
    refreshed: draw('refreshed', 3) === 0 ? daysAfter(today, -draw('since', age + 1)) : '',
    ...change,
  };
}

/** A made-up register of so many people, none of them attested yet. */
export const madeEntries = (count: number, today: string): Entry[] =>
  Array.from({ length: count }, (_, number) => {
    const claim = madeClaim(number, today);
    const { learner } = claim;
    return { learner, claim, received: today, attested: [], issued: [], same: {}, removed: 0 };
  });
