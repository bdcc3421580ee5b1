import { type FileKind, practiceKinds } from '../schema/kinds.ts';
import { moduleFolders } from './course/modules.ts';
import { questionsOf } from './questions/asked.ts';
import { type Content, ledgerIds } from './reading/content.ts';

/** How much there is, e.g. `3 modules, 11 lessons in hi and en, 26 questions, 2 calls, 7 helplines, 24 sources`. */
export function contentCounts(content: Content): string {
  const ofKind = (kind: FileKind) =>
    [...content.yaml.values()].filter((file) => file.kind === kind).length;
  const lessons = new Set(content.lessons.map(({ module, lesson }) => `${module}/${lesson}`)).size;
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
  const languages = new Intl.ListFormat('en').format(content.languages);
  return [
    count(moduleFolders(content).length, 'module'),
    `${count(lessons, 'lesson')} in ${languages}`,
    count(questionsOf(content).length, 'question'),
    ...practiceKinds(content.kinds)
      .filter((kind) => ofKind(kind) > 0)
      .map((kind) => count(ofKind(kind), kind.noun)),
    count(ledgerIds(content, 'helplines')?.length ?? 0, 'helpline'),
    count(ledgerIds(content, 'sources')?.length ?? 0, 'source'),
  ].join(', ');
}
