import type { Ending, Truth } from '../schema/scenario.ts';
import type { Move } from '../schema/scenario-acts.ts';

/** A condition on the state: the value of this name lies between these two, both included. */
export type Test = readonly [name: string, least: number, most: number];

/** What a line changes: adds to `rapport`, `disclosed`, `listened`; sets any other name to 1 or 0. */
export type Effect = readonly [name: string, by: number];

/** A line without its words: these are looked up under `id`, or `id.2`, `id.3` for its other wordings. */
export type GraphLine = {
  readonly id: string;
  readonly who?: string;
  readonly when?: readonly Test[];
  /** How many wordings there are; 1 where left out. */
  readonly ways?: number;
};

/** The way back from a weak line, offered at the turn that follows it. */
export type GraphRepair = {
  readonly id: string;
  readonly effects: readonly Effect[];
  readonly reply: readonly GraphLine[];
  /** The weak choice that it takes back. */
  readonly of: string;
};

export type GraphChoice = {
  readonly id: string;
  readonly move: Move;
  readonly domain: Domain;
  readonly quality: 'strong' | 'fair' | 'weak';
  readonly when?: readonly Test[];
  readonly effects: readonly Effect[];
  readonly reply: readonly GraphLine[];
  /** Conditions of the thoughts that stand in place of the usual one, in their order; their words: `c12.thought.2`, `.3`, … */
  readonly thoughts?: readonly (readonly Test[])[];
  readonly next: readonly { readonly to: string; readonly when?: readonly Test[] }[];
  readonly repair?: GraphRepair;
};

export type GraphTurn = {
  readonly scene: readonly GraphLine[];
  readonly meanwhile?: readonly GraphLine[];
  readonly says: readonly GraphLine[];
  /** Said in place of a repair's own reply; empty where that fits. */
  readonly mended: readonly GraphLine[];
  readonly choices: readonly GraphChoice[];
  /** `chat` where the turn is typed, not spoken. */
  readonly voice: 'speech' | 'chat';
  readonly ends?: Ending;
};

/** A scene without words: what leads where, in any language. */
export type SceneGraph = {
  /** The turn that begins the scene. */
  readonly first: string;
  readonly start: { readonly rapport: number; readonly disclosed: number };
  readonly withdrawsTo: string;
  /** In a scene without truths: whether danger is current. */
  readonly danger: boolean;
  /** What may be true, and how the student may be; a run draws one of each. */
  readonly truths?: readonly Truth[];
  readonly tempers?: readonly string[];
  readonly firstPlay?: Truth;
  /** What is true, once it is drawn. */
  readonly truth?: Truth;
  readonly temper?: string;
  readonly turns: Readonly<Record<string, GraphTurn>>;
  /** Changes when anything but the words changes. */
  readonly hash: string;
};

/** What a run is looked at for, in the order in which the debrief tells it. */
export type Domain =
  | 'opens-safely'
  | 'listens'
  | 'asks-directly'
  | 'secrecy'
  | 'safety-now'
  | 'hands-over'
  | 'follows-up'
  | 'repairs';
