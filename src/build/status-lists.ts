import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { parse } from 'yaml';
import { keyName } from '../domain/issuer.ts';
import { LIST_DAYS, readList } from '../exports/status-list.ts';
import type { Problem } from '../rules/problem.ts';
import type { Site } from '../schema/site.ts';
import { readContent } from './read-content.ts';

const DAY = 24 * 60 * 60 * 1000;
const WHY_HOLDS =
  'A list that does not hold tells nobody what was withdrawn; the check then says that it could not find out.';
const WHY_TRUST =
  'Anybody can sign a list. Only a key of the issuer may say what the issuer has withdrawn.';
const WHY_FRESH =
  'An old list knows nothing of what was withdrawn since, so the check no longer relies on it.';

/** Puts the lists of withdrawn credentials where the verify page finds them, in a build and while pages are written. */
export function statusLists(folder = 'content/status'): AstroIntegration {
  return {
    name: 'dastak-status-lists',
    hooks: {
      'astro:build:done': ({ dir }) => {
        if (existsSync(folder))
          cpSync(folder, join(fileURLToPath(dir), 'status'), { recursive: true });
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(({ url = '' }, response, next) => {
          const [, name] = /\/status\/([0-9a-f]{16}\.jwt)(?:\?|$)/.exec(url) ?? [];
          const file = name && join(folder, name);
          if (file && existsSync(file)) response.end(readFileSync(file));
          else next();
        });
      },
    },
  };
}

/**
 * Checks the lists below `content/status/`: each holds, is named after its key, and an issuer of `site.yml` has signed it.
 * The rules cannot, since a signature is checked in a promise.
 * @param today the day of the check, such as `2026-11-23`
 * @param folder the content folder
 */
export async function statusListProblems(today: string, folder: string): Promise<Problem[]> {
  const lists = readContent(folder, /^content\/status\/[^/]+\.jwt$/);
  if (lists.length === 0) return [];
  const { issuers } = readSite(folder);
  const problems = lists.map(({ path, text }) => listProblem(path, text, issuers, today));
  return (await Promise.all(problems)).flat();
}

async function listProblem(
  file: string,
  text: string,
  issuers: Site['issuers'],
  today: string,
): Promise<Problem[]> {
  const place = { file, line: 1 };
  const name = file.replace(/^.*\/|\.jwt$/g, '');
  const list = await readList(text);
  if (!list) {
    const message =
      'This is no list of withdrawn credentials, or it was changed after it was signed.';
    const instead =
      'Put the file here as the register desk gave it, without opening it in between.';
    return [{ ...place, message, instead, why: WHY_HOLDS }];
  }
  if (list.list !== name) {
    const message = `This is the list of the key ${list.list}, and its name is that of another.`;
    return [{ ...place, message, instead: `Name the file ${list.list}.jwt`, why: WHY_HOLDS }];
  }
  const about = issuers.find(({ key }) => keyName(key) === name);
  const by = issuers.find(({ key }) => key === list.key);
  if (!about || !by || by.id !== about.id) {
    const message = about
      ? `This list is about a key of “${about.id}”, and no key of that issuer has signed it.`
      : `This list is about the key ${name}, which no issuer in content/site.yml has.`;
    const instead = about
      ? `Ask “${about.id}” for a list that its own desk has signed, or take the file out.`
      : 'Write the issuer into content/site.yml with the line of its register desk, or take the file out.';
    return [{ ...place, message, instead, why: WHY_TRUST }];
  }
  if (by.lost !== undefined) {
    const message = `This list is signed with a key of “${by.id}” that is lost since ${by.lost}.`;
    const instead = 'Let the desk sign the list with its new key, or take the file out.';
    return [{ ...place, message, instead, why: WHY_TRUST }];
  }
  const age = Math.floor((Date.parse(`${today}T00:00:00Z`) - Date.parse(list.made)) / DAY);
  if (age <= LIST_DAYS) return [];
  const message = `This list was made on ${list.made.slice(0, 10)}, ${age} days ago; after ${LIST_DAYS} it counts as old.`;
  const instead =
    'Let the register desk write it afresh, even where nothing was withdrawn, and put it here.';
  return [{ ...place, message, instead, why: WHY_FRESH, severity: 'warning' }];
}

/** Issuers as far as they can be read; what is wrong with the file the rules say. */
function readSite(folder: string): Pick<Site, 'issuers'> {
  try {
    const { issuers } = parse(readFileSync(join(folder, 'site.yml'), 'utf8')) as Partial<Site>;
    return { issuers: (issuers ?? []).filter(({ key }) => typeof key === 'string') };
  } catch {
    return { issuers: [] };
  }
}
