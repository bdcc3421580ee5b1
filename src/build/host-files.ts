import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { parse } from 'yaml';
import { pagesBelow } from './built-files.ts';
import { caching } from './caching.ts';
import { securityHeaders } from './policy.ts';
import { site } from './site.ts';

/** Writes what hosts read headers from into the built folder. */
export function hostFiles(base: string): AstroIntegration {
  return {
    name: 'dastak-host-files',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const course = parse(readFileSync('content/course.yml', 'utf8')) as {
          languages: { id: string }[];
        };
        const languages = course.languages.map(({ id }) => id);
        const folder = fileURLToPath(dir);
        // A branch that GitHub Pages publishes would otherwise lose `_astro/`, as Jekyll drops names with a line before.
        writeFileSync(join(folder, '.nojekyll'), '');
        writeFileSync(join(folder, '_headers'), headersFile(base, languages));
        writeFileSync(join(folder, 'nginx.conf'), nginxFile(base));
        writeFileSync(join(folder, '.htaccess'), htaccessFile(base));
        const found = pagesBelow(folder).filter((page) => isFound(page, languages));
        writeFileSync(join(folder, 'sitemap.xml'), sitemapFile(site.address + base, found));
        writeFileSync(join(folder, 'robots.txt'), robotsFile(site.address, base));
      },
    },
  };
}

/** Whether search engines may lead to a page: the chooser and every page of a language. */
const isFound = (page: string, languages: readonly string[]) =>
  page === 'index.html' || languages.some((id) => page.startsWith(`${id}/`));

/**
 * The list of pages that search engines read.
 * @param address where the site lies, ending in a slash
 * @param pages paths of pages in the built folder
 */
function sitemapFile(address: string, pages: readonly string[]): string {
  const places = pages.map(
    (page) => `  <url><loc>${address}${page.replace(/index\.html$/, '')}</loc></url>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${places.join('\n')}
</urlset>
`;
}

/**
 * What search engines ask for first; they read it at the root of a host only.
 * @param origin such as `https://example.org`
 * @param base the path below which the site lives
 */
function robotsFile(origin: string, base: string): string {
  return `User-agent: *\nDisallow: ${base}review/\nSitemap: ${origin}${base}sitemap.xml\n`;
}

const security = Object.entries(securityHeaders);

/** Headers as Netlify and Cloudflare Pages read them. No path has two rules for one header, since hosts differ on that. */
export function headersFile(base: string, languages: readonly string[]): string {
  const pages = [
    '',
    'index.html',
    'sw.js',
    'offline/*',
    'status/*',
    ...languages.map((id) => `${id}/*`),
  ];
  const rule = (path: string, headers: readonly (readonly [string, string])[]) =>
    [base + path, ...headers.map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  return `${[
    rule('*', security),
    rule('_astro/*', [['Cache-Control', caching.hashed]]),
    ...pages.map((path) => rule(path, [['Cache-Control', caching.other]])),
  ].join('\n\n')}\n`;
}

/** Locations for nginx, to be included in a server block whose root holds the site. */
export function nginxFile(base: string): string {
  const headers = (cache: string) =>
    [...security, ['Cache-Control', cache]]
      .map(([name, value]) => `  add_header ${name} "${value}" always;`)
      .join('\n');
  // Behind a server that ends https, an absolute address would lead out of it.
  const folder = `location = ${base.slice(0, -1)} {
  absolute_redirect off;
  return 301 ${base};
}
`;
  return `# Security headers and caching for nginx. Name this file in the server block whose root holds the site:
#   include /path/to/the/site/nginx.conf;
# gzip_static sends the .gz files that "npm run package -- host" writes. Take its lines away if nginx does not know it.
${base === '/' ? '' : folder}location ${base} {
  absolute_redirect off;
  error_page 404 ${base}404.html;
  gzip_static on;
  gzip_vary on;
${headers(caching.other)}
}
location ${base}_astro/ {
  error_page 403 404 ${base}404.html;
  gzip_static on;
  gzip_vary on;
${headers(caching.hashed)}
}
location ~ ^${base}(nginx\\.conf|_headers|\\.htaccess)$ {
  return 404;
}
`;
}

/**
 * The same for Apache, as most cheap shared hosts read it from the folder itself; parts it lacks are passed over. It
 * asks for the permission FileInfo alone, since one line that a host forbids makes every page an error.
 */
export function htaccessFile(base: string): string {
  const lines = security.map(([name, value]) => `  Header always set ${name} "${value}"`);
  return `# Security headers and caching for Apache 2.4.
ErrorDocument 404 ${base}404.html
# A compressed page gets another ETag than the one that is compared, so it would be sent whole each time; its date holds.
FileETag None
<IfModule mod_mime.c>
  AddType text/javascript .js
  AddType application/json .json
  AddType image/svg+xml .svg
</IfModule>
<IfModule mod_filter.c>
  <IfModule mod_deflate.c>
    AddOutputFilterByType DEFLATE text/html text/css text/javascript application/javascript application/json image/svg+xml
  </IfModule>
</IfModule>
<IfModule mod_setenvif.c>
  SetEnvIf Request_URI "^${base}_astro/" hashed
</IfModule>
<IfModule mod_headers.c>
${lines.join('\n')}
  Header always set Cache-Control "${caching.other}"
  Header always set Cache-Control "${caching.hashed}" env=hashed
</IfModule>
<IfModule mod_alias.c>
  RedirectMatch 404 "^${base}(_astro/|_headers|nginx\\.conf|\\.htaccess)$"
  # Behind a server that ends https, Apache would send whoever leaves out the last slash to plain http.
  <IfModule mod_version.c>
    <IfVersion >= 2.4.19>
      <If "%{HTTP:X-Forwarded-Proto} == 'https' && %{REQUEST_URI} =~ m#[^/]$# && -d %{REQUEST_FILENAME}">
        Redirect 301 "https://%{HTTP_HOST}%{REQUEST_URI}/"
      </If>
    </IfVersion>
  </IfModule>
</IfModule>
`;
}
