import { createHash } from 'node:crypto';
import {
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
  /** Writes what this run has asked for, and nothing older; where nothing was new, the file stays as it is. */
  keep(): void;
}

/** What the file holds; `sum` tells whether the answers are those that were written. */
interface Kept {
  code: string;
  sum: string;
  answers: Record<string, unknown>;
}

const hashOf = (...texts: readonly string[]) => {
  const hash = createHash('sha256');
  // With its length before it, no text can run over into the next one.
  for (const text of texts) hash.update(`${text.length}:`).update(text);
  return hash.digest('hex');
};

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
  return hashOf(process.version, ...named.flatMap((path) => [path, readFileSync(path, 'utf8')]));
}

/**
 * Opens the answers of the last run. Those of other code, and those of a damaged or missing file, are left out.
 * @param file where they are kept
 * @param code what `codeHash` gives for the code that asks now
 */
export function openCache(file: string, code: string): KeptCache {
  const before = answersIn(file, code);
  const now = new Map<string, unknown>();
  let isChanged = false;
  return {
    remember<Answer>(rule: string, inputs: readonly string[], compute: () => Answer): Answer {
      const key = hashOf(rule, ...inputs);
      const known = now.get(key) ?? before[key];
      const answer = known ?? compute();
      if (known === undefined) isChanged = true;
      now.set(key, answer);
      return answer as Answer;
    },
    digest: (inputs) => hashOf(...inputs),
    keep() {
      if (isChanged) write(file, code, Object.fromEntries(now));
    },
  };
}

function answersIn(file: string, code: string): Record<string, unknown> {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Kept;
    const isWhole = kept.code === code && kept.sum === hashOf(JSON.stringify(kept.answers));
    return isWhole ? kept.answers : {};
  } catch {
    return {};
  }
}

function write(file: string, code: string, answers: Record<string, unknown>): void {
  const kept: Kept = { code, sum: hashOf(JSON.stringify(answers)), answers };
  try {
    mkdirSync(dirname(file), { recursive: true });
    // Two runs may end at once; a file that is moved into place is never half of each.
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(kept));
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // Where nothing can be written, every run works everything out.
  }
}
