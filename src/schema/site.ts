import { z } from 'astro/zod';
import { withMeta } from './meta.ts';
import { day, id, words } from './words.ts';

/** A local contact that the institution has rung itself. */
const contact = z.strictObject({
  id,
  kind: z.enum([
    'warden',
    'counsellor',
    'owner',
    'hospital',
    'police-station',
    'control-room',
    'other',
  ]),
  name: words,
  number: z.string().regex(/^\+?\d[\d -]*\d$/),
  /** Of a control room: the police district, district or State that it answers for; left out, the site's district. */
  place: id.optional(),
  tested: z.strictObject({ by: z.string().min(1), on: day }),
});

/** A key with which a coordinator signs credentials; entries with one id are the keys of one institution. */
const issuer = z.strictObject({
  id: withMeta(id, { among: 'none' }),
  name: words,
  /** Thumbprint (RFC 7638), as the register desk shows it; `rules/course/issuers.ts` looks at it. */
  key: z.string().min(1),
  /** First day on which it signs, and last. */
  from: day,
  until: day.optional(),
  /** Day since which somebody else may hold the key; then nothing that it has signed counts. */
  lost: day.optional(),
});

/** Whose calendar the days of the content may follow, the first unless told. */
export const timeZones = [
  ...(['Asia/Kolkata', 'Asia/Kathmandu', 'Asia/Dhaka', 'Asia/Colombo', 'Asia/Thimphu'] as const),
  ...(['Asia/Karachi', 'Asia/Dubai', 'Europe/London', 'UTC'] as const),
] as const;

/** `content/site.yml`: the one file that an institution edits. */
export const siteSchema = z.strictObject({
  /** Its name, at the foot of the pages and on the poster; null where the course is for everybody. */
  institution: words.nullable(),
  /** Id of a district of `places.yml`. */
  district: id,
  /** By whose calendar a number was rung on a day, or a source is to be looked at again. */
  timeZone: z.enum(timeZones).default(timeZones[0]),
  /** Where the site is served, e.g. `https://example.org/dastak/`. */
  address: z.url(),
  /** Where a neutral page is opened by the quick exit. */
  exit: z.url(),
  /** Where problems and questions about the course are taken, a web or `mailto:` address; null until there is one. */
  contact: z.url().nullable(),
  contacts: z.array(contact),
  /** Whose signatures under credentials this site trusts. */
  issuers: z.array(issuer),
});
export type Site = z.infer<typeof siteSchema>;

/** A contact names its place by this alone, be it a State, a district or a police district. */
const placeId = withMeta(id, { among: 'file' });

/** `content/places.yml`: the states, the districts of Rajasthan and its police districts. */
export const placesSchema = z.strictObject({
  states: z.array(z.strictObject({ id: placeId, name: words })).min(1),
  districts: z
    .array(
      z.strictObject({
        id: placeId,
        state: id,
        name: words,
        /** Police districts, where a source shows that they differ from the revenue district. */
        police: z.array(z.strictObject({ id: placeId, name: words })).default([]),
      }),
    )
    .min(1),
});
export type Places = z.infer<typeof placesSchema>;

/** `content/ui/<language>.yml`: every button, message and announcement; groups of keys, one level deep. */
export const uiSchema = z.record(z.string(), z.record(z.string(), z.string().min(1)));
/** Kind of a local number. */
export type ContactKind = Site['contacts'][number]['kind'];
