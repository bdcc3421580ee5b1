import { type FileKind, fileKinds } from './kinds.ts';

const ID = '[a-z][a-z0-9]*(?:-[a-z0-9]+)*';

/** What may stand in the place of each name in braces of a kind's path. */
const grammar = {
  ...{ module: ID, lesson: ID, id: ID },
  language: '[a-z]{2,3}',
  /** What is written for editors and lawyers, such as `content/README.md`. */
  guide: String.raw`(?:[A-Z]+\.md|LICENSE)`,
  image: '.+',
  /** As `domain/issuer.ts` shortens the thumbprint of a key. */
  list: '[0-9a-f]{16}',
} as const;

type PartName = keyof typeof grammar;

/** What the names in braces of a kind's path stand for in the path of one file. */
export type PathParts = Readonly<Partial<Record<PartName, string>>>;

/** What a file is, told from its path. */
export interface FileOfKind extends PathParts {
  kind: FileKind;
}

/** The names in braces of a kind's path, in their order. */
export function partNames({ path }: FileKind): PartName[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as PartName);
}

const patterns = new WeakMap<FileKind, RegExp>();

/** Matches the paths of a kind's files, with a named group for each name in braces. */
export function pathPattern(kind: FileKind): RegExp {
  const known = patterns.get(kind);
  if (known) return known;
  const source = kind.path
    .replaceAll('.', String.raw`\.`)
    .replaceAll(/\{(\w+)\}/g, (_, name: PartName) => `(?<${name}>${grammar[name]})`);
  const pattern = new RegExp(`^${source}$`);
  patterns.set(kind, pattern);
  return pattern;
}

/**
 * Says what the file at a path is.
 * @returns undefined for a path that the course has no use for
 */
export function pathToKind(
  path: string,
  kinds: readonly FileKind[] = fileKinds,
): FileOfKind | undefined {
  for (const kind of kinds) {
    const found = pathPattern(kind).exec(path);
    if (found) return { kind, ...(found.groups as PathParts | undefined) };
  }
  return undefined;
}

/** The path of a file of a kind, e.g. of `ui` in the language `hi`; the names that are not given stay in braces. */
export function kindToPath({ path }: FileKind, parts: PathParts): string {
  return path.replaceAll(/\{(\w+)\}/g, (name, part: PartName) => parts[part] ?? name);
}

/** The id of a file in its collection: `begin`, `begin/good-day.hi`, `hi`; of a file that stands once, its kind's name. */
export function collectionId({ kind, module, lesson, id, language }: FileOfKind): string {
  const file = [lesson ?? id, language].filter((part) => part !== undefined).join('.');
  return [module, file].filter(Boolean).join('/') || kind.name;
}

/** The file that holds what the rules know of a language. */
export const lexiconFile = (language: string): string => `content/languages/${language}.yml`;
