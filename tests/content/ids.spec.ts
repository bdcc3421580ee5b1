import { expect, test } from '@playwright/test';
import { idHash20 } from '../../src/domain/id-hash.ts';
import { EN, faultTexts, HI } from './tiny-course.ts';

const CARD = /<Card id="([^"]+)"/;

/** An id that has the short form of another one, found by trying. */
function twinOf(id: string): string {
  for (let count = 0; ; count += 1) {
    const twin = `card-${count.toString(36)}`.replace(/-(\d)/, '-x$1');
    if (twin !== id && idHash20(twin) === idHash20(id)) return twin;
  }
}

test('Two ids with the same short form are told apart', () => {
  const twin = twinOf('notice');
  const rename = (text: string) => text.replace(CARD, `<Card id="${twin}"`);
  const [first] = faultTexts({ [HI]: rename, [EN]: rename }).filter((text) =>
    text.includes('short form'),
  );
  expect(first).toContain(`The card “${twin}” has the same short form as “notice”.`);
  expect(first).toContain(`Give it another id, for example “${twin}-2”.`);
  expect(first).toContain(
    'A resume code carries ids in a short form, and each short form must mean one thing.',
  );
});

test('A card cannot take the name of a page or a setting', () => {
  const rename = (text: string) => text.replace(CARD, '<Card id="theme"');
  expect(faultTexts({ [HI]: rename, [EN]: rename }).join('\n')).toContain(
    'The card “theme” has the id of a setting.',
  );
});
