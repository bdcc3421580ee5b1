import { type TagRule, tagRule, tagShape, vocabulary } from '../../vocabulary.ts';
import type { Problem } from '../problem.ts';
import type { Content } from '../reading/content.ts';
import type { Tag } from '../reading/tag.ts';
import { nearest, suggestion } from '../references/edit-distance.ts';

const names = Object.keys(vocabulary);
const WHY = 'What a tag does is decided by its attributes.';

/** Lessons use the tags of the vocabulary, each with its attributes. */
export function tagsProblems({ lessons }: Content): Problem[] {
  return lessons.flatMap(({ path, tags }) =>
    tags
      .filter(({ form }) => form !== 'closing')
      .flatMap((tag) => {
        const rule = tagRule(tag.name);
        return rule ? tagProblems(path, tag, rule) : [unknownTag(path, tag)];
      }),
  );
}

function unknownTag(file: string, { name, line, written }: Tag): Problem {
  const meant = nearest(name, names);
  const rule = meant && tagRule(meant);
  return {
    ...{ file, line, value: name },
    message: `There is no tag <${name}>.`,
    instead: rule
      ? `Did you mean <${meant}>? ${rule.form === 'container' ? `It is written like this:\n${tagShape(rule)}` : `Then write ${written.replace(name, `${meant}`)}`}`
      : `Take ${written} out. The tags of lessons are: ${names.join(', ')}.`,
    why: 'The page knows how to show these tags and no others.',
  };
}

function tagProblems(file: string, tag: Tag, rule: TagRule): Problem[] {
  const { attributes, texts, form } = rule;
  const { name, line, written } = tag;
  const like = `Write it like this:\n${tagShape(rule)}`;
  const problem = (value: string, message: string, instead: string, why = WHY): Problem => ({
    ...{ file, line, value, message, instead, why },
  });
  const problems: Problem[] = [];
  if (tag.form === 'single' && form === 'container') {
    const why = `What <${name}> marks stands between its two halves.`;
    problems.push(problem(written, `${written} holds nothing.`, like, why));
  }
  for (const [key, value] of tag.attributes) {
    const without = `Write <${name}> without it.`;
    const instead = attributes.length > 0 ? suggestion(key, attributes, 'attributes') : without;
    if (!attributes.includes(key)) {
      problems.push(problem(key, `<${name}> has no attribute “${key}”.`, instead));
    } else if (!value?.trim() && !(value === '' && texts?.includes(key))) {
      problems.push(problem(written, `“${key}” in ${written} says nothing.`, like));
    }
  }
  for (const key of attributes) {
    // A misspelt attribute has been named already.
    const isThere = [...tag.attributes.keys()].some(
      (other) => other === key || nearest(other, [key]),
    );
    if (!isThere) problems.push(problem(written, `${written} lacks “${key}”.`, like));
  }
  return problems;
}
