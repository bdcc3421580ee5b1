import { found, type Problem } from '../problem.ts';
import { type Content, yamlAt } from '../reading/content.ts';
import { fieldOf, type Value } from '../reading/value.ts';
import { lexiconsOf, type ReadyLexicon } from './lexicon.ts';
import { wordsIn } from './words.ts';

/** Each file of `content/languages/` names scripts that exist, and its patterns can be read and find its own examples. */
export function lexiconProblems(content: Content): Problem[] {
  return [...lexiconsOf(content).values()].flatMap((lexicon) => {
    const root = yamlAt(content, lexicon.file);
    return [
      ...lexicon.problems.map(({ key, pattern, reason }) => ({
        ...{ file: lexicon.file, line: lineOf(root, key), value: pattern },
        message: `The pattern “${pattern}” under “${key}” ${reason}.`,
        instead: 'Write words with spaces between them; content/README.md lists the signs.',
        why: 'A pattern that cannot be read finds nothing.',
      })),
      ...scriptProblems(lexicon, root),
      ...exampleProblems(lexicon, root),
    ];
  });
}

const lineOf = (root: Value | undefined, key: string) =>
  root?.fields.find((field) => field.key === key)?.line ?? 1;

function scriptProblems({ file, scripts, chat }: ReadyLexicon, root: Value | undefined): Problem[] {
  const named = [
    ...scripts.map((script) => ({ script, key: 'scripts' })),
    ...(chat ? [{ script: chat.script, key: 'chat' }] : []),
  ];
  return named
    .filter(({ script }) => !isScript(script))
    .map(({ script, key }) => ({
      ...{ file, line: lineOf(root, key), value: script },
      message: `Unicode has no script of the name “${script}”.`,
      instead:
        'Write its English name with a capital, for example Devanagari, Latin, Bengali or Tamil.',
      why: 'A text in the wrong letters is found by the script of its letters.',
    }));
}

function isScript(name: string): boolean {
  try {
    return new RegExp(`\\p{Script=${name}}`, 'u') !== undefined;
  } catch {
    return false;
  }
}

function exampleProblems(lexicon: ReadyLexicon, root: Value | undefined): Problem[] {
  const { file, plainWord, secrecy, find, problems } = lexicon;
  // A pattern that cannot be read is reported, and what it would have found is not held against the examples.
  if (problems.length > 0) return [];
  const finds = (key: keyof typeof find, sentence: string) =>
    find[key](wordsIn(sentence)) !== undefined;
  const line = lineOf(root, 'secrecy');
  return [
    ...found(
      !finds('plainWord', plainWord.example) && {
        ...{ file, line: fieldOf(fieldOf(root, 'plainWord'), 'example')?.line ?? 1 },
        value: plainWord.example,
        message: `The example of “plainWord” holds none of its patterns: “${plainWord.example}”`,
        instead: 'Add a pattern that finds its plain word, or write another example.',
        why: 'Editors copy the example when a question hints.',
      },
    ),
    ...secrecy.catches
      .filter((sentence) => !finds('secrecy', sentence))
      .map((sentence) => ({
        ...{ file, line, value: sentence },
        message: `The patterns of “secrecy” do not find “${sentence}”, which stands under catches.`,
        instead: 'Add a pattern that finds it, or take the sentence out.',
        why: 'The sentences show that a promise of secrecy is found in this language.',
      })),
    ...found(
      finds('secrecy', secrecy.instead) && {
        ...{ file, line, value: secrecy.instead },
        message: `What “secrecy” gives under “instead” promises secrecy itself: “${secrecy.instead}”`,
        instead: 'Write a sentence that says who will be told, and why.',
        why: 'Editors copy it in place of a promise of secrecy.',
      },
    ),
  ];
}
