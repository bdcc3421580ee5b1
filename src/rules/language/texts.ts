import { remembered } from '../../domain/remembered.ts';
import { tagRule } from '../../vocabulary.ts';
import type { Cache } from '../cache.ts';
import type { Content, YamlFile } from '../reading/content.ts';
import { withoutTags } from '../reading/lesson-signs.ts';
import type { Lesson } from '../reading/lesson-text.ts';
import { lineCounter } from '../reading/tag.ts';
import { fieldOf, lineWithin, listOf, textOf, type Value, walk } from '../reading/value.ts';
import { type Word, wordsIn } from './words.ts';

/** Who speaks: the course itself, or somebody whom it lets speak or shows as wrong. */
export type Voice = 'course' | 'other';

/** A text that somebody sees or hears. */
export interface SeenText {
  file: string;
  /** The language in which the course writes it; left out where it is typed as people type: invented posts, words to look for. */
  language?: string;
  text: string;
  words: () => readonly Word[];
  /** Whose words stand at a place of the text. */
  voiceAt: (start: number) => Voice;
  /** The line of the file in which the words at a place stand. */
  lineAt: (start: number, written: string) => number;
}

/** Keys under which, in any kind of practice, somebody else than the course speaks. */
const OTHERS = new Set([
  'says',
  'asks',
  'reply',
  'mended',
  'thought',
  'or',
  'post',
  'gloss',
  'cast',
  'note',
]);
/** Keys of texts that stand in one language only, such as an invented post. */
const ALONE = new Set(['post']);
/** Keys of words that are looked for in what somebody has typed, slips included. */
const TYPED = /-phrases$/;
const QUOTED = /"[^"\n]*"|“[^”\n]*”|‘[^’\n]*’|«[^»\n]*»/g;
/** Files that nobody but editors reads. */
const UNSEEN = new Set(['language', 'lexicon']);

/** The texts of each file that a learner sees, in every kind of file; read for the first rule that asks. */
export const seenTextsByFile = remembered(
  (content: Content): ReadonlyMap<string, () => readonly SeenText[]> => {
    const files = [
      ...content.lessons.map((lesson) => [lesson.path, () => lessonTexts(lesson)] as const),
      ...[...content.yaml.values()]
        .filter(({ kind }) => !UNSEEN.has(kind.name))
        .map((file) => [file.path, () => fileTexts(content, file)] as const),
    ];
    return new Map(files.map(([path, texts]) => [path, once(() => [...texts()].map(onceRead))]));
  },
  new WeakMap(),
);

/** Every text of the content that a learner sees. */
export function seenTexts(content: Content): SeenText[] {
  return [...seenTextsByFile(content).values()].flatMap((texts) => texts());
}

const ledgers = new WeakMap<Content, string>();

/** Stands for all files that tell of the course as a whole: what a rule about one text may depend on beside its file. */
export function ledgersDigest(content: Content, cache: Cache): string {
  const known = ledgers.get(content);
  if (known !== undefined) return known;
  const isLedger = ({ path }: { path: string }) => !/^content\/(?:modules|ui|images)\//.test(path);
  const texts = content.files.filter(isLedger).flatMap(({ path, text }) => [path, text]);
  const digest = cache.digest(texts);
  ledgers.set(content, digest);
  return digest;
}

/**
 * What a rule that looks at one text at a time says of every text that a learner sees; files that have not changed,
 * in a course whose ledgers have not changed, are not looked at again.
 * @param answer what the rule says of the texts of one file
 */
export function inEachFile<Answer>(
  content: Content,
  cache: Cache,
  rule: string,
  answer: (texts: readonly SeenText[]) => Answer[],
): Answer[] {
  return [...seenTextsByFile(content)].flatMap(([file, texts]) => {
    const inputs = [file, content.paths.get(file)?.text ?? '', ledgersDigest(content, cache)];
    return cache.remember(rule, inputs, () => answer(texts()));
  });
}

/** The text with its words, which are read when they are first asked for. */
const onceRead = (seen: Text): SeenText => ({ ...seen, words: once(() => wordsIn(seen.text)) });

/** Works something out when it is first asked for. */
function once<Answer extends object>(compute: () => Answer): () => Answer {
  let answer: Answer | undefined;
  return () => {
    answer ??= compute();
    return answer;
  };
}

type Text = Omit<SeenText, 'words'>;

