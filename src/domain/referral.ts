/*
 * Whom to ring, in which order. It follows the rule for danger (`content/danger.yml`): in danger 112 first, with the
 * place in the first sentence; for somebody who is hurt, or may be, the ambulance and the hospital next; the room of the
 * place before the room of home; a child's line beside 112; Tele-MANAS where nobody is in danger now. A room whose
 * number nobody has supplied is named as missing, and 112 takes its place, so that a list is never empty.
 */
import type { ContactKind } from './own-number.ts';

/** Where somebody is, as closely as it is known; `state: null` is another State that is not named. */
export interface Place {
  readonly state: string | null;
  readonly district?: string | undefined;
  /** A police district, where it differs from the revenue district. */
  readonly police?: string | undefined;
}

/** A number of the institution or of this phone, as the order depends on it. */
export interface Contact {
  readonly id: string;
  readonly kind: ContactKind;
  /** Id of the place that it answers for: a police district, district or State; left out, the institution's district. */
  readonly place?: string | undefined;
}

/** `hurt`: the person has hurt themselves, or may have; `yes`: danger now, or unsure; `no`: no danger at this moment. */
export type Danger = 'hurt' | 'yes' | 'no';

/** What somebody knows who asks whom to ring. */
export interface Asked {
  readonly danger: Danger;
  /** Where the person is physically; null where nobody knows. */
  readonly place: Place | null;
  readonly home: Place | null;
  /** Whether the person is under 18. */
  readonly minor: 'yes' | 'no' | 'unknown';
  readonly channel: 'in-person' | 'call' | 'post';
  /** 0 to 23. */
  readonly hour: number;
  readonly contacts: readonly Contact[];
}

/** What the order needs to know of the land: where the institution is, and which districts the police divide. */
export interface Land {
  readonly here: Place;
  /** Police districts by district, for those districts that have any. */
  readonly police: Readonly<Record<string, readonly string[]>>;
}

/** One step of the list. */
export interface Step {
  /** The same for the same number; a step is told once in a list. */
  readonly id: string;
  readonly whom: 'helpline' | 'contact' | 'missing-room' | 'platform';
  /** Id of the helpline or contact that is rung; null where nothing is rung. */
  readonly number: string | null;
  /** Id of the place whose control room it is; null where it is none, or of a place that is not named. */
  readonly room: string | null;
  /** Key of the reason. */
  readonly why: string;
  /** Key of what to do when nobody answers; null where nothing is rung. */
  readonly unanswered: string | null;
}

const EMERGENCY = 'emergency';
const AMBULANCE = 'ambulance';
const TALK = 'tele-manas';
const TALK_SECOND = 'tele-manas-toll-free';
const CHILD = 'child';

/** The helplines that every list is made of, as `content/helplines.yml` names them. */
export const neededHelplines = [EMERGENCY, AMBULANCE, TALK, TALK_SECOND, CHILD] as const;

/** Kinds of number that every hostel needs; one of each group will do. */
export const neededKinds: readonly (readonly ContactKind[])[] = [
  ['warden', 'owner'],
  ['counsellor'],
  ['hospital'],
  ['police-station'],
  ['control-room'],
];

const helpline = (number: string, why: string, unanswered: string, id = number): Step => ({
  ...{ id, whom: 'helpline', number, room: null, why, unanswered },
});

const ring = (
  contacts: readonly Contact[],
  why: string,
  unanswered = 'next',
  prefix = 'own',
): Step[] =>
  contacts.map(({ id }) => ({
    ...{ id: `${prefix}-${id}`, whom: 'contact', number: id, room: null, why, unanswered },
  }));

/** Whether people sleep and offices are shut. */
const isNight = (hour: number) => hour < 8 || hour >= 20;

/** The steps in order; the first is rung first. Never empty. */
export function referral(asked: Asked, land: Land): Step[] {
  const steps = asked.danger === 'no' ? withoutDanger(asked) : inDanger(asked, land);
  if (asked.channel !== 'post') return steps;
  const report: Step = {
    ...{
      id: 'report',
      whom: 'platform',
      number: null,
      room: null,
      why: 'report',
      unanswered: null,
    },
  };
  return [...steps, report];
}

