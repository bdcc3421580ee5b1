import { suicideGroup } from '../language/lexicon.ts';
import { readPattern } from '../language/pattern.ts';
import { firstFinder } from '../language/search.ts';
import { type SeenText, seenTextsByFile } from '../language/texts.ts';
import type { Word } from '../language/words.ts';
import type { Problem } from '../problem.ts';
import type { Content } from '../reading/content.ts';
import { moduleFolders } from './modules.ts';

/** The module in whose folder a file lies. */
const FOLDER = /^content\/modules\/([^/]+)\//;

/**
 * Every module that names suicide shows a helpline in one of its lessons, in each language. The bar of every page leads to
 * the numbers as well; that the built pages carry it, on paper too, is tested on the pages.
 */
export function helplineShownProblems(content: Content): Problem[] {
  const named = namesSuicide(content);
  if (!named) return [];
  const files = Map.groupBy([...seenTextsByFile(content)], ([file]) => FOLDER.exec(file)?.[1]);
  const byModule = Map.groupBy(content.lessons, ({ module }) => module);
  return moduleFolders(content).flatMap((module) => {
    const lessons = byModule.get(module) ?? [];
    if (lessons.some(({ isWhole }) => !isWhole)) return [];
    const first = firstNamed(files.get(module) ?? [], named);
    if (!first) return [];
    return content.languages
      .filter((language) => {
        const own = lessons.filter((lesson) => lesson.language === language);
        return (
          own.length > 0 && !own.some(({ tags }) => tags.some(({ name }) => name === 'Helpline'))
        );
      })
      .map((language) => ({
        ...first,
        message: `The module “${module}” names suicide (“${first.value}”), and none of its lessons in the language “${language}” shows a helpline.`,
        instead:
          'Write <Helpline id="emergency" /> or <Helpline id="tele-manas" /> into a sentence of a lesson, in every language.',
        why: 'Whoever reads the word may be the one who needs the number.',
      }));
  });
}

/** The first place of some texts where suicide is named. */
function firstNamed(
  files: readonly (readonly [file: string, texts: () => readonly SeenText[]])[],
  named: (words: readonly Word[]) => Word | undefined,
): { file: string; value: string; line: number } | undefined {
  for (const [file, texts] of files)
    for (const { words, lineAt } of texts()) {
      const word = named(words());
      if (word) return { file, value: word.written, line: lineAt(word.start, word.written) };
    }
  return undefined;
}

/** Finds the first word that names suicide; undefined where no language says which words do. */
function namesSuicide(
  content: Content,
): ((words: readonly Word[]) => Word | undefined) | undefined {
  const groups = suicideGroup(content);
  if (!groups.suicide) return undefined;
  const firstOf = firstFinder([readPattern('<suicide>', groups)]);
  return (words) => {
    const [at] = firstOf(words) ?? [];
    return at === undefined ? undefined : words[at];
  };
}
