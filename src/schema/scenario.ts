import { z } from 'astro/zod';
import { withMeta } from './meta.ts';
import { moves } from './scenario-acts.ts';
import { drawn, id, role, words } from './words.ts';

/** A line's permanent name inside its scene, such as `r07` or `c12`; stored runs consist of these. */
const lineId = withMeta(z.string().min(1), { among: 'file' });

/** What one bubble holds. */
const bubbles = withMeta(words, { longest: 160, isBubbles: true, hasHelplines: true });
const spoken = (longest: number) => withMeta(words, { longest, hasHelplines: true });
const sentence = spoken(160);
const thought = spoken(80);

/**
 * Conditions on the state, joined by commas; all must hold. A condition is a flag (`asked`, `not asked`), a choice
 * made earlier (`c04`, `not c04`) or a number (`rapport < 3`, `disclosed >= 2`, `listened = 0`).
 */
const when = z.string().min(1);

/**
 * Effects, joined by commas: `rapport +1`, `disclosed +1`, a flag to set (`timeNamed`) or to clear (`not leftAlone`).
 * A move brings its own flag and need not repeat it.
 */
const effects = z.string().min(1);

/** Something that is said or seen. A line break in the text begins a new bubble. */
const line = z.strictObject({
  id: lineId,
  /** Said only if this holds. In a list the first line that fits is said, so the last one has no condition. */
  when: when.optional(),
  /** Who speaks: left out, whoever the turn is with; otherwise an id of `cast`. */
  who: id.optional(),
  text: bubbles,
  /** Other wordings of the same line; the seed picks one, so that a second run does not sound the same. */
  or: z.array(bubbles).min(1).max(3).optional(),
});
export type Line = z.infer<typeof line>;

/** What may be true of the student; drawn for each run, and hidden until the question has been asked. */
const truth = z.enum(['none', 'thoughts', 'danger']);
export type Truth = z.infer<typeof truth>;

/** A row of lines; the first that fits is said. */
const lines = z.array(line).min(1);

/** What is seen; it stands as one paragraph. */
const seen = spoken(180);
const sceneLines = z
  .array(line.extend({ text: seen, or: z.array(seen).min(1).max(3).optional() }))
  .min(1);

/** The sentence with which the learner takes a weak line back; it is offered at the very next turn. */
const repair = z.strictObject({
  id: lineId,
  text: sentence,
  /** Beyond what every repair does: rapport +1, `repaired`, and the trap's flag cleared. */
  effects: effects.optional(),
  reply: lines,
  thought: thought.optional(),
});

const choice = z.strictObject({
  id: lineId,
  /** Offered only if this holds. */
  when: when.optional(),
  move: z.enum(moves),
  quality: z.enum(['strong', 'fair', 'weak']),
  /** What the learner says or does. */
  text: sentence,
  effects: effects.optional(),
  /** The student's answer, before the next turn begins. */
  reply: lines.optional(),
  /** What the student thinks and does not say; shown after the turn. */
  thought,
  /** Thought in place of it; the first that fits. */
  thoughts: z
    .array(z.strictObject({ when, text: thought }))
    .min(1)
    .optional(),
  /** The coach, apart from the scene: names the act, the trap, and for a weak line the way back. */
  coach: spoken(240),
  /** For a weak line: the sentence that would have done what was meant. */
  better: sentence.optional(),
  repair: repair.optional(),
  /** The turn that follows; `shut if rapport < 1; tired` takes the first whose condition holds. */
  next: z.string().min(1),
});
export type Choice = z.infer<typeof choice>;

const voice = z.enum(['speech', 'chat']);

const turn = z.strictObject({
  /** What is seen or done, told by nobody. */
  scene: sceneLines.optional(),
  /** What comes between: somebody walks in, a phone rings. Shown before `says` where one fits; it may be none. */
  meanwhile: lines.optional(),
  says: lines.optional(),
  /**
   * Said here in place of a repair's own reply. The turn of `withdrawsTo` needs it: the student has drawn back, and an
   * answer that would have fitted elsewhere no longer does.
   */
  mended: lines.optional(),
  /** Overrides the voice of the scene, for instance when a chat becomes a meeting. */
  voice: voice.optional(),
  /** Whom the learner talks with here, if not the student: an id of `cast`; lines without `who` and thoughts are theirs. */
  with: id.optional(),
  /** Two to four are offered at a time; a repair comes on top. */
  choices: z.array(choice).min(2).max(6).optional(),
  /** In place of choices, how the scene ends here. */
  ends: z.enum(['handed-over', 'safe-exit', 'withdrew-handed-over']).optional(),
});
export type Turn = z.infer<typeof turn>;
export type Ending = NonNullable<Turn['ends']>;

/** `content/modules/<module>/<id>.scenario.yml`: a practice conversation. The file's name is its permanent id. */
export const scenarioSchema = z.strictObject({
  title: words,
  role,
  /** Where and when, in one or two sentences. */
  setting: words,
  student: z.strictObject({
    name: words,
    /** Who they are and what they love. */
    about: words,
  }),
  /** The room with the student's things, shown before the talk begins. */
  drawing: drawn,
  /** Further speakers by id. */
  cast: z.record(id, words).default({}),
  /** `chat` looks like a messenger, and its Hindi bubbles are in Roman letters. */
  voice: voice.default('speech'),
  /** Minutes that a run takes. */
  minutes: z.int().min(2).max(6),
  /**
   * What may be true of the student, by name: `none` (heavy, no thoughts of suicide), `thoughts`, `danger` (tonight). The
   * seed of a run draws one; the text says in the debrief what was true.
   */
  truths: z.partialRecord(truth, words).optional(),
  /** The truth of the first run; left out, the seed draws that one too. */
  firstPlay: truth.optional(),
  /** How the student may be, by id: jokes, falls silent, bristles. The seed of a run draws one; the text says it in the debrief. */
  tempers: z.record(id, words).optional(),
  /** In a scene without `truths`: whether danger is current tonight; then "safety now" is a must. */
  danger: z.boolean().optional(),
  /** The scene of which this is an unseen variant. */
  variantOf: id.optional(),
  /** Said before the scene begins. */
  contentNote: words,
  /** Trust from 0 to 5 and openness from 0 to 3 at the start. */
  start: z.strictObject({ rapport: z.int().min(0).max(5), disclosed: z.int().min(0).max(3) }),
  /** The turn to which the scene goes, once, when trust runs out (rapport 0). */
  withdrawsTo: id,
  /** The turns by id; the first one begins the scene. */
  turns: z.record(id, turn),
});
export type Scenario = z.infer<typeof scenarioSchema>;