function inDanger(asked: Asked, land: Land): Step[] {
  const { place, home, minor, channel, hour, contacts } = asked;
  const isHurt = asked.danger === 'hurt';
  const of = (...kinds: ContactKind[]) =>
    kinds.flatMap((kind) => contacts.filter((contact) => contact.kind === kind));
  const isNear = (contact: Contact) => place === null || liesIn(contact, place, land);
  const near = (...kinds: ContactKind[]) => of(...kinds).filter(isNear);
  const rooms = roomsOf(place, land);
  const homeRooms = roomsOf(home, land).filter((room) => !rooms.includes(room));
  const hereRooms = of('control-room')
    .filter((contact) => liesIn(contact, land.here, land))
    .map((contact) => contact.place ?? land.here.district ?? null)
    .filter((room, index, all) => all.indexOf(room) === index && !homeRooms.includes(room));
  return [
    helpline(EMERGENCY, dangerReason(place, land), 'again'),
    ...(isHurt ? [helpline(AMBULANCE, 'ambulance', 'emergency')] : []),
    ...(minor === 'yes' ? [helpline(CHILD, 'child-beside', 'next')] : []),
    ...ring(near('warden', 'owner'), channel === 'in-person' ? 'adult-comes' : 'adult-goes'),
    ...(isHurt ? ring(near('hospital'), 'hospital-hurt', 'emergency', 'hurt') : []),
    ...(place
      ? rooms.flatMap((room) => roomSteps(room, 'room-place', contacts, land))
      : hereRooms.flatMap((room) => roomSteps(room, 'room-any', contacts, land))),
    ...ring(near('police-station'), 'station'),
    ...(isHurt ? [] : ring(near('hospital'), 'hospital', 'emergency')),
    ...homeRooms.flatMap((room) => roomSteps(room, 'room-home', contacts, land)),
    ...ring(
      of('warden', 'owner').filter((contact) => !isNear(contact)),
      'adult-far',
      'next',
      'far',
    ),
    ...(isNight(hour) ? [] : ring(near('counsellor'), 'counsellor-comes')),
    ...(minor === 'unknown' ? [helpline(CHILD, 'child-if', 'next', 'child-if')] : []),
    helpline(TALK, 'talk-after', 'second-number'),
    helpline(TALK_SECOND, 'talk-second', 'emergency'),
  ];
}

function withoutDanger({ minor, hour, contacts }: Asked): Step[] {
  const of = (kind: ContactKind) => contacts.filter((contact) => contact.kind === kind);
  const talk = [
    helpline(TALK, 'talk', 'second-number'),
    helpline(TALK_SECOND, 'talk-second', 'wait'),
  ];
  const child =
    minor === 'no' ? [] : [helpline(CHILD, minor === 'yes' ? 'child' : 'child-if', 'next')];
  const order = isNight(hour)
    ? [
        ...ring(of('warden'), 'adult-tonight'),
        ...talk,
        ...child,
        ...ring(of('counsellor'), 'counsellor-morning'),
      ]
    : [
        ...ring(of('counsellor'), 'counsellor'),
        ...talk,
        ...child,
        ...ring(of('warden'), 'adult-today'),
      ];
  return [
    ...order,
    ...ring(of('owner'), 'adult-today'),
    ...ring(of('other'), 'other'),
    helpline(EMERGENCY, 'if-danger', 'again'),
  ];
}

function dangerReason(place: Place | null, { here }: Land): string {
  if (!place) return 'danger-unknown';
  return place.district === here.district ? 'danger' : 'danger-elsewhere';
}

/** Ids of the places whose control rooms may answer; a null among them is a room in a place that is not named. */
function roomsOf(place: Place | null, { police }: Land): (string | null)[] {
  if (!place) return [];
  if (place.police) return [place.police];
  const { state, district } = place;
  if (!district) return [state];
  const parts = police[district] ?? [];
  // One police district beside none other covers a part of its district only.
  return parts.length === 1 ? [...parts, district] : parts.length > 1 ? [...parts] : [district];
}

function roomSteps(
  room: string | null,
  why: string,
  contacts: readonly Contact[],
  { here }: Land,
): Step[] {
  const own = contacts.filter(
    ({ kind, place }) =>
      kind === 'control-room' && room !== null && (place ?? here.district) === room,
  );
  if (own.length > 0) return ring(own, why, 'emergency').map((step) => ({ ...step, room }));
  return [
    {
      ...{ id: `room-${room ?? 'there'}`, whom: 'missing-room', number: EMERGENCY, room, why },
      unanswered: 'again',
    },
  ];
}

/** Whether a contact answers for the district in which a place lies. */
function liesIn({ place = '' }: Contact, at: Place, { here, police }: Land): boolean {
  const district = Object.keys(police).find((name) => police[name]?.includes(place)) ?? place;
  return (district || here.district) === at.district;
}

/** Groups of `neededKinds` of which no contact is there, each by its first kind. */
export function missingKinds(contacts: readonly Pick<Contact, 'kind'>[]): ContactKind[] {
  return neededKinds
    .filter((group) => !contacts.some(({ kind }) => group.includes(kind)))
    .flatMap((group) => group.slice(0, 1));
}
