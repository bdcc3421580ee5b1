import { type Cache, noCache } from '../cache.ts';
import type { Problem } from '../problem.ts';
import { aloudCards, type Content, filesOf, quizItems } from '../reading/content.ts';
import type { Tag } from '../reading/tag.ts';
import { listOf, textsOf } from '../reading/value.ts';
import { namedSources } from './named-sources.ts';
import {
  helplineTarget,
  sourceTarget,
  type Target,
  unresolvedProblems,
} from './unresolved-references.ts';

/** The ids in lessons, questions and ledgers lead to a source, a helpline, a question or an aloud card. */
export function referencesProblems(content: Content, cache: Cache = noCache): Problem[] {
  const source = sourceTarget(content);
  const ofSources = namedSources(content, cache).flatMap(({ file, line, id }) =>
    unresolvedProblems(file, [{ text: id, line }], source),
  );
  return [...tagProblems(content), ...ofSources, ...ringsProblems(content)];
}

function tagProblems(content: Content): Problem[] {
  const [source, helpline] = [sourceTarget(content), helplineTarget(content)];
  return content.lessons.flatMap(({ path, module, tags }) => {
    const targets: Record<string, Target> = {
      Cite: source,
      Helpline: helpline,
      Question: questionTarget(content, module),
      Aloud: aloudTarget(content, module),
    };
    const problems = tags.flatMap(({ name, attributes, line }) => {
      const [id, target] = [attributes.get('id'), targets[name]];
      return id && target ? unresolvedProblems(path, [{ text: id, line }], target) : [];
    });
    return [...problems, ...repeatedTags(path, tags)];
  });
}

function questionTarget(content: Content, module: string): Target {
  const ids = quizItems(content, module)?.map(({ id }) => id);
  const home = `content/modules/${module}/quiz.yml`;
  return { noun: 'question', home, ids, why: 'A lesson shows questions of its own module.' };
}

function aloudTarget(content: Content, module: string): Target {
  const ids = aloudCards(content, module)?.map(({ id }) => id);
  const home = `content/modules/${module}/aloud.yml`;
  return { noun: 'aloud card', home, ids, why: 'A lesson shows aloud cards of its own module.' };
}

/** Why a tag stands once in a lesson. */
const ONCE: Record<string, string> = {
  Question: 'A question is answered in one place, and the learner comes back to that place.',
  Aloud: 'A card stands in one place, and the learner comes back to that place.',
};

function repeatedTags(file: string, tags: readonly Tag[]): Problem[] {
  const shown = tags.filter(({ name }) => name in ONCE);
  return shown
    .filter((tag, at) => shown.findIndex(({ written }) => written === tag.written) < at)
    .map(({ name, line, written }) => ({
      ...{ file, line, value: written },
      message: `${written} stands twice in this lesson.`,
      instead: 'Take one of the two out.',
      why: ONCE[name] ?? '',
    }));
}

/** Ids under every `rings:` of the rule for danger. */
function ringsProblems(content: Content): Problem[] {
  const target = helplineTarget(content);
  return filesOf(content, 'danger').flatMap(({ path, value }) =>
    listOf(value, 'situations').flatMap((situation) =>
      unresolvedProblems(path, textsOf(listOf(situation, 'rings')), target),
    ),
  );
}
