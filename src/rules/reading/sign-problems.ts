import type { Problem } from '../problem.ts';

/**
 * The problem of a `<` that begins no tag.
 * @param lessThan how it is said in the language, such as `under {amount}`; undefined where its file does not tell
 */
export function angleProblem(
  file: string,
  line: number,
  following: string,
  lessThan: string | undefined,
): Problem {
  const [written = '<', amount] = /^<\s*(\p{Nd}[\p{Nd}.,]*)?/u.exec(following) ?? [];
  const value = written.trim();
  return {
    file,
    line,
    value,
    message: `The sign “<” in “${amount ? value : (/^<\s*\S*/.exec(following)?.[0] ?? '<')}” begins a tag, and no tag follows.`,
    instead:
      amount && lessThan
        ? `Write “${lessThan.replace('{amount}', amount.replace(/[.,]$/, ''))}”.`
        : 'Leave the sign out and say it in words.',
    why: 'In a lesson “<” is kept for tags.',
  };
}

/** The problem of a brace. */
export function braceProblem(file: string, line: number, written: string): Problem {
  const inside = /^\{(.*)\}$/.exec(written)?.[1]?.trim();
  return {
    file,
    line,
    value: written,
    message: `A brace stands in the text: “${written}”.`,
    instead: inside
      ? `Write round brackets: “(${inside})”.`
      : 'Take the brace out, or write a round bracket.',
    why: 'In a lesson braces are kept for commands, and a lesson holds none.',
  };
}

/** The problem of a remark that is not meant for readers. */
export function remarkProblem(file: string, line: number, written: string): Problem {
  return {
    file,
    line,
    value: excerpt(written),
    message: `A remark stands in the lesson: “${excerpt(written)}”.`,
    instead: 'Take it out, and write it where the change is described.',
    why: 'A lesson holds only what the learner reads.',
  };
}

/** The problem of a paragraph that begins with a word of command. */
export function commandProblem(file: string, line: number, word: string): Problem {
  return {
    file,
    line,
    value: word,
    message: `A paragraph begins with the word “${word}”.`,
    instead: `Begin it with another word, or with a capital: “${word.charAt(0).toUpperCase()}${word.slice(1)}”.`,
    why: `At the beginning of a paragraph “${word}” counts as a command to the computer.`,
  };
}

/** The beginning of a text, as long as it fits into a sentence. */
export function excerpt(text: string): string {
  const [first = ''] = text.split('\n');
  return first.length > 60 ? `${first.slice(0, 60).trimEnd()} …` : first.trimEnd();
}
