import { callToDrill } from '../domain/call.ts';
import { casesToDeck } from '../domain/cases-deck.ts';
import type { Call, Practice, Round, Scene } from '../domain/last-runs.ts';
import type { Lead } from '../domain/outcome.ts';
import { scenarioToGraph, withoutLines } from '../domain/scenario-compile.ts';
import { type Module, ofKind, type Practice as Placed, practicesOf } from './module.ts';
import { paths } from './paths.ts';
import { wholeCourse } from './read.ts';

/** A link by its words. */
export interface Link {
  readonly address: string;
  readonly text: string;
}

/** What lies behind the last door, as a page names and judges it. */
export interface LastDoor {
  readonly module: Module | undefined;
  readonly scenes: readonly Scene[];
  readonly rounds: readonly Round[];
  readonly calls: readonly Call[];
  /** The lesson to which the coach leads back where something was missing. */
  readonly lessons: Readonly<Record<Lead, Link>>;
}

/** The practices of the last door with all that it takes to judge a run of them, and the lessons behind them. */
export async function lastDoor(lang: string): Promise<LastDoor> {
  const { course, modules } = await wholeCourse();
  const module = modules.find(({ id }) => id === course.final?.module);
  const practices = module ? practicesOf(module) : [];
  const lessons = Object.entries(course.final?.leads ?? {}).map(([lead, id]) => [
    lead,
    toLesson(modules, id, lang),
  ]);
  return {
    module,
    scenes: ofKind(practices, 'scenario').map((scene) => ({
      ...toPractice(scene, lang),
      role: scene.data.role,
      graph: withoutLines(scenarioToGraph(scene.data)),
    })),
    rounds: ofKind(practices, 'cases').map((round) => ({
      ...toPractice(round, lang),
      deck: casesToDeck(round.data),
    })),
    calls: callsOf(practices, lang),
    lessons: Object.fromEntries(lessons),
  };
}

/** All calls of the course: the answer to each is the same, so any one keeps it fresh. */
export async function allCalls(lang: string): Promise<Call[]> {
  const { modules } = await wholeCourse();
  return callsOf(modules.flatMap(practicesOf), lang);
}

const callsOf = (practices: readonly Placed[], lang: string): Call[] =>
  ofKind(practices, 'call').map((call) => ({
    ...toPractice(call, lang),
    drill: callToDrill(call.data),
  }));

const toPractice = (practice: Placed, lang: string): Practice => ({
  id: practice.id,
  address: paths.practice(lang, practice),
  text: practice.data.title[lang] ?? '',
});

function toLesson(modules: readonly Module[], id: string, lang: string): Link {
  const module = modules.find((one) => one.lessons.some((lesson) => lesson.id === id));
  const lesson = module?.lessons.find((one) => one.id === id);
  return {
    address: paths.lesson(lang, module?.id ?? '', id),
    text: lesson?.texts[lang]?.data.title ?? id,
  };
}
