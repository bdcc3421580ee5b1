import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Contact, Land, Place } from '../../src/domain/referral.ts';
import type { Places } from '../../src/schema/site.ts';

/** The places of the course as they stand in `content/places.yml`. */
export const places = parse(readFileSync('content/places.yml', 'utf8')) as Places;

/** The land as the pages see it, from a hostel in Kota. */
export const land: Land = {
  here: { state: 'rajasthan', district: 'kota' },
  police: Object.fromEntries(
    places.districts.flatMap(({ id, police = [] }) =>
      police.length > 0 ? [[id, police.map((each) => each.id)]] : [],
    ),
  ),
};

/** Every place that may be chosen, by a name a reader knows. */
export const everyPlace: Readonly<Record<string, Place | null>> = {
  'not known': null,
  'another State': { state: null },
  ...Object.fromEntries(places.states.map(({ id }) => [id, { state: id }])),
  ...Object.fromEntries(
    places.districts.flatMap(({ id: district, state, police = [] }) => [
      [`${state}, ${district}`, { state, district }],
      ...police.map(({ id }) => [`${state}, ${district}, ${id}`, { state, district, police: id }]),
    ]),
  ),
};

/** A hostel that has written down every kind of number, with the control room of Kota City and of one home. */
export const ownContacts: readonly Contact[] = [
  { id: 'warden', kind: 'warden' },
  { id: 'owner', kind: 'owner' },
  { id: 'counsellor', kind: 'counsellor' },
  { id: 'hospital', kind: 'hospital' },
  { id: 'station', kind: 'police-station' },
  { id: 'city-room', kind: 'control-room', place: 'kota-city' },
  { id: 'baran-room', kind: 'control-room', place: 'baran' },
  { id: 'mess', kind: 'other' },
];
