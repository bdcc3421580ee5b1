import fc from 'fast-check';
import {
  type Claim,
  isClaim,
  LEARNER_LENGTH,
  LEARNER_LETTERS,
  tidyTyped,
} from '../../src/domain/claim.ts';
import { leads } from '../../src/domain/outcome.ts';
import { roles } from '../../src/domain/profile.ts';
import { truths } from '../../src/domain/truths.ts';
import { anyTextOf } from './any-text.ts';

/** A claim of somebody invented. */
export const sunita: Claim = {
  learner: 'K7M2WXQ4R9ZB',
  name: 'सुनीता मीणा',
  place: 'सूर्या हॉस्टल, कोटा',
  role: 'warden',
  release: '1.4.0',
  on: '2026-11-30',
  met: leads,
  truths: ['none', 'danger'],
  refreshed: '',
};

/** The longest name and place that a claim takes, in Devanagari with a conjunct or a vowel sign on nearly every letter. */
export const longest: Claim = {
  ...sunita,
  name: tidyTyped('name', 'श्रीमती राजराजेश्वरी प्रियदर्शिनी चतुर्वेदी त्रिपाठी उपाध्याय'),
  place: tidyTyped('place', 'श्री महालक्ष्मी कन्या छात्रावास, विज्ञान नगर विस्तार योजना, कोटा'),
  truths,
  refreshed: '2028-05-30',
};

const sign = fc.oneof(
  fc.constantFrom(...'सुनीता शर्मा क्ष ज्ञ त्र ी ् ं ँ ़ ॉ', 'श्री', ' ', 'ड़', 'क्\u200dष'),
  fc.constantFrom(...'Aa Zz é ñ . , - ’ ( ) & / 0 9 १', 'ਗੁ', 'চ', 'ரா', '𑀓', '李'),
  anyTextOf(2),
);
const typed = (field: 'name' | 'place') =>
  fc.array(sign, { maxLength: 60 }).map((signs) => tidyTyped(field, signs.join('')));
const day = fc
  .integer({ min: 0, max: 29_000 })
  .map((days) => new Date(Date.UTC(2020, 0, 1 + days)).toISOString().slice(0, 10));

/** Any claim. */
export const anyClaim: fc.Arbitrary<Claim> = fc
  .record({
    learner: fc
      .array(fc.constantFrom(...LEARNER_LETTERS), {
        minLength: LEARNER_LENGTH,
        maxLength: LEARNER_LENGTH,
      })
      .map((letters) => letters.join('')),
    name: typed('name').map((name) => name || 'रवि'),
    place: typed('place'),
    role: fc.constantFrom('', ...roles),
    release: fc.stringMatching(/^[0-9A-Za-z][0-9A-Za-z.-]{0,19}$/),
    on: day,
    met: fc.subarray([...leads]),
    truths: fc.subarray([...truths]),
    refreshed: fc.oneof(fc.constant(''), day),
  })
  .map((claim) => ({ ...claim, refreshed: claim.refreshed >= claim.on ? claim.refreshed : '' }))
  .filter(isClaim);
