import { expect, test } from '@playwright/test';
import { practiceToRows } from '../../src/components/review/rows.ts';

test('A practice of any kind becomes rows: every text in both languages, and all else in words', () => {
  const words = (text: string) => ({ hi: `${text} हिं`, en: text });
  const data = {
    title: words('Doors'),
    roles: ['warden', 'peer'],
    minutes: 5,
    cases: [
      { id: 'd01', context: words('Room 12'), right: 'today', also: [], signs: ['meals', 'sleep'] },
      {
        id: 'p01',
        post: 'kal milte hain',
        options: [{ id: 'a', text: words('Knock'), right: true }],
      },
    ],
  };
  const same = (text: string) => ({ hi: text, en: text });
  expect(practiceToRows(data, ['hi', 'en'])).toEqual([
    { id: '', key: 'roles', words: same('warden, peer') },
    { id: '', key: 'minutes', words: same('5') },
    { id: 'd01', key: 'context', words: words('Room 12') },
    { id: '', key: 'right', words: same('today') },
    { id: '', key: 'signs', words: same('meals, sleep') },
    { id: 'p01', key: 'post', words: same('kal milte hain') },
    { id: 'a', key: 'text', words: words('Knock') },
    { id: '', key: 'right', words: same('true') },
  ]);
});
