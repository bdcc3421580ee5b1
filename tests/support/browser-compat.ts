// Which browsers know a name, by Mozilla's browser-compat-data.

import { createRequire } from 'node:module';

interface Support {
  version_added: string | boolean | null;
  version_removed?: unknown;
  flags?: unknown;
  prefix?: string;
  alternative_name?: string;
}
/** A feature with those that belong to it by their names, and what browsers know of it. */
type Feature = { [name: string]: Feature } & {
  __compat?: { support: Record<string, Support | Support[]> };
};
const data: Record<'api' | 'css' | 'javascript', Feature> = createRequire(import.meta.url)(
  '@mdn/browser-compat-data',
);

/** The oldest browsers in which everything works. */
const FLOOR = { chrome: 80, safari: 14, safari_ios: 14, firefox: 91 } as const;

function isSince(statement: Support | Support[] | undefined, version: number): boolean {
  const all = Array.isArray(statement) ? statement : statement ? [statement] : [];
  return all.some((one) => {
    if (one.flags || one.prefix || one.alternative_name || one.version_removed) return false;
    const added = one.version_added;
    return typeof added === 'string' && Number.parseFloat(added.replace('≤', '')) <= version;
  });
}

/** @returns the browsers that learnt it after the floor; none where all know it, and where it is no feature at all */
export function lacking(feature: Feature | undefined): string[] {
  const support = feature?.__compat?.support;
  if (!support) return [];
  return Object.entries(FLOOR)
    .filter(([browser, version]) => !isSince(support[browser as keyof typeof FLOOR], version))
    .map(([browser, version]) => `${browser} ${version}`);
}

/** The feature at a path such as `css.properties.inset`; undefined where there is none. */
export function featureAt(...path: string[]): Feature | undefined {
  let found = data as unknown as Feature | undefined;
  for (const name of path) {
    found = found && Object.hasOwn(found, name) ? (found[name] as Feature) : undefined;
  }
  return found;
}

/** Every interface of pages and of the language, by its name. */
const ofLanguage = Object(data.javascript.builtins) as Record<string, Feature>;
const interfaces = new Map<string, Feature>(
  Object.entries({ ...(data.api as Feature), ...ofLanguage, ...ofLanguage['Intl'] }) as [
    string,
    Feature,
  ][],
);
/** Whose methods share names with what we write ourselves. */
const NOT_USED = [
  'Iterator',
  'AsyncIterator',
  'DisposableStack',
  'AsyncDisposableStack',
  'Temporal',
];

/** By the name of a member: all features that bear it. */
function membersOf(owners: object): ReadonlyMap<string, Feature[]> {
  const members = new Map<string, Feature[]>();
  for (const [owner, all] of Object.entries(owners)) {
    if (NOT_USED.includes(owner)) continue;
    // What is global is a member of each window as well.
    const named: [string, Feature][] = [...Object.entries(all as object), [owner, all]];
    for (const [key, feature] of named) {
      const name = key.replace(/_static$/, '');
      if (!name.includes('_')) members.set(name, [...(members.get(name) ?? []), feature]);
    }
  }
  return members;
}
const inPages = membersOf(data.api);
const inLanguage = membersOf({ ...ofLanguage, ...ofLanguage['Intl'] });

/** The global objects that are instances of an interface with another name. */
const INSTANCES: Readonly<Record<string, string>> = {
  navigator: 'Navigator',
  document: 'Document',
  window: 'Window',
  self: 'ServiceWorkerGlobalScope',
  crypto: 'Crypto',
  history: 'History',
  location: 'Location',
  localStorage: 'Storage',
  speechSynthesis: 'SpeechSynthesis',
  performance: 'Performance',
  screen: 'Screen',
};

/** Where a global name is too new: `structuredClone`, `Highlight`. */
export const lackingGlobal = (name: string): string[] =>
  lacking(interfaces.get(name) ?? featureAt('api', 'Window', name));

/** Where a member of a global object is too new: `Object.hasOwn`, `navigator.locks`. */
export function lackingMember(global: string, name: string): string[] | undefined {
  const owner = interfaces.get(INSTANCES[global] ?? global);
  const feature = owner?.[name] ?? owner?.[`${name}_static`];
  return feature && lacking(feature as Feature);
}

/**
 * Where every member of that name is too new, whatever it belongs to: `list.findLast`.
 * @param isOwn whether scripts of ours give that name to something as well
 */
export function lackingEverywhere(name: string, isOwn: boolean): string[] {
  const builtIn = inLanguage.get(name) ?? [];
  if (isOwn && builtIn.length === 0) return [];
  const all = [...builtIn, ...(inPages.get(name) ?? [])].map(lacking);
  return all.length > 0 && all.every((one) => one.length > 0) ? (all[0] ?? []) : [];
}
