import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { statusLists } from '../../src/build/status-lists.ts';

type Handle = (
  request: { url?: string },
  response: { end: (bytes: Buffer) => void },
  next: () => void,
) => void;

// While pages were written, every check said that there was no list.
test('A list of withdrawals is served while pages are written, and nothing beside it is', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dastak-status-'));
  writeFileSync(join(folder, '0123456789abcdef.jwt'), 'a list');
  writeFileSync(join(folder, 'notes.txt'), 'not for readers');
  let handle: Handle = () => undefined;
  const server = { middlewares: { use: (one: Handle) => (handle = one) } };
  statusLists(folder).hooks['astro:server:setup']?.({ server } as never);
  const asked = (url: string) => {
    let answer = 'passed on';
    handle({ url }, { end: (bytes) => (answer = `${bytes}`) }, () => undefined);
    return answer;
  };
  expect(asked('/dastak/status/0123456789abcdef.jwt')).toBe('a list');
  expect(asked('/status/0123456789abcdef.jwt?fresh=1')).toBe('a list');
  for (const url of [
    ...['/status/', '/status/notes.txt', '/status/0000000000000000.jwt'],
    ...['/status/../status/notes.txt', '/status/..%2fnotes.txt', '/en/verify/'],
  ])
    expect([url, asked(url)]).toEqual([url, 'passed on']);
  rmSync(folder, { recursive: true });
});
