import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import {
  type Asked,
  missingKinds,
  neededHelplines,
  referral,
  type Step,
} from '../../src/domain/referral.ts';
import { sayParts } from '../../src/domain/sentence.ts';
import { assertHolds } from '../support/compare.ts';
import { everyPlace, land, ownContacts, places } from '../support/land.ts';
import { goldenText } from '../support/referral-table.ts';

const dangers = ['hurt', 'yes', 'no'] as const;
const minors = ['yes', 'no', 'unknown'] as const;
const channels = ['in-person', 'call', 'post'] as const;
const hours = Array.from({ length: 24 }, (_, hour) => hour);
const GOLDEN = 'tests/fixtures/referral.txt';

/** Every question that can be asked, with and without numbers of one's own, from home and away from it. */
function* everyAsked(): Generator<Asked> {
  for (const contacts of [[], ownContacts])
    for (const place of Object.values(everyPlace))
      for (const home of [null, { state: 'rajasthan', district: 'baran' }])
        for (const danger of dangers)
          for (const minor of minors)
            for (const channel of channels)
              for (const hour of hours)
                yield { danger, place, home, minor, channel, hour, contacts };
}

const numberOf = ({ number }: Step) => number;

test('the land has 36 States and Territories, 41 districts, and Kota City apart from Kota Rural', () => {
  expect(places.states).toHaveLength(36);
  expect(places.districts).toHaveLength(41);
  expect(land.police).toEqual({
    jaipur: ['jaipur-commissionerate'],
    jodhpur: ['jodhpur-commissionerate'],
    kota: ['kota-city', 'kota-rural'],
  });
});

test('every question of the full table has a list that starts rightly', () => {
  test.setTimeout(60_000);
  let asked = 0;
  const problems = new Set<string>();
  for (const question of everyAsked()) {
    asked++;
    const steps = referral(question, land);
    const ids = steps.map(({ id }) => id);
    const at = (number: string) => steps.findIndex((step) => step.number === number);
    const must = (isSo: boolean, rule: string) => {
      if (!isSo && problems.size < 5)
        problems.add(`${rule}: ${JSON.stringify(question)} gives ${ids.join(' ')}`);
    };
    must(steps.length > 0, 'never empty');
    must(new Set(ids).size === ids.length, 'each step once');
    must(at('emergency') >= 0, 'the emergency number is always there');
    must(
      (ids.at(-1) === 'report') === (question.channel === 'post'),
      'a report comes last, on posts only',
    );
    must(
      at('tele-manas') >= 0 && ids[ids.indexOf('tele-manas') + 1] === 'tele-manas-toll-free',
      'both numbers of the talk line stand together',
    );
    must(question.minor !== 'no' || at('child') < 0, 'no child line for a grown-up');
    must(question.minor === 'no' || at('child') > 0, 'a child line, never first');
    const isHurt = question.danger === 'hurt';
    must(
      at('ambulance') === (isHurt ? 1 : -1),
      'the ambulance second for somebody hurt, and only then',
    );
    if (question.danger !== 'no') {
      must(numberOf(steps[0] as Step) === 'emergency', 'in danger the emergency number first');
      must(
        question.minor !== 'yes' || at('child') === (isHurt ? 2 : 1),
        'under 18 the child line beside it',
      );
      must(
        !isHurt || at('hospital') < 0 || at('hospital') < at('station'),
        'for somebody hurt the hospital before the police station',
      );
      const [place, home] = ['room-place', 'room-home'].map((why) =>
        steps.filter((step) => step.why === why),
      );
      must((place?.length ?? 0) > 0 === (question.place !== null), 'a room for each place');
      must(
        !place?.length ||
          !home?.length ||
          steps.indexOf(place.at(-1) as Step) < steps.indexOf(home[0] as Step),
        'place before home',
      );
    } else {
      const own = question.contacts.length > 0;
      must(
        at('tele-manas') === (own ? 1 : 0),
        'without danger the talk line leads, behind one own number at most',
      );
      must(
        steps.every(({ room }) => room === null),
        'no control room without danger',
      );
    }
    must(
      steps.every(({ whom, number }) => whom !== 'missing-room' || number === 'emergency'),
      'a missing room is replaced by the emergency number',
    );
  }
  expect([...problems]).toEqual([]);
  expect(asked).toBe(2 * 83 * 2 * 3 * 3 * 3 * 24);
});

