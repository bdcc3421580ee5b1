import type { Flag, Move } from '../schema/scenario-acts.ts';
import type { Domain, Effect } from './scenario-graph.ts';

type Meaning = { domain: Domain; effects: readonly Effect[]; trap?: Flag };

const does = (domain: Domain, ...effects: Effect[]): Meaning => ({ domain, effects });
const trap = (domain: Domain, flag: Flag, ...more: Effect[]): Meaning => ({
  domain,
  effects: [[flag, 1], ...more],
  trap: flag,
});

/**
 * What each named move counts for, what it changes by itself, and, for a trap, the flag that a repair clears.
 * `listened` grows only while no early advice stands: listening is to come first.
 */
export const meaningOf: Readonly<Record<Move, Meaning>> = {
  observe: does('opens-safely'),
  'private-place': does('opens-safely', ['openedSafely', 1]),
  tea: does('opens-safely'),
  'open-question': does('listens', ['listened', 1]),
  reflect: does('listens', ['listened', 1]),
  wait: does('listens'),
  hope: does('listens'),
  'ask-directly': does('asks-directly', ['asked', 1]),
  'say-who-is-told': does('secrecy', ['saidWhoIsTold', 1], ['secrecyPromised', 0]),
  stay: does('safety-now', ['stayed', 1], ['leftAlone', 0]),
  'ask-tonight': does('safety-now', ['tonightAsked', 1]),
  'ask-hurt': does('safety-now', ['hurtAsked', 1]),
  'ring-emergency': does('safety-now', ['emergencyRung', 1]),
  safety: does('safety-now', ['meansSpoken', 1]),
  'second-adult': does('safety-now', ['secondAdult', 1]),
  'agree-step': does('hands-over'),
  'hand-over': does('hands-over', ['handedOver', 1]),
  'follow-up': does('follows-up', ['followUp', 1]),
  believe: does('safety-now', ['believed', 1]),
  'pass-on': does('hands-over', ['passedOn', 1]),
  repair: does('repairs', ['repaired', 1]),
  'advise-early': trap('listens', 'advisedEarly'),
  compare: trap('listens', 'compared'),
  sermon: trap('listens', 'preached'),
  minimise: trap('listens', 'minimised'),
  'promise-hope': trap('listens', 'hopePromised'),
  interrogate: trap('listens', 'interrogated'),
  scold: trap('listens', 'scolded'),
  hint: does('asks-directly', ['halfAsked', 1]),
  'promise-secrecy': trap('secrecy', 'secrecyPromised'),
  'tell-over-head': trap('secrecy', 'toldOverHead'),
  leave: trap('safety-now', 'leftAlone'),
  'hand-off': does('hands-over', ['handedOver', 1]),
  accuse: trap('asks-directly', 'accused'),
  oath: trap('asks-directly', 'sworn'),
  press: trap('safety-now', 'pressed'),
};

/** The traps: moves that are never strong. */
export const isTrap = (move: Move): boolean =>
  meaningOf[move].trap !== undefined || move === 'hint' || move === 'hand-off';
