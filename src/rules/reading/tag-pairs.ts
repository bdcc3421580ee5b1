import { tagRule } from '../../vocabulary.ts';
import type { Problem } from '../problem.ts';
import { meantTag } from './broken-tag.ts';
import type { Tag } from './tag.ts';

const WHY = 'The page has to know where a passage begins and where it ends.';

/** A tag without its other half. */
export interface Unpaired {
  tag: Tag;
  problem: Problem;
  /** Whether it is clear what was meant: a tag that only lacks the slash at its end. */
  isClear: boolean;
}

/**
 * Pairs opening and closing tags; a misspelt name counts as the one that is meant.
 * @param file path for the problems
 * @param tags the tags of a lesson in order
 */
export function unpairedTags(file: string, tags: readonly Tag[]): Unpaired[] {
  const open: Tag[] = [];
  const unpaired: Unpaired[] = [];
  for (const tag of tags) {
    if (tag.form === 'opening') open.push(tag);
    if (tag.form !== 'closing') continue;
    const partner = open.findLastIndex(({ name }) => meantTag(name) === meantTag(tag.name));
    if (partner < 0) unpaired.push(stray(file, tag, open.at(-1)));
    else
      unpaired.push(
        ...open
          .splice(partner)
          .slice(1)
          .map((inner) => unclosed(file, inner)),
      );
  }
  return [...unpaired, ...open.map((tag) => unclosed(file, tag))];
}

function unclosed(file: string, tag: Tag): Unpaired {
  const { line, name, written } = tag;
  const isClear = (tagRule(name)?.form ?? 'container') !== 'container';
  const problem: Problem = {
    ...{ file, line, value: written, why: WHY },
    message: `The tag ${written} is opened here and never closed.`,
    instead: isClear
      ? `Write it with a slash at its end: ${closed(written)}`
      : `Write </${name}> on a line of its own where the passage ends.`,
  };
  return { tag, problem, isClear };
}

/** `<Cite id="a">` as `<Cite id="a" />`. */
export function closed(written: string): string {
  return `${written.slice(0, -1)} />`;
}

function stray(file: string, tag: Tag, open: Tag | undefined): Unpaired {
  const { line, written } = tag;
  const problem: Problem = {
    ...{ file, line, value: written, why: WHY },
    message: `The tag ${written} closes a passage that was never opened.`,
    instead: open
      ? `Take it out; what is open here is closed by </${open.name}>.`
      : 'Take it out, or write the opening tag where the passage begins.',
  };
  return { tag, problem, isClear: false };
}