test('Kota City and Kota Rural are two rooms, and only the right one is rung', () => {
  const ask = (police: string | undefined) =>
    referral(
      {
        ...{ danger: 'yes', home: null, minor: 'no', channel: 'in-person', hour: 23 },
        place: { state: 'rajasthan', district: 'kota', police },
        contacts: ownContacts,
      } as Asked,
      land,
    ).filter(({ why }) => why === 'room-place');
  const city = { id: 'own-city-room', whom: 'contact', number: 'city-room', room: 'kota-city' };
  const rural = {
    id: 'room-kota-rural',
    whom: 'missing-room',
    number: 'emergency',
    room: 'kota-rural',
  };
  expect(ask('kota-city')).toMatchObject([city]);
  expect(ask('kota-rural')).toMatchObject([rural]);
  expect(ask(undefined)).toMatchObject([city, rural]);
});

test('the reason of the first step follows the place', () => {
  const why = (place: Asked['place']) =>
    referral(
      { danger: 'yes', place, home: null, minor: 'no', channel: 'call', hour: 3, contacts: [] },
      land,
    )[0]?.why;
  expect(why({ state: 'rajasthan', district: 'kota', police: 'kota-rural' })).toBe('danger');
  expect(why({ state: 'rajasthan', district: 'jhunjhunu' })).toBe('danger-elsewhere');
  expect(why({ state: 'gujarat' })).toBe('danger-elsewhere');
  expect(why(null)).toBe('danger-unknown');
});

test('by day the counsellor of the hostel is rung first, at night somebody who can sit there', () => {
  const first = (hour: number) =>
    referral(
      {
        danger: 'no',
        place: land.here,
        home: null,
        minor: 'no',
        channel: 'in-person',
        hour,
        contacts: ownContacts,
      },
      land,
    )[0]?.number;
  expect(hours.filter((hour) => first(hour) === 'counsellor')).toEqual(hours.slice(8, 20));
  expect(hours.filter((hour) => first(hour) === 'warden')).toEqual([
    ...hours.slice(0, 8),
    ...hours.slice(20),
  ]);
});

test('numbers of anybody anywhere never push the emergency number from its place', () => {
  const id = fc.stringMatching(/^[a-z]{1,8}$/);
  const kind = fc.constantFrom(
    'warden',
    'owner',
    'counsellor',
    'hospital',
    'police-station',
    'control-room',
    'other',
  );
  const somewhere = fc.constantFrom(...Object.values(everyPlace));
  const contacts = fc.uniqueArray(
    fc.record({
      id,
      kind,
      place: fc.option(fc.oneof(id, fc.constantFrom('kota-city', 'baran')), { nil: undefined }),
    }),
    { selector: (contact) => contact.id, maxLength: 12 },
  );
  fc.assert(
    fc.property(
      contacts,
      somewhere,
      somewhere,
      fc.nat(23),
      fc.constantFrom(...dangers),
      (own, place, home, hour, danger) => {
        const asked = {
          danger,
          place,
          home,
          minor: 'unknown',
          channel: 'call',
          hour,
          contacts: own,
        } as Asked;
        const steps = referral(asked, land);
        const ids = steps.map(({ id }) => id);
        assert.equal(new Set(ids).size, ids.length);
        if (danger !== 'no') assert.equal(steps[0]?.number, 'emergency');
        else assertHolds(ids, 'tele-manas');
        assertHolds(ids, 'emergency');
      },
    ),
    { numRuns: 500 },
  );
});

test('kinds that nobody has written down are named', () => {
  expect(missingKinds([])).toEqual([
    'warden',
    'counsellor',
    'hospital',
    'police-station',
    'control-room',
  ]);
  expect(missingKinds([{ kind: 'owner' }, { kind: 'hospital' }])).toEqual([
    'counsellor',
    'police-station',
    'control-room',
  ]);
  expect(missingKinds(ownContacts)).toEqual([]);
});

test('what is said begins with the place and, in danger, ends by having it read back', () => {
  const wrong = [...everyAsked()].filter((asked) => {
    if (asked.hour > 0) return false;
    const keys = sayParts(asked).map(({ key }) => key);
    const first = { hurt: 'hurt', yes: 'danger', no: 'calm' }[asked.danger];
    const last = asked.danger === 'no' ? 'ask' : 'repeat';
    return keys[0] !== (asked.place ? first : `${first}-unknown`) || keys.at(-1) !== last;
  });
  expect(wrong).toEqual([]);
});

test('the lists are those that a reviewer has read', () => {
  const told = goldenText();
  if (process.env.DASTAK_GOLDEN) writeFileSync(GOLDEN, told);
  expect(told).toBe(readFileSync(GOLDEN, 'utf8'));
  for (const line of neededHelplines) expect(told).toContain(line);
});
