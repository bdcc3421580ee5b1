import { expect, test } from '@playwright/test';
import { signedOf } from '../../src/build/signature.ts';
import { reviewToWords } from '../../src/components/review/in-words.ts';
import { changesSince, reviewState, withReview } from '../../src/domain/signature.ts';

const MODULE = 'title: { hi: एक, en: One }\nreview: null\n';
const file = (name: string, text: string) => ({ path: `content/modules/ask/${name}`, text });
const files = [file('module.yml', MODULE), file('a.hi.mdx', 'एक'), file('quiz.yml', 'items: []')];
const signer = { name: 'Dr. A: "B"', role: 'Psychiatrist # 1', on: '2026-11-23' };
const signed = signedOf(files);
const review = { ...signer, ...signed };

test('A signature covers every file, whatever their order and their line ends', () => {
  expect(signed.hash).toMatch(/^[0-9a-f]{32}$/);
  expect(Object.keys(signed.files)).toEqual(['a.hi.mdx', 'module.yml', 'quiz.yml']);
  expect(signedOf(files.toReversed())).toEqual(signed);
  const windows = files.map(({ path, text }) => ({ path, text: text.replaceAll('\n', '\r\n') }));
  expect(signedOf(windows)).toEqual(signed);
});

test('Signing a module does not change what is signed', () => {
  const text = withReview(MODULE, review);
  expect(text).toBe(`title: { hi: एक, en: One }
review:
  name: "Dr. A: \\"B\\""
  role: "Psychiatrist # 1"
  on: "2026-11-23"
  hash: "${signed.hash}"
  files:
    "a.hi.mdx": "${signed.files['a.hi.mdx']}"
    "module.yml": "${signed.files['module.yml']}"
    "quiz.yml": "${signed.files['quiz.yml']}"
`);
  expect(signedOf([file('module.yml', text), ...files.slice(1)])).toEqual(signed);
});

test('A new signature takes the place of the old one, wherever it stands', () => {
  const other = { ...review, name: 'C' };
  const between = `${withReview(MODULE, review)}minutes: 5\n`;
  const again = withReview(between, other);
  expect(again).toContain('name: "C"');
  expect(again).not.toContain('Dr. A');
  expect(again.endsWith('minutes: 5\n')).toBe(true);
  expect(withReview('title: x\n', other)).toMatch(/^title: x\nreview:\n/);
});

test('A later edit of any file makes a signature stale and names the file', () => {
  expect(reviewState(null, signed)).toBe('unreviewed');
  expect(reviewState(review, signed)).toBe('signed');
  for (const [at, { path, text }] of files.entries()) {
    const now = signedOf(files.with(at, { path, text: text.replace(/^/, 'x: 1\n') }));
    expect(reviewState(review, now)).toBe('changed');
    expect(changesSince(review, now)).toEqual([{ file: path.split('/').pop(), change: 'changed' }]);
  }
});

test('Files that came or went since a signature are named', () => {
  const now = signedOf([...files.slice(0, 2), file('b.cases.yml', 'items: []')]);
  expect(reviewState(review, now)).toBe('changed');
  expect(changesSince(review, now)).toEqual([
    { file: 'b.cases.yml', change: 'new' },
    { file: 'quiz.yml', change: 'gone' },
  ]);
  expect(changesSince({ ...signer, hash: signed.hash }, now)).toEqual([]);
});

test('A door says who signed, and whether the text has changed since', () => {
  const t = (key: string, values = {}) => `${key} ${Object.values(values).join(', ')}`.trim();
  expect(reviewToWords(null, 'unreviewed', t)).toBe('module.unreviewed');
  const said = 'Dr. A: "B", Psychiatrist # 1, 2026-11-23';
  expect(reviewToWords(review, 'signed', t)).toBe(`module.reviewed ${said}`);
  expect(reviewToWords(review, 'changed', t)).toBe(`module.review-changed ${said}`);
});
