import { createHash, hash } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Cache } from '../rules/cache.ts';

/** Parts of `src` that decide what the rules find. */
const CODE = ['rules', 'schema', 'domain', 'vocabulary.ts'];
/** Where the versions of the packages stand that read the files; a copy of the project may have one of them only. */
const VERSIONS = ['package.json', 'package-lock.json'];

/** A cache that can be kept for the next run. */
export interface KeptCache extends Cache {
  /** Writes what this run has worked out; where nothing was new, the file stays as it is. */
  keep(): void;
}

/** From this length on a text stands in a key by its hash. */
const LONG = 100;

/** Makes one hash of texts; long ones, which many answers share, are hashed once. */
function hasher(): (texts: readonly string[]) => string {
  const known = new Map<string, string>();
  const short = (text: string) => {
    if (text.length < LONG) return `=${text}`;
    const digest = known.get(text) ?? `#${hash('sha256', text)}`;
    known.set(text, digest);
    return digest;
  };
  return (texts) => hash('sha256', JSON.stringify(texts.map(short)));
}

/** One hash of all code that the rules consist of, of the packages beneath it and of Node, whose word lists differ. */
export function codeHash(root: string): string {
  const files = CODE.flatMap((part) => {
    const path = join(root, 'src', part);
    if (part.endsWith('.ts')) return [path];
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  });
  const versions = VERSIONS.map((name) => join(root, name)).filter((path) => existsSync(path));
  const named = [...files.toSorted(), ...versions];
  return hasher()([
    process.version,
    ...named.flatMap((path) => [path, readFileSync(path, 'utf8')]),
  ]);
}

/** Length of a hash, in letters. */
const HASH = 64;

/**
 * Opens the answers of earlier runs. Each is a line of the file: its key, which holds the code as well, so that a run of
 * other code that ends later hands nothing over; a sum that tells whether key and answer are what was written; and the
 * answer, which is read when it is asked for.
 * @param file where they are kept
 * @param code what `codeHash` gives for the code that asks now
 */
export function openCache(file: string, code: string): KeptCache {
  const before = linesIn(contentOf(file));
  const now = new Map<string, unknown>();
  const fresh = new Set<string>();
  const hashOf = hasher();
  return {
    remember<Answer>(rule: string, inputs: readonly string[], compute: () => Answer): Answer {
      const key = hashOf([code, rule, ...inputs]);
      if (now.has(key)) return now.get(key) as Answer;
      const kept = answerIn(key, before.get(key));
      const answer = kept ? (kept.answer as Answer) : compute();
      now.set(key, answer);
      if (!kept) fresh.add(key);
      return answer;
    },
    digest: hashOf,
    keep() {
      if (fresh.size === 0) return;
      const lines = [...fresh].map((key) => toLine(key, JSON.stringify(now.get(key))));
      const live = [...before].flatMap(([key, line]) =>
        now.has(key) && !fresh.has(key) ? [line] : [],
      );
      const isMostlyLive = before.size > 0 && sizeOf(before.values()) <= 2 * sizeOf(live);
      if (isMostlyLive) add(file, lines);
      else replace(file, [...live, ...lines]);
    },
  };
}

const sizeOf = (lines: Iterable<Buffer>) => [...lines].reduce((sum, { length }) => sum + length, 0);

// Answers are megabytes together, so they are weighed as the bytes that they are in the file.
const sumOf = (key: string, answer: Buffer) =>
  createHash('sha256').update(`${key} `).update(answer).digest('hex');

function toLine(key: string, answer: string): Buffer {
  const written = Buffer.from(answer);
  return Buffer.concat([Buffer.from(`${key} ${sumOf(key, written)} `), written, LINE_END]);
}

const LINE_END = Buffer.from('\n');

/** The lines of a file by their keys. */
function linesIn(kept: Buffer): ReadonlyMap<string, Buffer> {
  const lines = new Map<string, Buffer>();
  let start = 0;
  for (let end = kept.indexOf(10); end >= 0; end = kept.indexOf(10, start)) {
    lines.set(kept.toString('latin1', start, start + HASH), kept.subarray(start, end + 1));
    start = end + 1;
  }
  return lines;
}

function contentOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.of();
  }
}

/** The answer of a line, or undefined where it is not as it was written. */
function answerIn(key: string, line: Buffer | undefined): { answer: unknown } | undefined {
  const written = line?.subarray(2 * HASH + 2, line.length - 1);
  const sum = line?.toString('latin1', HASH + 1, 2 * HASH + 1);
  if (!written?.length || sumOf(key, written) !== sum) return undefined;
  return { answer: JSON.parse(written.toString()) };
}

/** Adds lines to those that the file has. */
function add(file: string, lines: readonly Buffer[]): void {
  try {
    // A line that a run could not end is closed before the next one.
    appendFileSync(file, Buffer.concat([Buffer.from('\n'), ...lines]));
  } catch {
    // Where nothing can be written, every run works everything out.
  }
}

/** Writes a file of these lines alone. */
function replace(file: string, lines: readonly Buffer[]): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    // Two runs may end at once; a file that is moved into place is never half of each.
    writeFileSync(`${file}.${process.pid}`, Buffer.concat(lines));
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // As above.
  }
}
