import type { Asked, Place } from './referral.ts';

/** One part of what to say, a sentence of its own; `key` names its text, `place` the place that is filled in. */
export interface Part {
  readonly key: string;
  readonly place?: Place | null;
}

/**
 * What to say when the phone is picked up, in order: the place stands in the first part, the plea to have it read
 * back in the last.
 */
export function sayParts(
  asked: Pick<Asked, 'danger' | 'place' | 'home' | 'minor' | 'channel'>,
): Part[] {
  const { danger, place, home, minor, channel } = asked;
  const first = { hurt: 'hurt', yes: 'danger', no: 'calm' }[danger];
  const isHomeApart = home !== null && !isSame(home, place);
  return [
    { key: place ? first : `${first}-unknown`, place },
    ...(isHomeApart ? [{ key: 'home', place: home }] : []),
    ...(minor === 'no' ? [] : [{ key: `minor-${minor}` }]),
    { key: danger === 'no' ? `calm-${channel}` : channel },
    { key: danger === 'no' ? 'ask' : 'repeat' },
  ];
}

function isSame(one: Place, other: Place | null): boolean {
  return (
    one.state === other?.state && one.district === other.district && one.police === other.police
  );
}
