import type { Fault } from '../fault.ts';

/** How “less than” is said in a sentence: after the number in Hindi, before it in English. */
const lessThan: Record<string, (amount: string) => string> = {
  hi: (amount) => `${amount} से कम`,
  en: (amount) => `under ${amount}`,
};

/** The fault of a `<` that begins no tag. */
export function angleFault(file: string, line: number, following: string, language: string): Fault {
  const [written = '<', amount] = /^<\s*(\p{Nd}[\p{Nd}.,]*)?/u.exec(following) ?? [];
  const value = written.trim();
  const say = lessThan[language] ?? lessThan.en;
  return {
    file,
    line,
    value,
    problem: `The sign “<” in “${amount ? value : (/^<\s*\S*/.exec(following)?.[0] ?? '<')}” begins a tag, and no tag follows.`,
    instead:
      amount && say
        ? `Write “${say(amount.replace(/[.,]$/, ''))}”.`
        : 'Leave the sign out and say it in words.',
    why: 'In a lesson “<” is kept for tags.',
  };
}

/** The fault of a brace. */
export function braceFault(file: string, line: number, written: string): Fault {
  const inside = /^\{(.*)\}$/.exec(written)?.[1]?.trim();
  return {
    file,
    line,
    value: written,
    problem: `A brace stands in the text: “${written}”.`,
    instead: inside
      ? `Write round brackets: “(${inside})”.`
      : 'Take the brace out, or write a round bracket.',
    why: 'In a lesson braces are kept for commands, and a lesson holds none.',
  };
}

/** The fault of a remark that is not meant for readers. */
export function remarkFault(file: string, line: number, written: string): Fault {
  return {
    file,
    line,
    value: excerpt(written),
    problem: `A remark stands in the lesson: “${excerpt(written)}”.`,
    instead: 'Take it out, and write it where the change is described.',
    why: 'A lesson holds only what the learner reads.',
  };
}

/** The fault of a paragraph that begins with a word of command. */
export function commandFault(file: string, line: number, word: string): Fault {
  return {
    file,
    line,
    value: word,
    problem: `A paragraph begins with the word “${word}”.`,
    instead: `Begin it with another word, or with a capital: “${word.charAt(0).toUpperCase()}${word.slice(1)}”.`,
    why: `At the beginning of a paragraph “${word}” counts as a command to the computer.`,
  };
}

/** The beginning of a text, as long as it fits into a sentence. */
export function excerpt(text: string): string {
  const [first = ''] = text.split('\n');
  return first.length > 60 ? `${first.slice(0, 60).trimEnd()} …` : first.trimEnd();
}
