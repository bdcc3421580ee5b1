import { posix } from 'node:path';

/** A site's address as seen from a page of it; undefined where it is none of the site's files. */
export function relative(
  page: string,
  address: string,
  base: string,
  there: ReadonlySet<string>,
): string | undefined {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/.exec(address) ?? [];
  if (!path.startsWith(base)) return undefined;
  const below = path.slice(base.length);
  const file = below === '' || below.endsWith('/') ? `${below}index.html` : below;
  return there.has(file) ? posix.relative(posix.dirname(page), file) + rest : undefined;
}
