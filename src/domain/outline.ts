/** A step of a module: a lesson, or the module's check, with its cards in order. */
export interface Step {
  id: string;
  cards: readonly string[];
}

/** A module as progress sees it: its steps in order. */
export interface ModuleOutline {
  id: string;
  roles: readonly string[];
  steps: readonly Step[];
}

/**
 * Writes steps as one attribute value, `lesson=card,card;lesson=card`.
 * Ids hold only lower-case letters, digits and hyphens, so no escaping is needed.
 */
export function stepsToText(steps: readonly Step[]): string {
  return steps.map(({ id, cards }) => `${id}=${cards.join(',')}`).join(';');
}

/** Reads what `stepsToText` wrote; an empty text gives no steps. */
export function textToSteps(text: string): Step[] {
  return text
    .split(';')
    .filter(Boolean)
    .map((part) => {
      const [id = '', cards = ''] = part.split('=');
      return { id, cards: cards.split(',').filter(Boolean) };
    });
}

/** How far a learner is: which steps are finished, which cards were seen, which card was the last. */
export interface Reached {
  done: Readonly<Record<string, unknown>>;
  seen: Readonly<Record<string, unknown>>;
  last: { card: string } | null;
}

export type DoorState = 'new' | 'begun' | 'finished';

/** A door stands open when every step is finished, and is ajar once any card of it was seen. */
export function doorState({ steps }: ModuleOutline, { done, seen }: Reached): DoorState {
  if (steps.length > 0 && steps.every(({ id }) => id in done)) return 'finished';
  return steps.some(({ id, cards }) => id in done || cards.some((card) => card in seen))
    ? 'begun'
    : 'new';
}

/**
 * Where a learner goes on: the step of the last card seen unless it is finished, else the first unfinished
 * step after it, else the first unfinished step of all.
 * @param modules the modules of the learner's role, in order
 * @returns null before the first card and after the last step
 */
export function continueAt(
  modules: readonly ModuleOutline[],
  { done, last }: Reached,
): { module: string; step: string; card: string | null } | null {
  if (!last) return null;
  const all = modules.flatMap(({ id, steps }) => steps.map((step) => ({ module: id, ...step })));
  const here = all.findIndex(({ cards }) => cards.includes(last.card));
  const current = all[here];
  if (current && !(current.id in done)) {
    return { module: current.module, step: current.id, card: last.card };
  }
  const open = [...all.slice(here + 1), ...all.slice(0, here + 1)].find(({ id }) => !(id in done));
  return open ? { module: open.module, step: open.id, card: null } : null;
}
