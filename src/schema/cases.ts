import { z } from 'astro/zod';
import { withMeta } from './meta.ts';
import { role, wordsUpTo } from './words.ts';

/** What a learner decides on a case, from least to most; part of stored runs. */
export const decisions = ['leave', 'check-in', 'today', 'now'] as const;
export type Decision = (typeof decisions)[number];

/** Kinds of sign that a case can show; a closed list, because the result tells which kinds were missed. */
export const signs = [
  'goodbye', // a farewell, or asking for forgiveness
  'apology', // sorry to the family for having failed
  'handing-over', // handing over a duty: "look after the little one"
  'burden', // better off without me
  'no-tomorrow', // nothing after a certain day
  'tired-of-all', // tired of everything, not of one day
  'trapped', // no way out
  'talk-of-dying',
  'giving-away', // giving away what is dear
  'sudden-calm', // calm all at once after bad days
  'emptied-profile', // pictures, groups, posts taken away
  'withdrawal', // not opening, not coming, not answering
  'lost-interest', // dropping what was loved
  'meals',
  'sleep',
  'classes',
  'event', // a result, a loss, a humiliation
  'earlier-attempt',
  'self-harm', // hurt already, or perhaps
  'substances', // more alcohol, tobacco or drugs than before
  'recklessness', // risks taken as if nothing mattered
] as const;

/** Why a case that looks alarming is not. */
const decoys = [
  'song',
  'film',
  'exam-joke',
  'saying', // a figure of speech
  'game',
  'festival',
  'illness',
  'habit', // has always been so
  'news', // about somebody far away
  'plan', // the odd thing has a plain reason
] as const;

/** What one does first about a post. The first four can help; the others are what kind people often do instead. */
export const firstMoves = [
  'say-hello', // an ordinary word, now
  'call-and-ask', // ring or meet, and ask directly
  'send-someone', // get whoever is nearest to sit with them
  'ring-place-first', // ring for help and say the place first
  'react', // a like, a heart, a comment
  'forward', // a screenshot to a group
  'report-and-wait', // report to the platform, and wait
  'motivate', // a saying, a video, "you can do it"
  'ask-friend', // sound a friend out, and wait
  'ring-home-first', // the family before the student
  'tomorrow', // keep it for the next time one meets
] as const;
export type FirstMove = (typeof firstMoves)[number];

const decision = z.enum(decisions);

/** What every case has: what is right, and why. */
const judged = {
  right: decision,
  /** Other decisions that are accepted as right. */
  also: z.array(decision).default([]),
  /** Kinds of sign seen here; empty only where `decoy` says why there is none. */
  signs: z.array(z.enum(signs)).default([]),
  decoy: z.enum(decoys).optional(),
  /** Names the kind of sign, or why it is a false alarm; always told. */
  why: wordsUpTo(240),
  /** Told to somebody who did too little; needed unless `leave` is right. */
  less: wordsUpTo(240).optional(),
  /** Told to somebody who did too much; needed unless `now` is right. */
  more: wordsUpTo(240).optional(),
};

/** A permanent name within its file, such as `p07` or `d03`; stored runs consist of these. */
const caseId = withMeta(
  z.string().regex(/^[a-z]\d{2}$/, { error: 'ids of cases have one of a to z and two digits' }),
  { among: 'file' },
);

const post = z.strictObject({
  id: caseId,
  /** Where it was seen, and so how it looks. */
  form: z.enum(['status', 'story', 'post', 'group', 'chat']),
  script: z.enum(['devanagari', 'roman', 'english']),
  /** Whose it is, when, and what the learner knows of them. */
  context: wordsUpTo(160),
  /** The post as it stands, in its own script; a line break begins a new message. */
  post: withMeta(z.string().trim().min(1), { longest: 280 }),
  /** What it says, for readers of the languages in which it is not written. */
  gloss: withMeta(z.record(z.string(), z.string().trim().min(1)), { longest: 320 }),
  ...judged,
  /** First moves that help here; the learner is offered one of them among others. Left out where `leave` is right. */
  moves: z.array(z.enum(firstMoves)).default([]),
});

const door = z.strictObject({
  id: caseId,
  /** The number on the door. */
  room: z.string().regex(/^\d{1,3}$/),
  /** Who lives there, in a few words. */
  who: wordsUpTo(80),
  /** What the register of the night says. */
  register: wordsUpTo(160),
  /** What the mess or the tiffin carrier says. */
  mess: wordsUpTo(160),
  /** What the room-mate or a neighbour says; left out where nobody says anything. */
  neighbour: wordsUpTo(160).optional(),
  ...judged,
});

/** What every file of cases has at its head. */
const head = {
  title: wordsUpTo(40),
  roles: z.array(role).min(1),
  /** Where one is, and what is to be done. */
  setting: wordsUpTo(320),
  contentNote: wordsUpTo(240),
  minutes: z.int().min(2).max(8),
  /** How many cases a run shows. */
  draw: z.int().min(3).max(14),
};

/** `content/modules/<module>/<id>.cases.yml`: cases to decide; a run draws some. The file's name is its permanent id. */
export const casesSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('posts'), ...head, cases: z.array(post).min(6) }),
  z.strictObject({ kind: z.literal('doors'), ...head, cases: z.array(door).min(6) }),
]);
export type Cases = z.infer<typeof casesSchema>;
export type PostCase = z.infer<typeof post>;
export type DoorCase = z.infer<typeof door>;
