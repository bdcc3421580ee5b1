import type { Plugin } from 'vite';

/**
 * Leaves `import()` as the browser has it. Vite wraps each one in 1.4 kB of code that preloads style sheets, which
 * the lazy parts of this site do not have; every page would carry it.
 */
export function plainImport(): Plugin {
  return {
    name: 'dastak-plain-import',
    enforce: 'pre',
    // Astro switches it on again; the lists of files to preload would stand in every page's script.
    configEnvironment: (_, config) => {
      config.build = { ...config.build, modulePreload: false };
    },
    load: {
      filter: { id: /vite\/preload-helper/ },
      handler: () => 'export const __vitePreload = (load) => load();',
    },
  };
}
