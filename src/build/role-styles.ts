import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { parse } from 'yaml';

/**
 * Writes the style that hides what is meant for other roles. Before a role is chosen, and without script, everybody sees
 * everything. A style sheet cannot compare two attributes, so it names each role.
 * @param roles ids of the course's roles
 */
export const rolesToCss = (roles: readonly string[]): string =>
  `${roles
    .map((role) => `:root[data-role="${role}"] [data-roles]:not([data-roles~="${role}"])`)
    .join(',\n')} {\n  display: none;\n}\n`;

/** Gives the pages `virtual:roles.css`, made of the course's roles, so that a new role needs no style of its own. */
export function roleStyles(): Plugin {
  const name = 'virtual:roles.css';
  let root = '.';
  return {
    name: 'dastak-role-styles',
    configResolved: (config) => {
      root = config.root;
    },
    resolveId: (id) => (id === name ? `\0${name}` : null),
    load(id) {
      if (id !== `\0${name}`) return null;
      const course = readFileSync(join(root, 'content/course.yml'), 'utf8');
      const { roles }: { roles: { id: string }[] } = parse(course);
      return rolesToCss(roles.map((role) => role.id));
    },
  };
}
