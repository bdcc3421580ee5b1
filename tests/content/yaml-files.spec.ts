import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { yamlFiles } from '../../src/build/yaml-files.ts';
import { fileKinds } from '../../src/schema/kinds.ts';

test('A build reads a YAML file again when it has changed, and forgets one that is gone', async () => {
  const folder = test.info().outputPath('course');
  const write = (language: string, text: string) =>
    writeFileSync(join(folder, `content/ui/${language}.yml`), text);
  mkdirSync(join(folder, 'content/ui'), { recursive: true });
  const kind = fileKinds.find(({ name }) => name === 'ui');
  if (!kind) throw new Error('There is no kind “ui”.');
  const store = new Map<string, { data: unknown; digest: string }>();
  const load = async () => {
    const read: string[] = [];
    await yamlFiles(kind).load({
      store: Object.assign(store, {
        set: (entry: { id: string; data: unknown; digest: string }) =>
          Map.prototype.set.call(store, entry.id, entry),
      }),
      async parseData({ id, data }: { id: string; data: unknown }) {
        read.push(id);
        return data;
      },
      generateDigest: (text: string) => text,
      config: { root: pathToFileURL(`${folder}/`) },
      // The loader uses nothing else of what Astro hands it.
    } as never);
    return { read, data: Object.fromEntries([...store].map(([id, entry]) => [id, entry.data])) };
  };
  write('en', 'next: Next\n');
  write('hi', 'next: आगे\n');
  const all = { en: { next: 'Next' }, hi: { next: 'आगे' } };
  expect(await load()).toEqual({ read: ['en', 'hi'], data: all });
  expect(await load()).toEqual({ read: [], data: all });
  write('en', 'next: Go on\n');
  expect(await load()).toEqual({ read: ['en'], data: { ...all, en: { next: 'Go on' } } });
  rmSync(join(folder, 'content/ui/hi.yml'));
  expect(await load()).toEqual({ read: [], data: { en: { next: 'Go on' } } });
});
