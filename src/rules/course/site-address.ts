import { readAddress } from '../files/corrections.ts';
import type { Problem, ProblemWords } from '../problem.ts';
import { type Content, yamlAt } from '../reading/content.ts';
import { fieldOf, textOf } from '../reading/value.ts';

const FILE = 'content/site.yml';
const WHOLE =
  'Write the whole address as the browser shows it when the page is open, with https:// in front.';

/** The addresses of `site.yml` lead where they say: the course's own to a folder, the others to a page or a mailbox. */
export function siteAddressProblems(content: Content): Problem[] {
  const site = yamlAt(content, FILE);
  return (['address', 'exit', 'contact'] as const).flatMap((key) => {
    const value = fieldOf(site, key);
    const written = textOf(value);
    if (!value || written === undefined || !URL.canParse(written)) return [];
    const words =
      wrongScheme(key, written) ?? (key === 'address' ? wrongFolder(written) : undefined);
    return words ? [{ file: FILE, line: value.line, value: written, ...words }] : [];
  });
}

function wrongScheme(key: string, written: string): ProblemWords | undefined {
  if (/^https?:\/\/[^/]/.test(written) || (key === 'contact' && /^mailto:[^@]+@/.test(written))) {
    return undefined;
  }
  const meant = /^https?:/i.test(written) ? new URL(written).href : readAddress(written);
  const isRight = meant && (key === 'contact' || meant.startsWith('http'));
  return {
    message: `“${written}” is no web address, as “${key}” needs it.`,
    instead: isRight ? `Write ${key}: ${meant}` : WHOLE,
    why: 'Learners follow this address, or come by it.',
  };
}

/** What is wrong with the folder in which the course is to be served. */
function wrongFolder(written: string): ProblemWords | undefined {
  const { origin, pathname } = new URL(written);
  const folder = pathname
    .replace(/[^/]*\.(?:html?|php|aspx?)$/i, '')
    .replaceAll(/\/{2,}/g, '/')
    .replace(/\/*$/, '/');
  const why = 'Every link of the course is made from this address.';
  if (/%|[^\w./~-]/.test(folder)) {
    return {
      message: `The folder in “${written}” has a sign that not every server finds again.`,
      instead: `Give the folder a name of a to z, digits and hyphens, on the server and here.`,
      why,
    };
  }
  const right = `${origin}${folder}`;
  if (right === written.replace(/\/*$/, '/') && !/\/{2,}$/.test(written)) return undefined;
  return {
    message: `“${written}” is not the address of a folder.`,
    instead: `Write address: ${right}`,
    why,
  };
}
