import type { Problem } from '../problem.ts';
import { type Content, ledgerIds } from '../reading/content.ts';
import { suggestion } from './edit-distance.ts';

/** What an id leads to. */
export interface Target {
  /** In the singular, e.g. `source`. */
  noun: string;
  /** The file that holds the entries. */
  home: string;
  /** Undefined where the file cannot be read, so that nothing is held against it. */
  ids: readonly string[] | undefined;
  /** Why the id must lead there. */
  why: string;
}

/** One problem for each of some texts of a file that leads nowhere as an id. */
export function unresolvedProblems(
  file: string,
  texts: readonly { text: string; line: number }[],
  { noun, home, ids, why }: Target,
): Problem[] {
  return texts.flatMap(({ text: id, line }) => {
    if (!ids || ids.includes(id)) return [];
    const hint = suggestion(id, ids, `${noun}s`);
    return {
      ...{ file, line, value: id, why },
      message: `No ${noun} has the id “${id}”.`,
      instead: hint.startsWith('Did')
        ? `${hint} If not, add “${id}” to ${home}.`
        : `Add “${id}” to ${home}, or write an id that stands there.`,
    };
  });
}

/** Where the ids of sources lead. */
export function sourceTarget(content: Content): Target {
  const ids = ledgerIds(content, 'sources')?.map(({ id }) => id);
  const why = 'A reader can look up what each statement rests on.';
  return { noun: 'source', home: 'content/sources.yml', ids, why };
}

/** Where the ids of helplines lead. */
export function helplineTarget(content: Content): Target {
  const ids = ledgerIds(content, 'helplines')?.map(({ id }) => id);
  const why = 'Every number that is shown comes from the one ledger.';
  return { noun: 'helpline', home: 'content/helplines.yml', ids, why };
}
