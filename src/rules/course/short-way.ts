import { onTheWay } from '../../domain/on-the-way.ts';
import { moduleSchema } from '../../schema/module.ts';
import { found, type Problem } from '../problem.ts';
import { type Content, type Named, quizItems, yamlAt } from '../reading/content.ts';
import { fieldOf, listOf, plainTexts, textOf, textsOf, type Value } from '../reading/value.ts';

/** How far the minutes of a module may stand from those of its steps. */
const NEAR = 2;
/** Minutes that a question of a check takes, and one that only asks how ready somebody feels. */
const QUESTION = 0.5;
const SCALE = 0.25;

/** A step of a module with the minutes that it takes. */
interface Timed {
  id: string;
  minutes: number;
  /** Whose it is; empty where it is everybody's. */
  roles: string[];
}

/** The short way consists of steps that are there, takes as long as its module says, and not too long in all. */
export function shortWayProblems(content: Content): Problem[] {
  const course = yamlAt(content, 'content/course.yml');
  const roles = textsOf(listOf(course, 'roles').flatMap((role) => fieldOf(role, 'id') ?? []));
  const most = fieldOf(course, 'shortWay');
  const modules = plainTexts(listOf(course, 'modules'));
  const ways = modules.map((module) => ({ module, ...wayOf(content, module) }));
  return [
    ...ways.flatMap(({ module, steps }) => coreProblems(content, module, steps)),
    ...ways.flatMap(({ module, core }) =>
      minutesProblem(content, module, Math.max(...roles.map(({ text }) => minutesFor(core, text)))),
    ),
    ...roles.flatMap(({ text: role }) => {
      const mine = ways.filter(({ audience }) => audience.includes(role));
      const minutes = mine.reduce((sum, { core }) => sum + minutesFor(core, role), 0);
      return most ? totalProblem(role, minutes, most) : [];
    }),
  ];
}

/** The minutes that a role spends on some steps. */
function minutesFor(steps: readonly Timed[], role: string): number {
  const mine = steps.filter(({ roles }) => roles.length === 0 || roles.includes(role));
  return mine.reduce((sum, { minutes }) => sum + minutes, 0);
}

function wayOf(content: Content, module: string) {
  const value = yamlAt(content, `content/modules/${module}/module.yml`);
  const steps = [
    ...lessonsOf(content, module),
    ...practicesOf(content, module),
    ...checkOf(content, module),
  ];
  const named = plainTexts(listOf(value, 'core'));
  const isCore = ({ id }: Timed) => !fieldOf(value, 'core') || named.includes(id);
  const audience = plainTexts(listOf(value, 'roles'));
  return { steps, core: steps.filter(isCore), audience };
}

function lessonsOf({ lessons }: Content, module: string): Timed[] {
  const own = lessons.filter((lesson) => lesson.module === module);
  const first = own.filter(
    ({ lesson }, at) => own.findIndex((other) => other.lesson === lesson) === at,
  );
  return first.map(({ lesson, head }) => ({
    id: lesson,
    minutes: Number(fieldOf(head, 'minutes')?.written ?? 0),
    roles: [],
  }));
}

/** The practices that the way leads through. */
function practicesOf({ yaml }: Content, module: string): Timed[] {
  const all = [...yaml.values()].flatMap(({ kind, module: home, id, value }) => {
    if (!kind.practice || home !== module || !id) return [];
    const role = textOf(fieldOf(value, 'role'));
    const roles = plainTexts(listOf(value, 'roles'));
    const minutes = Number(fieldOf(value, 'minutes')?.written ?? 0);
    const variantOf = textOf(fieldOf(value, 'variantOf'));
    return { id, role, variantOf, minutes, roles: role ? [role] : roles };
  });
  return onTheWay(all);
}

function checkOf(content: Content, module: string): Timed[] {
  const placed = new Set(
    content.lessons
      .filter((lesson) => lesson.module === module)
      .flatMap(({ tags }) => tags.map(({ attributes }) => attributes.get('id'))),
  );
  const open = (quizItems(content, module) ?? []).filter(({ id }) => !placed.has(id));
  const minutes = open.reduce((sum, item) => sum + (isScale(item) ? SCALE : QUESTION), 0);
  return open.length > 0 ? [{ id: 'check', minutes, roles: [] }] : [];
}

const isScale = ({ entry }: Named) => textOf(fieldOf(entry, 'kind')) === 'scale';

function coreProblems(content: Content, module: string, steps: readonly Timed[]): Problem[] {
  const file = `content/modules/${module}/module.yml`;
  const known = steps.map(({ id }) => id);
  return textsOf(listOf(yamlAt(content, file), 'core'))
    .filter(({ text }) => !known.includes(text))
    .map(({ text, line }) => ({
      ...{ file, line, value: text },
      message: `The module has no step “${text}” for its short way.`,
      instead: `Write one of ${known.join(', ')}, or take it out.`,
      why: 'The short way leads through lessons and practices of the module, and “check” is its check.',
    }));
}

function minutesProblem(content: Content, module: string, counted: number): Problem[] {
  const file = `content/modules/${module}/module.yml`;
  const minutes = fieldOf(yamlAt(content, file), 'minutes');
  const isComplete =
    Number.isFinite(counted) &&
    content.lessons.every(
      (lesson) => lesson.module !== module || fieldOf(lesson.head, 'minutes'),
    ) &&
    ![...content.unreadable].some((path) => path.startsWith(`content/modules/${module}/`));
  // What is missing or out of range is reported by the schema, what cannot be read by its reader.
  if (!isComplete || !moduleSchema.shape.minutes.safeParse(Number(minutes?.written)).success)
    return [];
  const rounded = Math.max(1, Math.round(counted));
  return found(
    minutes &&
      Math.abs(Number(minutes.written) - rounded) > NEAR && {
        ...{ file, line: minutes.line, value: minutes.written },
        message: `The module is said to take ${minutes.written} minutes; the steps of its short way take ${rounded}.`,
        instead: `Write minutes: ${rounded}`,
        why: 'Whoever starts it at eleven at night must know when it ends.',
      },
  );
}

function totalProblem(role: string, minutes: number, { written, line }: Value): Problem[] {
  const most = Number(written);
  // What is no number is reported by the schema.
  return found(
    minutes > most && {
      ...{ file: 'content/course.yml', line, value: role },
      message: `The short way of the role “${role}” takes ${Math.round(minutes)} minutes.`,
      instead: `Take steps of ${Math.ceil(minutes - most)} minutes out of the lists core: of its modules.`,
      why: `People give up courses that take longer than ${most} minutes; everything else stays open to those who want more.`,
    },
  );
}
