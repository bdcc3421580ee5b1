// A chat comes in as a ZIP file, too, and whoever sends it may have made anything of it.
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { zipToTexts } from '../../src/exports/zip-texts.ts';
import { awaitedBorder } from '../support/border.ts';

/** What is read of a file is asked for by place, as a browser gives it. */
async function opened(file: Uint8Array) {
  let read = 0;
  const reading = await zipToTexts(file.length, async (from, to) => {
    const bytes = file.slice(from, to);
    read += bytes.length;
    return bytes;
  });
  return { reading, read };
}
const outcome = async (file: Uint8Array) => {
  const { reading } = await opened(file);
  return reading.ok ? 'read' : reading.problem;
};
const chat = 'अनिता: #z=abc\n'.repeat(400);
const whatsApp = zipSync({
  'WhatsApp Chat.txt': strToU8(chat),
  'IMG-1.jpg': [crypto.getRandomValues(new Uint8Array(60_000)), { level: 0 }],
  '__MACOSX/._WhatsApp Chat.txt': strToU8('x'),
});
/** Puts a value of two or four bytes into the list at the end of a ZIP file that holds one file. */
function forged(file: Uint8Array, place: number, value: number, bytes: 2 | 4): Uint8Array {
  const copy = file.slice();
  const view = new DataView(copy.buffer);
  const list = view.getUint32(copy.length - 22 + 16, true);
  if (bytes === 2) view.setUint16(list + place, value, true);
  else view.setUint32(list + place, value, true);
  return copy;
}
const whole = zipSync({ 'a.txt': strToU8('hello hello hello'), 'b.jpg': strToU8('b') });
const one = (text: string) => zipSync({ '_chat.txt': strToU8(text) });
const hello = one('hello hello hello');

test('The text of a chat comes out of a ZIP file, and its pictures are not read', async () => {
  const { reading } = await opened(whatsApp);
  const [text, ...others] = reading.ok ? reading.texts : [];
  expect(new TextDecoder().decode(text)).toBe(chat);
  expect(others).toEqual([]);
  // The end of the file may be a comment as long as this.
  const huge = zipSync({
    'a.txt': strToU8('x'),
    'b.mp4': [new Uint8Array(2_000_000), { level: 0 }],
  });
  expect((await opened(huge)).read).toBeLessThan(70_000);
  expect(await outcome(zipSync({ 'a.txt': [strToU8('stored'), { level: 0 }] }))).toBe('read');
});

test('A broken, a locked, a textless and an oversized ZIP file are told apart', async () => {
  expect(await outcome(whatsApp.slice(0, -200))).toBe('damaged');
  expect(await outcome(forged(one(chat), 8, 1, 2))).toBe('locked');
  expect(await outcome(zipSync({ 'a.jpg': strToU8('x') }))).toBe('textless');
  expect(await outcome(zipSync({}))).toBe('textless');
  expect(await outcome(forged(one(chat), 24, 2 ** 25 + 1, 4))).toBe('too-long');
  // What says that it is small ends where its room ends.
  const bomb = one('a'.repeat(2 ** 20));
  expect(bomb.length).toBeLessThan(2_000);
  expect(await outcome(bomb)).toBe('read');
  expect(await outcome(forged(bomb, 24, 100, 4))).toBe('damaged');
  // Methods that no phone packs with.
  expect(await outcome(forged(one(chat), 10, 12, 2))).toBe('damaged');
});

awaitedBorder(
  'a ZIP file',
  fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }).map((changes) => {
      const file = whole.slice();
      for (const [at, byte] of changes) file[at % file.length] = byte;
      return file;
    }),
    fc
      .tuple(fc.constantFrom(8, 10, 20, 24, 28, 42), fc.nat(65_535))
      .map(([place, value]) => forged(hello, place, value, 2)),
    fc.nat(2 ** 32 - 1).map((size) => forged(hello, 24, size, 4)),
  ),
  outcome,
  ['read', 'damaged', 'locked', 'textless', 'too-long'],
);
