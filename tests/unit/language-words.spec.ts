import { expect, test } from '@playwright/test';
import { formToHash, wordsToHash } from '../../src/rules/language/hidden.ts';
import { matchAt, readPattern } from '../../src/rules/language/pattern.ts';
import { wordsIn, wordToForm } from '../../src/rules/language/words.ts';

const alike = [
  ['ज़िंदगी', 'जिन्दगी', 'ज़िन्दगी', 'जिंदगी'],
  ['पाँच', 'पांच'],
  ['आत्महत्या', 'आत्‍महत्या'],
  ['हॉस्टल', 'होस्टल'],
  ['गयी', 'गई'],
  ['ख़याल', 'खयाल'],
  ['zindagi', 'jindagi', 'Zindagee', 'ZINDAGI'],
  ['baat', 'bat'],
  ['chhat', 'chat'],
  ['kamzor', 'kamjor'],
  ['wo', 'vo'],
  ['phir', 'fir'],
  ['successful', 'succesful', 'Successful'],
  ["Rohan's", 'rohan', 'Rohan’s'],
  ['१२', '12'],
  ['8,00,000', '800000', '८,००,०००'],
];

test('Spellings of one word share a form', () => {
  for (const words of alike) {
    expect(new Set(words.map((word) => wordToForm(word))), words.join(' ')).toHaveProperty(
      'size',
      1,
    );
  }
});

test('Words that mean something else keep a form of their own', () => {
  for (const [one = '', other = ''] of [
    ['बँधी', 'बाँधी'],
    ['week', 'weak'],
    ['कल', 'काल'],
    ['मिल', 'मील'],
  ]) {
    expect(wordToForm(one), `${one} and ${other}`).not.toBe(wordToForm(other));
  }
});

/** The words of a sentence that a pattern covers, the first time that it fits. */
function covered(pattern: string, sentence: string): string | undefined {
  const words = wordsIn(sentence);
  const read = readPattern(pattern, { tea: ['चाय', 'chai', 'cup of tea'] });
  for (const [from] of words.entries()) {
    const to = matchAt(read, words, from);
    if (to !== undefined)
      return words
        .slice(from, to)
        .map(({ written }) => written)
        .join(' ');
  }
  return undefined;
}

test('A pattern covers what its signs say', () => {
  expect(covered('drink/drank', 'He drank up.')).toBe('drank');
  expect(covered('drink*', 'They were drinking.')).toBe('drinking');
  expect(covered('*ing tea', 'He is drinking tea.')).toBe('drinking tea');
  expect(covered('a (hot) <tea>', 'Take a hot cup of tea.')).toBe('a hot cup of tea');
  expect(covered('a (hot) <tea>', 'Take a chai.')).toBe('a chai');
  expect(covered('in <number> minutes', 'See you in १० minutes.')).toBe('in १० minutes');
  expect(covered('you … tea', 'You may well have some tea.')).toBe('You may well have some tea');
  expect(covered('you … tea', 'You may well not have any tea.')).toBeUndefined();
});

test('A pattern does not reach into the next sentence or paragraph', () => {
  expect(covered('no tea', 'I said no. Tea is over.')).toBeUndefined();
  expect(covered('no … tea', 'I said no. Is there tea?')).toBeUndefined();
  expect(covered('चाय नहीं', 'यह चाय। नहीं चाहिए।')).toBeUndefined();
  expect(covered('no tea', 'no\n\ntea')).toBeUndefined();
  expect(covered('no tea', 'There is no\ntea.')).toBe('no tea');
});

test('A hash is the same for all spellings and tells nothing of the word', () => {
  expect(wordsToHash('Grindle')).toBe(wordsToHash('grrindle'));
  expect(wordsToHash('grindle* wug')).toBe(`${formToHash('grindle')}~7 ${formToHash('vug')}`);
  expect(formToHash('grindle')).toMatch(/^[0-9a-f]{16}$/);
  const near = ['grindle', 'grindlf', 'grindke', 'hrindle'].map(formToHash);
  expect(new Set(near).size).toBe(4);
});
