import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pagesBelow } from '../build/built-files.ts';
import { site } from '../build/site.ts';
import type { Row } from './bench-row.ts';
import { folderBytes, type PageBytes, pageBytes, type Size, weigh } from './bytes.ts';
import { root } from './tools.ts';

/** Weighs the heaviest page of each kind, and the way from the chooser to the first lesson. */
export async function weighPages(dist: string): Promise<Row[]> {
  const table: Row[] = [];
  const heaviest = new Map<string, PageBytes & { page: string; count: number }>();
  for (const page of pagesBelow(dist)) {
    const bytes = await pageBytes(dist, page, site.base);
    const kind = kindOf(page);
    const before = heaviest.get(kind);
    const isHeavier = !before || bytes.total.brotli > before.total.brotli;
    heaviest.set(kind, {
      ...(isHeavier ? { ...bytes, page } : before),
      count: (before?.count ?? 0) + 1,
    });
  }
  for (const [kind, { count, html, css, js, total }] of heaviest) {
    table.push({
      what: 'first visit, bytes with brotli / raw',
      case: `heaviest of ${count}: ${kind}`,
      figures: `${both(total)}: html ${both(html)}, css ${both(css)}, js ${both(js)}`,
    });
  }
  const way = ['chooser', 'map', 'module', 'lesson'].map((kind) => heaviest.get(kind)?.files ?? []);
  const first = await weigh(dist, [...new Set(way.flat())]);
  table.push(
    { what: 'bytes with brotli / raw', case: 'chooser, map, module, lesson', figures: both(first) },
    { what: 'bytes with brotli / raw', case: 'everything', figures: both(await folderBytes(dist)) },
  );
  return table;
}

/** What a page is, by its place: chooser, map, module, lesson, check, conversation, review, or the name of its kind. */
function kindOf(page: string): string {
  const parts = page.split('/').slice(0, -1);
  const [, name = '', step] = parts;
  if (parts.length === 0) return page === 'index.html' ? 'chooser' : page;
  if (parts[0] === 'review') return 'review';
  if (name === 'practice') return 'conversation';
  if (parts.length === 1) return 'map';
  if (!isModule(name)) return name;
  if (step === undefined) return 'module';
  return step === 'check' ? 'check' : 'lesson';
}

function isModule(name: string): boolean {
  try {
    return readFileSync(join(root, 'content', 'modules', name, 'module.yml')).length > 0;
  } catch {
    return false;
  }
}

function both({ brotli, raw }: Size): string {
  return `${brotli.toLocaleString('en')} / ${raw.toLocaleString('en')}`;
}
