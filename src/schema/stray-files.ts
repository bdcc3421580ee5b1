import { type FileKind, fileKinds } from './kinds.ts';
import { pathToKind } from './paths.ts';

/** Names that systems, editors and downloads leave behind; nobody wrote these files. */
const LEFT_BEHIND = [
  /^\./,
  /^(?:thumbs|ehthumbs)\.db$/i,
  /^desktop\.ini$/i,
  /^~\$/,
  /^#.*#$/,
  /~$/,
  /\.(?:swp|swo|tmp|part|crdownload)$/i,
  /^__MACOSX$/,
];

/** Whether a file is left behind by a system or an editor, so that nothing is to be said of it. */
export function isLeftBehind(path: string): boolean {
  return path.split('/').some((name) => LEFT_BEHIND.some((pattern) => pattern.test(name)));
}

/** How a file came to its name. */
export interface StrayName {
  /** The path that the course reads, e.g. `content/modules/notice/quiz.yml`. */
  meant: string;
  /** A copy beside the file, an ending too many, another program's form, or only another spelling. */
  how: 'copy' | 'ending' | 'form' | 'spelling';
}

/**
 * Tells which file of the course is meant by a name that the course does not know, such as `quiz (1).yml`.
 * @returns undefined where nobody can tell
 */
export function strayName(
  path: string,
  kinds: readonly FileKind[] = fileKinds,
): StrayName | undefined {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const name = path.slice(folder.length);
  const single = name
    .replace(/^copy of /i, '')
    .replace(/(?: - copy(?: ?\(\d+\))?| copy(?: ?\(\d+\))?| ?\(\d+\))(?=\.)/i, '');
  const plain = single.replace(/\.(?:txt|bak|old|orig|docx?|rtf|odt|pdf)$/i, '');
  const spelt =
    folder +
    plain
      .toLowerCase()
      .replace(/\.yaml$/, '.yml')
      .replace(/\.md$/, '.mdx');
  const endings = /\.(?:yml|mdx)$/.test(spelt) ? [spelt] : [`${spelt}.mdx`, `${spelt}.yml`];
  const meant = endings.find((one) => pathToKind(one, kinds)?.kind.schema);
  if (!meant || meant === path) return undefined;
  if (single !== name) return { meant, how: 'copy' };
  if (plain === single) return { meant, how: 'spelling' };
  return { meant, how: /\.(?:docx?|rtf|odt|pdf)$/i.test(single) ? 'form' : 'ending' };
}
