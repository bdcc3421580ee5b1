import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { contentLaws } from './src/build/content-laws.ts';
import { site } from './src/build/site.ts';

// No inline style or script anywhere: one fixed content security policy then covers every page.
export default defineConfig({
  site: site.address,
  base: site.base,
  trailingSlash: 'always',
  compressHTML: true,
  integrations: [mdx(), contentLaws()],
  markdown: { syntaxHighlight: false },
  build: { inlineStylesheets: 'never', format: 'directory' },
  devToolbar: { enabled: false },
  vite: {
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  },
});
