import type { Choice, Turn } from '../../schema/scenario.ts';
import { habitWhy } from '../habits.ts';
import type { ReadyLexicon } from '../language/lexicon.ts';
import { wordsIn } from '../language/words.ts';
import type { Problem } from '../problem.ts';
import type { Scene } from './reading.ts';

/**
 * How much better than chance a habit may be; from how many turns of scenes with truths on it is a problem, while before
 * that it is only printed; and in how many of them the habit has to say something.
 */
export const guessing = { more: 0.1, turns: 250, said: 30 } as const;

/** How often a habit that needs no reading finds a strong line. */
export interface Guess {
  habit: string;
  language: string;
  /** Turns in which the habit says what to choose. */
  turns: number;
  /** Part of them in which it finds a strong line, and the part in which chance does. */
  hit: number;
  chance: number;
}

/** A choice as somebody sees it who only glances at it. */
interface Glance {
  isStrong: boolean;
  length: number;
  asks: boolean;
  hasPlainWord: boolean;
  hasTogether: boolean;
  hasFamily: boolean;
  /** How many words it has in common with what the student has just said. */
  echoes: number;
}

/** Picks among the choices of a turn; where it picks all or none, it says nothing. */
type Habit = (choices: readonly Glance[]) => readonly Glance[];

const most = (choices: readonly Glance[], of: (one: Glance) => number) => {
  const top = Math.max(...choices.map(of));
  return choices.filter((one) => of(one) === top);
};

const habits: Readonly<Record<string, Habit>> = {
  'the shortest': (choices) => most(choices, ({ length }) => -length),
  'the longest': (choices) => most(choices, ({ length }) => length),
  'the only question': (choices) => {
    const questions = choices.filter(({ asks }) => asks);
    return questions.length === 1 ? questions : [];
  },
  'the plain word': (choices) => choices.filter(({ hasPlainWord }) => hasPlainWord),
  'an echo of the student': (choices) =>
    most(choices, ({ echoes }) => echoes).filter(({ echoes }) => echoes > 0),
  '“together”': (choices) => choices.filter(({ hasTogether }) => hasTogether),
  'no parents, no oaths': (choices) => choices.filter(({ hasFamily }) => !hasFamily),
};

/** The fewest letters of a word that is heard as an echo. */
const ECHO = 4;

const longWords = (text: string) =>
  wordsIn(text).flatMap(({ written, form }) => ([...written].length >= ECHO ? [form] : []));

function glanceAt({ text, quality }: Choice, turn: Turn, lexicon: ReadyLexicon): Glance {
  const own = text[lexicon.language] ?? '';
  const words = wordsIn(own);
  const said = new Set(
    (turn.says ?? []).flatMap((line) => longWords(line.text[lexicon.language] ?? '')),
  );
  return {
    isStrong: quality === 'strong',
    length: [...own].length,
    asks: /[?？؟]/.test(own),
    hasPlainWord: lexicon.find.plainWord(words) !== undefined,
    hasTogether: lexicon.find.together(words) !== undefined,
    hasFamily: lexicon.find.family(words) !== undefined,
    echoes: new Set(longWords(own).filter((form) => said.has(form))).size,
  };
}

const shareOfStrong = (choices: readonly Glance[]) =>
  choices.filter(({ isStrong }) => isStrong).length / choices.length;
const mean = (all: readonly number[]) =>
  all.reduce((sum, one) => sum + one, 0) / Math.max(all.length, 1);

/** What is seen of the choices of each turn of a scene, in one language. */
export const glancesOf = (
  { scenario }: Pick<Scene, 'scenario'>,
  lexicon: ReadyLexicon,
): Glance[][] =>
  Object.values(scenario.turns)
    .filter(({ choices }) => choices)
    .map((turn) => (turn.choices ?? []).map((choice) => glanceAt(choice, turn, lexicon)));

/**
 * How far each habit gets, over all turns of some scenes, in each language.
 * @param glances what is seen of a scene
 */
export function guessesOf<Seen extends Pick<Scene, 'scenario'>>(
  scenes: readonly Seen[],
  lexicons: Iterable<ReadyLexicon>,
  glances: (scene: Seen, lexicon: ReadyLexicon) => Glance[][] = glancesOf,
): Guess[] {
  return [...lexicons].flatMap((lexicon) => {
    const turns = scenes.flatMap((scene) => glances(scene, lexicon));
    return Object.entries(habits).map(([habit, pick]) => {
      const picked = turns.flatMap((choices) => {
        const some = pick(choices);
        return some.length > 0 && some.length < choices.length ? [{ choices, some }] : [];
      });
      return {
        habit,
        language: lexicon.language,
        turns: picked.length,
        hit: mean(picked.map(({ some }) => shareOfStrong(some))),
        chance: mean(picked.map(({ choices }) => shareOfStrong(choices))),
      };
    });
  });
}

const percent = (share: number) => Math.round(share * 100);

/** In the scenes with truths no habit that needs no reading finds a strong line much more often than chance. */
export function guessProblems(
  scenes: readonly Scene[],
  lexicons: ReadonlyMap<string, ReadyLexicon>,
  glances: (scene: Scene, lexicon: ReadyLexicon) => Glance[][],
): Problem[] {
  const counted = scenes.filter(({ scenario }) => scenario.truths);
  const turns = counted.flatMap(({ scenario }) => Object.values(scenario.turns));
  if (turns.filter(({ choices }) => choices).length < guessing.turns) return [];
  return guessesOf(counted, lexicons.values(), glances)
    .filter(({ turns: said, hit, chance }) => said >= guessing.said && hit > chance + guessing.more)
    .map(({ habit, language, turns: said, hit, chance }) => ({
      ...{ file: counted.at(-1)?.file ?? '', line: 1, value: habit },
      message: `In the language “${language}” whoever always takes ${habit} finds a strong line in ${percent(hit)} of 100 of ${said} turns; chance finds ${percent(chance)}.`,
      instead: `Rewrite some lines of the scenes with “truths” until it is ${percent(chance + guessing.more)} at most: weak lines that look so, strong ones that do not.`,
      why: habitWhy,
    }));
}

/** The same as lines of text, for whoever writes scenes. */
export const guessesToText = (guesses: readonly Guess[]): string =>
  guesses
    .map(
      ({ habit, language, turns, hit, chance }) =>
        `  ${language}: ${habit}: strong in ${percent(hit)} % of ${turns} turns, by chance ${percent(chance)} %${hit > chance + guessing.more ? ' (too often)' : ''}`,
    )
    .join('\n');
