/**
 * Parts that are no module: *Help now* and *Whom do I ring now?* with all that they need; what several parts need; the
 * other pages outside the modules; the pages of coordinators and inspectors. No module's id has a colon.
 */
export const outside = { help: ':help', shared: ':shared', rest: '', desk: ':desk' } as const;

/** Whether a part is a module. */
export const isModule = ({ id }: Part): boolean => id !== '' && !id.startsWith(':');

/** Files that are kept together: one module with all that hangs on it, or a part `outside` the modules. */
export interface Part {
  /** A module's id, or one of `outside`. */
  id: string;
  /** Content hash of each file by its address below the site's base, such as `hi/notice/`. */
  files: Readonly<Record<string, string>>;
  /** What fetching the part takes over the wire with gzip, in bytes. */
  bytes: number;
}

/** Every file of the course in one language, in parts, in the order of the course. */
export interface Release {
  parts: readonly Part[];
}

/** All files of a release, address → content hash. */
export function filesOf({ parts }: Release): Map<string, string> {
  return new Map(parts.flatMap(({ files }) => Object.entries(files)));
}

/** What a learner needs. The pages of coordinators are kept only on a phone on which one of them was opened. */
export const learnersParts = ({ parts }: Release): Part[] =>
  parts.filter(({ id }) => id !== outside.desk);

/**
 * The parts that a page has fetched, in their order: help, what several need, the part of the page, other pages, modules.
 * @param address the page's, below the site's base
 */
export function partsFrom({ parts }: Release, address: string): Part[] {
  const rank = (part: Part) => {
    if (part.id === outside.help) return 0;
    if (part.id === outside.shared) return 1;
    if (address in part.files) return 2;
    return isModule(part) ? 4 : 3;
  };
  return parts
    .filter(({ id, files }) => id !== outside.desk || address in files)
    .sort((one, other) => rank(one) - rank(other));
}

/** Bytes over the wire of all parts. */
export function bytesOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { bytes }) => sum + bytes, 0);
}

/**
 * Finds the address under which a path is kept: with or without its last slash, or with the name of the page's file.
 * @param path a path below the site's base, without query, such as `hi/notice`
 * @returns the address, or undefined where nothing of that name is kept
 */
export function addressOf(files: ReadonlyMap<string, string>, path: string): string | undefined {
  const tidy = path.replace(/(^|\/)index\.html$/, '$1');
  return [tidy, `${tidy}/`].find((address) => files.has(address));
}
