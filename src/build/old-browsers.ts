import { type Plugin, parseAst, transformWithOxc } from 'vite';

/**
 * The syntax of scripts: the newest that Chromium 80, Safari 14 and Firefox 91 all know, from which on everything works.
 * Older browsers show every page as without script (`src/islands/shell/gate.ts`).
 */
export const SCRIPTS = 'es2020';

/** The browsers of which the same is true, for style sheets. */
const STYLES = ['chrome80', 'safari14', 'firefox91'];

/**
 * Compiles scripts and styles for the oldest browsers in which everything works. What a compiler cannot replace is
 * found by `tests/e2e/old-browsers.spec.ts`.
 */
export function oldBrowsers(): Plugin {
  return {
    name: 'dastak-old-browsers',
    apply: 'build',
    // Astro asks for the newest syntax in each environment; what runs in Node is left as it is.
    configEnvironment(name, config) {
      config.build = {
        ...config.build,
        ...(name === 'client' && { target: SCRIPTS }),
        cssTarget: STYLES,
      };
    },
    transform: {
      filter: { id: /\/src\/.*\.ts$/, code: /\bclass \w+ extends/ },
      handler(code) {
        if (this.environment.name !== 'client') return null;
        // Fields are assigned, in place of a helper for each of them that every page would carry. A name without a
        // folder, since the compiler would else ask TypeScript's settings how to define fields.
        return transformWithOxc(withoutPrivateNames(code), 'element.js', {
          target: SCRIPTS,
          assumptions: { setPublicClassFields: true },
        });
      },
    },
  };
}

/**
 * Gives the private names of a class short public ones. The browsers of the floor know no private methods, and what the
 * compiler puts in their place is larger by a third; nothing but our own classes sees them.
 * @param code JavaScript with one class
 */
export function withoutPrivateNames(code: string): string {
  // A class that extends one of ours, which has such names too, adds its own to them.
  const [, heir = ''] = /\bclass (\w+) extends (?!HTMLElement\b)/.exec(code) ?? [];
  const found = privateNames(parseAst(code)).sort((a, b) => a.start - b.start);
  const names = [...new Set(found.map(({ name }) => name))];
  let text = '';
  let from = 0;
  for (const { start, end, name } of found) {
    text += `${code.slice(from, start)}_${names.indexOf(name).toString(36)}${heir}`;
    from = end;
  }
  return text + code.slice(from);
}

interface PrivateName {
  start: number;
  end: number;
  name: string;
}

/** Every place where a private name stands. */
function privateNames(node: unknown): PrivateName[] {
  if (typeof node !== 'object' || node === null) return [];
  const { type } = node as { type?: string };
  if (type === 'PrivateIdentifier') return [node as PrivateName];
  return Object.values(node).flatMap(privateNames);
}
