/** What the scene remembers of the learner's acts; a closed list, so that a misspelt flag is an error. */
export const flags = [
  /** A private place, an unhurried moment or a calm first sentence. */
  'openedSafely',
  /** Asked by hints; the plain word has not been said. */
  'halfAsked',
  /** Asked about suicide with a plain word. */
  'asked',
  /** "I will not tell anyone": stands until it is taken back. */
  'secrecyPromised',
  /** Said who will be told, and why. */
  'saidWhoIsTold',
  /** Told, or threatened to tell, somebody over the student's head. */
  'toldOverHead',
  /** Gave advice before having listened. */
  'advisedEarly',
  /** Held up toppers, soldiers, poorer students. */
  'compared',
  /** Preached: God, parents' sacrifices, duty. */
  'preached',
  /** Made the pain small. */
  'minimised',
  /** Promised that all will be well. */
  'hopePromised',
  /** Put question upon question, or asked "why". */
  'interrogated',
  /** Blamed or scolded. */
  'scolded',
  /** Went away while the student was in danger: stands until the learner is back. */
  'leftAlone',
  /** Said that the student will not be alone tonight, and by whose side. */
  'stayed',
  /** Called a second adult. */
  'secondAdult',
  /** Asked whether it is tonight. */
  'tonightAsked',
  /** Asked whether the student has already done something to hurt themselves. */
  'hurtAsked',
  /** Rang the emergency number or the ambulance, or had it rung, with the student in sight. */
  'emergencyRung',
  /** Saw to it that an adult puts dangerous things out of reach, naming none; the student stays out of it. */
  'meansSpoken',
  /** Named the person or the number to whom the student is handed over. */
  'personNamed',
  /** Said when: now, at nine, after the meal. */
  'timeNamed',
  /** Made the call or the walk together with the student. */
  'calledTogether',
  /** Handed over, warmly or coldly. */
  'handedOver',
  /** Said when they will meet again. */
  'followUp',
  /** Took the student at their word, and did not ask the same again. */
  'believed',
  /** Took what is heavy, such as fees or a room, to somebody who can change it, with the student's knowledge. */
  'passedOn',
  /** Used the plain word as a reproach, as a joke, or in front of others. */
  'accused',
  /** Made the student swear, or promise not to do it. */
  'sworn',
  /** Did not believe an honest answer, or frightened the student with what may come. */
  'pressed',
  /** Owned a weak line and came back; set by every repair. */
  'repaired',
  /** The student drew back once, because trust had run out; set by the scene. */
  'withdrew',
] as const;
export type Flag = (typeof flags)[number];

/**
 * The named moves. The first block helps; the second holds the traps that kind people step into.
 * What a move sets by itself, and the domain it counts for, stands in `src/domain/scenario-moves.ts`.
 */
export const moves = [
  // helping
  'observe', // say what you have seen, without a verdict
  'private-place', // find a quiet place and time
  'tea', // a small kindness that asks for nothing
  'open-question', // a question that cannot be answered with yes or no
  'reflect', // give back what you heard
  'wait', // let the silence be
  'ask-directly', // ask about suicide with the plain word
  'say-who-is-told', // say who will be told, and why
  'stay', // see to it that the student is not alone
  'ask-tonight', // ask whether it is tonight
  'ask-hurt', // ask whether they have already hurt themselves
  'ring-emergency', // ring the emergency number or the ambulance, the student in sight
  'safety', // an adult puts dangerous things out of reach, naming none
  'second-adult', // call another adult
  'hope', // hope that promises nothing
  'agree-step', // agree on one next step
  'hand-over', // connect with a person or a number, together
  'follow-up', // say when you will meet again
  'believe', // take the student at their word
  'pass-on', // take what is heavy to somebody who can change it
  'repair', // own a weak line and come back
  // traps
  'advise-early', // advice before listening
  'compare', // toppers, soldiers, poorer students
  'sermon', // God, duty, the parents' sacrifices
  'minimise', // it is nothing, it will pass
  'promise-hope', // all will be well
  'interrogate', // why, since when, because of whom
  'scold', // how could you
  'hint', // asking without the plain word
  'promise-secrecy', // I will not tell anyone
  'tell-over-head', // I am ringing your father now
  'leave', // going away, sending to bed
  'hand-off', // giving a number and letting go
  'accuse', // the plain word as a reproach, as a joke, or in front of others
  'oath', // making them swear
  'press', // not believing an honest answer, frightening
] as const;
export type Move = (typeof moves)[number];
