import { defineConfig } from 'astro/config';
import { compiledEarly } from './src/build/compiled-early.ts';
import { contentRules } from './src/build/content-rules.ts';
import { hostFiles } from './src/build/host-files.ts';
import { offline } from './src/build/offline.ts';
import { oldBrowsers } from './src/build/old-browsers.ts';
import { pageLinks } from './src/build/page-links.ts';
import { plainImport } from './src/build/plain-import.ts';
import { roleStyles } from './src/build/role-styles.ts';
import { site } from './src/build/site.ts';
import { statusLists } from './src/build/status-lists.ts';

// No inline style or script anywhere: one fixed content security policy then covers every page.
export default defineConfig({
  site: site.address,
  base: site.base,
  trailingSlash: 'always',
  compressHTML: true,
  integrations: [
    contentRules(),
    pageLinks(site.base),
    // What the worker is to keep lies in the folder before its list is written.
    statusLists(),
    offline(site.base),
    hostFiles(site.base),
  ],
  markdown: { syntaxHighlight: false },
  build: { inlineStylesheets: 'never', format: 'directory' },
  devToolbar: { enabled: false },
  vite: {
    plugins: [plainImport(), oldBrowsers(), roleStyles(), compiledEarly()],
    build: {
      assetsInlineLimit: 0,
      modulePreload: false,
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              // Short names, since every page says them and all of them count in its first flight.
              entryFileNames: '_astro/[hash].js',
              chunkFileNames: ({ name }) =>
                ['core', 'copy', 'late', 'transferring', 'aloud.element'].includes(name)
                  ? '_astro/[name].[hash].js'
                  : '_astro/[hash].js',
              assetFileNames: '_astro/[hash][extname]',
              // Few files: a browser fetches six at once from a host, and on a slow network each further one waits a round trip.
              // Brotli also works better on more text.
              codeSplitting: {
                groups: [
                  {
                    name: 'lesson',
                    test: /src\/(islands\/(lesson|question|listen\/listen)|domain\/judge)/,
                  },
                  { name: 'run', test: /src\/(domain\/(chance|kept-run)|islands\/practice)/ },
                  { name: 'talk', test: /src\/domain\/scenario(?!-summary)/ },
                  { name: 'drill', test: /src\/(domain\/(call|drill)|islands\/drill)/ },
                  {
                    name: 'numbers',
                    test: /src\/(islands\/(numbers|our-numbers\/age)|domain\/(ledger|own-number)|store\/(our-numbers|number|browser-numbers|bind-numbers))/,
                  },
                  // The learner's way through the course, and what comes in by a link.
                  {
                    name: 'way',
                    test: /src\/(domain\/(outline|in-app|pasted)\.ts|islands\/(arrival\.ts|message\.ts|refresher\/fetch-line)|exports\/fragment)/,
                  },
                  { name: 'copy', test: /src\/store\/(page-copy|second-copy|database)/ },
                  // One file after the page, since each further one costs a round trip.
                  {
                    name: 'late',
                    test: /src\/(islands\/offline\/late|offline\/(page|message|worker-address))/,
                  },
                  {
                    name: 'core',
                    priority: 1,
                    test: /src\/(islands\/(shell|strings|dom|follow|kept)|store\/(?!our-numbers|number|browser-numbers|bind-numbers|adopt-numbers|page-copy|second-copy|database|desk|browser-desk|key-backup|kept-|browser-rounds|browser-certificates|round-format|certificate)|domain\/(actions|progress|profile|id-hash|every|truths|local-day|digits)|i18n)/,
                  },
                ],
              },
            },
          },
        },
      },
    },
  },
});
