import type { Problem } from './problem.ts';

/** Why no habit may lead far, for whoever writes content. */
export const habitWhy = 'Whoever notices the habit answers without having learnt anything.';

/** A way to choose that needs no reading, such as to take the longest. */
export interface Habit<Task> {
  /** Whether it finds a good answer here. */
  finds: (task: Task) => boolean;
  /** The greatest part of the tasks in which it may. */
  most: number;
  /**
   * The problem, if it finds more.
   * @param found the tasks in which it does
   * @param most in how many it may
   */
  problem: (
    found: readonly [Task, ...Task[]],
    most: number,
  ) => Omit<Problem, 'why'> & { why?: string };
}

/** The problem of a habit that finds a good answer in too many of the tasks; none where it does not. */
export function habitProblem<Task>(tasks: readonly Task[], habit: Habit<Task>): Problem[] {
  const [first, ...others] = tasks.filter(habit.finds);
  if (first === undefined || others.length + 1 <= tasks.length * habit.most) return [];
  const problem = habit.problem([first, ...others], Math.floor(tasks.length * habit.most));
  return [{ why: habitWhy, ...problem }];
}

/** Every number of an option, from 0, as far as the longest list of options goes. */
export const placesOf = (lists: readonly (readonly unknown[])[]): number[] => [
  ...Array(Math.max(0, ...lists.map(({ length }) => length))).keys(),
];
