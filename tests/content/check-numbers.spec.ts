import { expect, test } from '@playwright/test';
import { numbersReport } from '../../src/cli/numbers-report.ts';
import { problemTexts, put, TODAY, tinyFiles, told } from './tiny-course.ts';

const SITE = 'content/site.yml';
const NEEDED = ['warden', 'counsellor', 'hospital', 'police-station', 'control-room'];

/** The site file of a hostel with these contacts. */
function siteWith(contacts: readonly string[]): string {
  return `institution: { hi: सूर्या हॉस्टल, en: Surya Hostel }
district: kota
address: https://example.org/dastak/
exit: https://example.org/
contact: null
contacts:${contacts.length === 0 ? ' []' : `\n${contacts.join('\n')}`}
issuers: []
`;
}
const contact = (kind: string, on = '2026-11-01', more = '') =>
  `  - { id: our-${kind}, kind: ${kind}, name: { hi: कोई, en: Somebody }, number: "07440000", ${more}tested: { by: AB, on: "${on}" } }`;
const report = (site: string, places?: (text: string) => string) =>
  numbersReport(
    tinyFiles({ [SITE]: site, ...(places ? { 'content/places.yml': places } : {}) }),
    TODAY,
  );
const whyNeeded =
  'At night the nearest people are rung first; a page cannot look their numbers up.';
const dividedKota = put(
  'name: { hi: कोटा, en: Kota }',
  'name: { hi: कोटा, en: Kota }, police: [{ id: kota-city, name: { hi: शहर, en: City } }, { id: kota-rural, name: { hi: ग्रामीण, en: Rural } }]',
);

test('A site without an institution is no deployment, and that is said calmly', () => {
  expect(numbersReport(tinyFiles(), TODAY)).toEqual({
    isInOrder: true,
    text: 'No institution stands in content/site.yml, so this is no deployment yet and needs no numbers of its own.\nWrite institution: with its name there, and this command checks that warden or owner, counsellor, hospital, police station and control room are there and were rung within 90 days.',
  });
});

test('Each number that a hostel needs and lacks is one problem', () => {
  const { text, isInOrder } = report(siteWith([]));
  expect(isInOrder).toBe(false);
  const problems = NEEDED.map((kind) =>
    told(
      `${SITE}:6`,
      `No number of the kind ${kind === 'warden' ? 'warden or owner' : kind} stands among the contacts.`,
      `Ring it, then add:\n\n  - id: our-${kind}\n    kind: ${kind}\n    name: { hi: …, en: … }\n    number: "…"\n    tested: { by: "Name, post", on: "2026-11-23" }`,
      whyNeeded,
    ),
  );
  expect(text).toBe(`${problems.join('\n\n')}\n\n5 problems among the numbers of this deployment.`);
});

test('An owner stands for a warden', () => {
  const kinds = NEEDED.map((kind) => (kind === 'warden' ? 'owner' : kind));
  expect(report(siteWith(kinds.map((kind) => contact(kind)))).isInOrder).toBe(true);
});

test('A number is stale on the ninety-first day', () => {
  const withOne = (on: string) =>
    report(siteWith(NEEDED.map((kind) => contact(kind, kind === 'hospital' ? on : undefined))));
  expect(withOne('2026-08-25')).toEqual({
    isInOrder: true,
    text: 'All 5 numbers of this deployment were rung within 90 days.\nNot yet rung from here: emergency, counsellor-line.',
  });
  expect(withOne('2026-08-24')).toEqual({
    isInOrder: false,
    text: `${told(
      `${SITE}:9`,
      'The number “our-hospital” was last rung on 2026-08-24, more than 90 days ago.',
      'Ring it again by day, at about 22:00 and at about 02:00, and write on: "2026-11-23"',
      'Numbers change and telephones go dead; one that nobody has rung lately is a guess.',
    )}\n\n1 problem among the numbers of this deployment.`,
  });
});

test('Where the police divide the district, a control room says which part it answers for', () => {
  const site = (more: string) =>
    siteWith(NEEDED.map((kind) => contact(kind, undefined, kind === 'control-room' ? more : '')));
  expect(report(site('place: kota-city, '), dividedKota).isInOrder).toBe(true);
  for (const more of ['', 'place: kota, ']) {
    expect(report(site(more), dividedKota).text).toBe(
      `${told(
        `${SITE}:11`,
        'The control room “our-control-room” does not say for which police district it answers.',
        'Write place: kota-city or place: kota-rural',
        'Two police districts have two control rooms; the wrong one loses time.',
      )}\n\n1 problem among the numbers of this deployment.`,
    );
  }
});

test('The place of a contact is one of places.yml', () => {
  const site = siteWith([contact('control-room', undefined, 'place: kota-cty, ')]);
  expect(problemTexts({ [SITE]: site, 'content/places.yml': dividedKota }).join('\n')).toContain(
    'kota-city',
  );
  const right = siteWith([contact('control-room', undefined, 'place: kota-city, ')]);
  expect(problemTexts({ [SITE]: right, 'content/places.yml': dividedKota })).toEqual([]);
});
