/** A step of a module: a lesson, a practice, or the module's check, with its cards in order. */
export interface Step {
  id: string;
  cards: readonly string[];
  /** Whose step it is; left out, everybody's. */
  roles?: readonly string[];
  /** Whether it lies off the short way: for those who want more. */
  isMore?: true;
}

/** A module as progress sees it: its steps in order. */
export interface ModuleOutline {
  id: string;
  roles: readonly string[];
  steps: readonly Step[];
}

/** How far a learner is: which steps are finished, which cards were seen, which card was the last. */
export interface Reached {
  done: Readonly<Record<string, unknown>>;
  seen: Readonly<Record<string, unknown>>;
  last: { card: string } | null;
}

/** Closed, ajar, or standing open. */
export type DoorState = 'new' | 'begun' | 'finished';

/**
 * Writes steps as one attribute value, `lesson=card,card;practice@warden,peer=`; a step off the short way ends in `+`.
 * Ids hold only lower-case letters, digits and hyphens, so no escaping is needed.
 */
export function stepsToText(steps: readonly Step[]): string {
  return steps
    .map(
      ({ id, roles, cards, isMore }) =>
        `${id}${roles ? `@${roles.join(',')}` : ''}=${cards.join(',')}${isMore ? '+' : ''}`,
    )
    .join(';');
}

/** Reads what `stepsToText` wrote; an empty text gives no steps. */
export function textToSteps(text: string): Step[] {
  return text
    .split(';')
    .filter(Boolean)
    .map((part) => {
      const isMore = part.endsWith('+');
      const [name = '', cards = ''] = part.replace('+', '').split('=');
      const [id = '', roles] = name.split('@');
      return {
        id,
        cards: cards.split(',').filter(Boolean),
        ...(roles && { roles: roles.split(',') }),
        ...(isMore && { isMore }),
      };
    });
}

/** The modules of a role, each with the steps of that role; without a role all modules with the steps meant for all. */
export function outlineFor(
  modules: readonly ModuleOutline[],
  role: string | undefined,
): ModuleOutline[] {
  return modules
    .filter(({ roles }) => !role || roles.includes(role))
    .map((module) => ({
      ...module,
      steps: module.steps.filter(({ roles }) => !roles || (role && roles.includes(role))),
    }));
}

/** Minute at which the short way through a door was finished; undefined while it is not. */
export function openedAt(
  { steps }: ModuleOutline,
  done: Readonly<Record<string, number>>,
): number | undefined {
  const way = steps.filter(({ isMore }) => !isMore);
  const at = Math.max(...way.map(({ id }) => done[id] ?? Number.POSITIVE_INFINITY));
  return Number.isFinite(at) ? at : undefined;
}

/** A door stands open when the short way through it is finished, and is ajar once any card of it was seen. */
export function doorState({ steps }: ModuleOutline, { done, seen }: Reached): DoorState {
  const way = steps.filter(({ isMore }) => !isMore);
  if (way.length > 0 && way.every(({ id }) => id in done)) return 'finished';
  const isBegun = steps.some(({ id, cards }) => id in done || cards.some((card) => card in seen));
  return isBegun ? 'begun' : 'new';
}

/**
 * Where a learner goes on: the step of the last card seen unless it is finished, else the first unfinished
 * step of the short way after it, else the first unfinished one of all.
 * @param modules the modules of the learner's role, in order, as `outlineFor` gives them
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
  const open = [...all.slice(here + 1), ...all.slice(0, here + 1)].find(
    ({ id, isMore }) => !isMore && !(id in done),
  );
  return open ? { module: open.module, step: open.id, card: null } : null;
}
