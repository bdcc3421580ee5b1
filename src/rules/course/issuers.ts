import { isThumbprint } from '../../domain/issuer.ts';
import type { Problem } from '../problem.ts';
import { type Content, yamlAt } from '../reading/content.ts';
import { fieldOf, listOf, textOf, type Value } from '../reading/value.ts';

const FILE = 'content/site.yml';
const WHY_KEY =
  'A key that is written wrongly trusts nobody: everything that the issuer signs is then called unknown.';
const WHY_ONE = 'A signature tells one issuer from another by the key alone.';
const WHY_DAYS =
  'A signature from a day on which its key did not sign is refused; with these days every one is.';

/** The keys in `issuers` of `site.yml` are keys, each stands once, and its days are in their order. */
export function issuersProblems(content: Content): Problem[] {
  const issuers = listOf(yamlAt(content, FILE), 'issuers').map((entry) => ({
    id: textOf(fieldOf(entry, 'id')) ?? '',
    key: fieldOf(entry, 'key'),
    from: fieldOf(entry, 'from'),
    until: fieldOf(entry, 'until'),
  }));
  return issuers.flatMap(({ id, key, from, until }, at) => {
    const same = issuers.slice(0, at).find((other) => textOf(other.key) === textOf(key));
    return [
      ...keyProblem(id, key),
      ...(same && key ? [twiceProblem(same.id, id, key)] : []),
      ...daysProblem(id, from, until),
    ];
  });
}

function keyProblem(id: string, key: Value | undefined): Problem[] {
  const written = textOf(key);
  if (!key || written === undefined || isThumbprint(written)) return [];
  const plain = written.replace(/[\s=]/g, '');
  const shown = written.length > 60 ? `${written.slice(0, 60)}…` : written;
  return [
    {
      ...{ file: FILE, line: key.line, value: written },
      message: `“${shown}” of the issuer “${id}” is no key.`,
      instead: isThumbprint(plain)
        ? `Write key: "${plain}"`
        : 'Copy the line of the register desk once more, with all 43 letters, digits, hyphens and underscores of the key. It never is the backup file, which stays secret.',
      why: WHY_KEY,
    },
  ];
}

function twiceProblem(first: string, second: string, key: Value): Problem {
  const written = textOf(key) ?? '';
  return {
    ...{ file: FILE, line: key.line, value: written },
    message: `The key “${written}” stands twice, for “${first}” and for “${second}”.`,
    instead: 'Keep the entry of whoever holds the key, and take the other one out.',
    why: WHY_ONE,
  };
}

function daysProblem(id: string, from: Value | undefined, until: Value | undefined): Problem[] {
  const [first, last] = [textOf(from), textOf(until)];
  if (!until || first === undefined || last === undefined || last >= first) return [];
  return [
    {
      ...{ file: FILE, line: until.line, value: last },
      message: `The last day of the key of “${id}”, ${last}, lies before its first, ${first}.`,
      instead: `Write from: "${last}" and until: "${first}" if the two were taken for each other, else the days on which the key really signed.`,
      why: WHY_DAYS,
    },
  ];
}
