import {
  type Asked,
  type Contact,
  type Danger,
  type Land,
  referral,
  type Step,
} from './referral.ts';
import { sayParts } from './sentence.ts';

/** The questions, each with its answers; the last stands while nothing is chosen, except for danger, which decides all. */
export const questions = {
  danger: ['hurt', 'yes', 'no'],
  place: ['here', 'elsewhere', 'other', 'unknown'],
  minor: ['yes', 'no', 'unknown'],
  channel: ['call', 'post', 'in-person'],
} as const;
type Question = keyof typeof questions;

/** One answer to each question. */
export type Taps = { readonly [Q in Question]: (typeof questions)[Q][number] };

/** Something that is shown unless one of the answers named in `not` is given, such as `minor-no`. */
interface Shown {
  readonly not: string[];
}

/** A step with every reason that it may have. */
export interface StepRow extends Shown {
  readonly step: Step;
  readonly reasons: (Shown & { readonly why: string })[];
}

/** A part of the sentence, and for the place which of the answers it tells. */
export interface SayRow extends Shown {
  readonly key: string;
  readonly place: Taps['place'];
}

/** The two lists of the page: what is done in danger, and what without. */
export type Mood = 'danger' | 'calm';

/** The list in which an answer to the question of danger is told. */
export const dangerToMood = (danger: Danger): Mood => (danger === 'no' ? 'calm' : 'danger');

/** Every way to answer the questions. */
export const allTaps: readonly Taps[] = questions.danger.flatMap((danger) =>
  questions.place.flatMap((place) =>
    questions.minor.flatMap((minor) =>
      questions.channel.map((channel) => ({ danger, place, minor, channel })),
    ),
  ),
);

/** What the taps say, as `referral` asks it; a place is no closer known than by its tap. */
export function tapsToAsked(
  taps: Taps,
  hour: number,
  contacts: readonly Contact[],
  { here }: Land,
): Asked {
  const places = {
    here,
    elsewhere: { state: here.state },
    other: { state: null },
    unknown: null,
  };
  return { ...taps, hour, contacts, place: places[taps.place], home: null };
}

/**
 * All that a page without script has to hold, so that hiding what does not fit leaves for each set of taps the very
 * list that `referral` gives for it, and the very sentence of `sayParts`.
 */
export function answerRows(
  mood: Mood,
  hour: number,
  contacts: readonly Contact[],
  land: Land,
): { steps: StepRow[]; says: SayRow[] } {
  const told = allTaps
    .filter(({ danger }) => dangerToMood(danger) === mood)
    .map((taps) => {
      const asked = tapsToAsked(taps, hour, contacts, land);
      return { taps, steps: referral(asked, land), keys: sayParts(asked).map(({ key }) => key) };
    });
  const not = (isThere: (one: (typeof told)[number]) => boolean) => notWhere(told, isThere);
  const steps = inOneOrder(told.map((one) => one.steps)).map((step): StepRow => {
    const whys = told.flatMap((one) => one.steps.filter(({ id }) => id === step.id));
    return {
      step,
      not: not((one) => one.steps.some(({ id }) => id === step.id)),
      reasons: [...new Set(whys.map(({ why }) => why))].map((why) => ({
        why,
        not: not((one) => one.steps.some((each) => each.id === step.id && each.why === why)),
      })),
    };
  });
  const all = inOneOrder(told.map(({ keys }) => keys.map((id) => ({ id }))));
  const says = all.flatMap(({ id: key }): SayRow[] => {
    // The first part names the place, so that it is told once for each answer.
    const places = ['hurt', 'danger', 'calm'].includes(key)
      ? questions.place
      : ['unknown' as const];
    const isThere = (place: string) => (one: (typeof told)[number]) =>
      (places.length === 1 || one.taps.place === place) && one.keys.includes(key);
    return places
      .filter((place) => told.some(isThere(place)))
      .map((place) => ({ key, place, not: not(isThere(place)) }));
  });
  return { steps, says };
}

/** The answers with which something never stands. */
function notWhere<One extends { taps: Taps }>(
  told: readonly One[],
  isThere: (one: One) => boolean,
): string[] {
  return Object.entries(questions).flatMap(([question, answers]) =>
    answers
      .filter((answer) => {
        const those = told.filter(({ taps }) => taps[question as Question] === answer);
        return those.length > 0 && !those.some(isThere);
      })
      .map((answer) => `${question}-${answer}`),
  );
}

/** Unites lists that have the same order where they share entries. */
function inOneOrder<One extends { id: string }>(lists: readonly (readonly One[])[]): One[] {
  const all: One[] = [];
  for (const list of lists) {
    let next = 0;
    for (const one of list) {
      const at = all.findIndex(({ id }) => id === one.id);
      if (at < 0) all.splice(next++, 0, one);
      else next = at + 1;
    }
  }
  return all;
}
