import { tagRule, tagShape, vocabulary } from '../../vocabulary.ts';
import type { Problem } from '../problem.ts';
import { nearest } from '../references/edit-distance.ts';
import { type Tag, tagAt } from './tag.ts';

/** What looks like a tag and is not written as one. */
export interface BrokenTag {
  problem: Problem;
  /** The tag that was most likely meant; undefined where nobody can tell. */
  mended: Tag | undefined;
}

/**
 * Reads a tag that is not written as tags are, e.g. `<Card id=plate>`.
 * @param start place in the lesson, in code units
 */
export function readBrokenTag(
  file: string,
  line: number,
  written: string,
  start: number,
): BrokenTag {
  const tag = tagAt(mend(written), 0, line);
  const name = /[A-Za-z]+/.exec(written)?.[0] ?? '';
  const example = tagShape(tagRule(meantTag(name)) ?? vocabulary.Cite);
  return {
    mended: tag && { ...tag, start, end: start + written.length },
    problem: {
      ...{ file, line, value: written.trim() },
      message: `The tag “${written.trim()}” is not written as a tag.`,
      instead: tag ? `Write ${tag.written}` : `Write it in this manner:\n${example}`,
      why: 'A tag is a name, and after it each attribute with straight double quotes, all on one line.',
    },
  };
}

/** Straight quotes, quotes where there are none, and the closing sign. */
function mend(written: string): string {
  return written
    .trim()
    .replaceAll(/[“”„‘’']/g, '"')
    .replace(/(?:\s*(\/?)\s*>)?$/, (_, slash?: string) => (slash ? ' />' : '>'))
    .replaceAll(/\s*=\s*/g, '=')
    .replaceAll(/="([^"<>]*?)(?=(?: \/)?>$)/g, '="$1"')
    .replaceAll(/=([^\s"<>/]+)/g, '="$1"');
}

/** The name of the tag that is meant by a misspelt one; the name itself where nothing is like it. */
export function meantTag(name: string): string {
  return tagRule(name) ? name : (nearest(name, Object.keys(vocabulary)) ?? name);
}