function* fileTexts(
  content: Content,
  { path, kind, text, value, language }: YamlFile,
): Generator<Text> {
  const { languages } = content;
  yield* yamlTexts(path, text, value, kind.name === 'ui' ? language : undefined, languages);
  if (kind.name === 'course') yield* languageNames(value, path);
}

/** The names by which languages are chosen; each is a word of its own language. */
function* languageNames(course: Value, file: string): Generator<Text> {
  for (const entry of listOf(course, 'languages')) {
    const name = fieldOf(entry, 'name');
    const language = textOf(fieldOf(entry, 'id'));
    if (name && language) yield { ...plain(file, name.written, () => name.line), language };
  }
}

function* lessonTexts({ path: file, language, text, tags, start, head }: Lesson): Generator<Text> {
  const title = fieldOf(head, 'title');
  if (title) yield { ...plain(file, title.written, () => title.line), language };
  const lines = lineCounter(text);
  const avoided: [number, number][] = [];
  for (const { name, form, line, attributes, end, start: next } of tags) {
    for (const key of tagRule(name)?.texts ?? []) {
      const written = attributes.get(key);
      if (written) yield { ...plain(file, written, () => line), language };
    }
    if (name !== 'Avoid') continue;
    if (form === 'opening') avoided.push([end, text.length]);
    const last = avoided.at(-1);
    if (form === 'closing' && last) last[1] = next;
  }
  const body =
    text.slice(0, start).replaceAll(/[^\n]/g, ' ') + withoutTags(text, tags).slice(start);
  const quoted = quoteFinder(body);
  yield {
    ...{ file, language, text: body, lineAt: lines },
    voiceAt: (at) =>
      quoted(at) || avoided.some(([from, to]) => from <= at && at < to) ? 'other' : 'course',
  };
}

function* yamlTexts(
  file: string,
  fileText: string,
  root: Value,
  uiLanguage: string | undefined,
  languages: readonly string[],
): Generator<Text> {
  const isUi = uiLanguage !== undefined;
  const wrong = isUi ? new Set<Value>() : new Set(wrongIn(root));
  for (const { value, path } of walk(root)) {
    const text = textOf(value);
    const keys = path.filter((key) => typeof key === 'string');
    const key = keys.at(-1) ?? '';
    if (text === undefined || !(isUi || ALONE.has(key) || languages.includes(key))) continue;
    const isOther = !isUi && (keys.some((key) => OTHERS.has(key)) || wrong.has(value));
    const quoted = quoteFinder(text);
    const language = TYPED.test(key)
      ? undefined
      : (uiLanguage ?? keys.findLast((key) => languages.includes(key)));
    yield {
      ...{ file, text, voiceAt: (at) => (isOther || quoted(at) ? 'other' : 'course') },
      ...(language && { language }),
      lineAt: (_, written) => lineWithin(value, fileText, written),
    };
  }
}

/** Texts of a quiz or a scene that are marked as wrong: wrong options, lines to be rewritten, weak choices. */
function* wrongIn(root: Value): Generator<Value> {
  for (const { value } of walk(root)) {
    const isRight = fieldOf(value, 'right')?.written === 'true';
    const feedback = fieldOf(value, 'feedback') ?? fieldOf(value, 'coach');
    const quality = textOf(fieldOf(value, 'quality'));
    const isOption = feedback && fieldOf(value, 'text') && quality === undefined;
    const isWeak = quality === 'weak';
    if ((isOption && !isRight) || isWeak) yield* fieldOf(value, 'text')?.fields.map(toValue) ?? [];
    if (fieldOf(value, 'verdict')?.written === 'rewrite')
      yield* fieldOf(value, 'line')?.fields.map(toValue) ?? [];
  }
}

const toValue = ({ value }: { value: Value }) => value;

const plain = (file: string, text: string, lineAt: SeenText['lineAt']): Text => ({
  ...{ file, text, lineAt, voiceAt: () => 'course' },
});

/** Whose words stand at a place of a text of the course: somebody else's within quotation marks. */
export function plainVoice(text: string): (at: number) => Voice {
  const quoted = quoteFinder(text);
  return (at) => (quoted(at) ? 'other' : 'course');
}

/** Tells of a place whether it stands within quotation marks of its own paragraph. */
function quoteFinder(text: string): (at: number) => boolean {
  let spans: [number, number][] | undefined;
  return (at) => {
    spans ??= [...text.matchAll(QUOTED)].map(({ index, 0: span }) => [index, index + span.length]);
    return spans.some(([from, to]) => from <= at && at < to);
  };
}
