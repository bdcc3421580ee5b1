import type { Choice, Line, Scenario } from '../schema/scenario.ts';
import type { Words } from '../schema/words.ts';

/** What a text is in its scene; bubbles are what somebody says, in the voice of the turn. */
export type TextKind = 'scene' | 'line' | 'choice' | 'repair' | 'thought' | 'coach' | 'better';

/** One text of a scene, found under its key: `r07`, `r07.2` (another wording), `c12`, `c12.thought`. */
export type SceneText = {
  readonly key: string;
  readonly kind: TextKind;
  readonly turn: string;
  readonly voice: 'speech' | 'chat';
  /** Who says or thinks it, where it is not the student. */
  readonly who?: string | undefined;
  readonly words: Words;
  /** Keys and positions that lead to the text in the file. */
  readonly path: readonly (string | number)[];
};

/** Every text of a scene's turns, in the order of the file. */
export function* sceneTexts(scenario: Scenario): Generator<SceneText> {
  for (const [
    turn,
    { scene, meanwhile, says, mended, choices, voice = scenario.voice, with: partner },
  ] of Object.entries(scenario.turns)) {
    const at = { turn, voice, who: partner };
    const text = (
      key: string,
      kind: TextKind,
      words: Words | undefined,
      ...path: (string | number)[]
    ) => (words ? [{ ...at, key, kind, words, path: ['turns', turn, ...path] }] : []);
    const said = (kind: TextKind, lines: readonly Line[] = [], ...path: (string | number)[]) =>
      lines.flatMap(({ id, who, text: words, or = [] }, i) =>
        [
          ...text(id, kind, words, ...path, i, 'text'),
          ...or.flatMap((other, n) => text(`${id}.${n + 2}`, kind, other, ...path, i, 'or', n)),
        ].map((one) => ({ ...one, who: who ?? partner })),
      );
    const chosen = ({ id, repair, ...one }: Choice, i: number) => {
      const own = (key: string, kind: TextKind, words?: Words, ...path: (string | number)[]) =>
        text(key, kind, words, 'choices', i, ...path);
      return [
        ...own(id, 'choice', one.text, 'text'),
        ...said('line', one.reply, 'choices', i, 'reply'),
        ...own(`${id}.thought`, 'thought', one.thought, 'thought'),
        ...(one.thoughts ?? []).flatMap((other, n) =>
          own(`${id}.thought.${n + 2}`, 'thought', other.text, 'thoughts', n, 'text'),
        ),
        ...own(`${id}.coach`, 'coach', one.coach, 'coach'),
        ...own(`${id}.better`, 'better', one.better, 'better'),
        ...(repair
          ? [
              ...own(repair.id, 'repair', repair.text, 'repair', 'text'),
              ...said('line', repair.reply, 'choices', i, 'repair', 'reply'),
              ...own(`${repair.id}.thought`, 'thought', repair.thought, 'repair', 'thought'),
            ]
          : []),
      ];
    };
    yield* said('scene', scene, 'scene');
    yield* said('line', meanwhile, 'meanwhile');
    yield* said('line', says, 'says');
    yield* said('line', mended, 'mended');
    yield* (choices ?? []).flatMap(chosen);
  }
}

/**
 * Puts the names of helplines into a text.
 * @param names names by id, in the language of the text
 */
export const nameHelplines = (text: string, names: Readonly<Record<string, string>>): string =>
  text.replace(/\{helpline:([a-z0-9-]+)\}/g, (place, id: string) => names[id] ?? place);

/** The texts of a scene in one language, by key. */
export const sceneWords = (scenario: Scenario, lang: string): Record<string, string> =>
  Object.fromEntries([...sceneTexts(scenario)].map(({ key, words }) => [key, words[lang] ?? '']));
