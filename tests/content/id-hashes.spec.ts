import { expect, test } from '@playwright/test';
import { idHash20 } from '../../src/domain/id-hash.ts';
import { EN, HI, problemTexts } from './tiny-course.ts';

const CARD = /<Card id="([^"]+)"/;

/** An id that has the short form of another one, found by trying. */
function counterpartOf(id: string): string {
  for (let count = 0; ; count += 1) {
    const counterpart = `card-${count.toString(36)}`.replace(/-(\d)/, '-x$1');
    if (counterpart !== id && idHash20(counterpart) === idHash20(id)) return counterpart;
  }
}

test('Two ids with the same short form are told apart', () => {
  const counterpart = counterpartOf('notice');
  const rename = (text: string) => text.replace(CARD, `<Card id="${counterpart}"`);
  const [first] = problemTexts({ [HI]: rename, [EN]: rename }).filter((text) =>
    text.includes('short form'),
  );
  expect(first).toContain(`The card “${counterpart}” has the same short form as “notice”.`);
  expect(first).toContain(`Give it another id, for example “${counterpart}-2”.`);
  expect(first).toContain(
    'A resume code carries ids in a short form, and each short form must mean one thing.',
  );
});

test('A card cannot take the name of a page or a setting', () => {
  const rename = (text: string) => text.replace(CARD, '<Card id="theme"');
  expect(problemTexts({ [HI]: rename, [EN]: rename }).join('\n')).toContain(
    'The card “theme” has the id of a setting.',
  );
});
