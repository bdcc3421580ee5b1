import { expect, test } from '@playwright/test';
import { problemsWith } from './tiny-scene.ts';

const FILE = 'content/modules/ask/tea.scenario.yml';
const WHY =
  '  Why: An ending tells what the run was. An adult or a call that it invents teaches that somebody else sees to it.';
const END = 'text: { hi: फ़ोन हुआ।, en: The call was made. }';
const ofEndings = (problems: readonly string[]) =>
  problems.filter((problem) => problem.endsWith(WHY));

test('An ending that names an adult whom nobody called is found, with a run that shows it', () => {
  const ended = [END, `text: { hi: नीरज सर जागे हैं।, en: "Neeraj sir sits up with her." }`] as const;
  expect(ofEndings(problemsWith(ended))).toEqual([
    `${FILE}:142
  The ending “s01” names “Neeraj”, whom nobody has named after c01, c04, c07, c09, c12.
  Say what this run holds, or give the line a condition under which “Neeraj” was called, and write another line for the other runs.
${WHY}`,
  ]);
});

test('An adult whom every run to the ending has called may be named there', () => {
  const door = problemsWith(
    [END, 'text: { hi: मैम हैं।, en: "Neeraj sir is up with her." }'],
    [
      "says: [{ id: r01, text: { hi: थक गई हूँ।, en: I'm tired. } }]",
      'says: [{ id: r01, text: { hi: थक गई हूँ।, en: "I\'m tired. Neeraj sir is here." } }]',
    ],
  );
  expect(ofEndings(door)).toEqual([]);
});

test('A word with a capital at the beginning of a sentence is no name', () => {
  const ended = [END, 'text: { hi: मैम हैं।, en: "Drink ma\'am brought." }'] as const;
  expect(ofEndings(problemsWith(ended))).toEqual([]);
});

test('An ending that tells of an act which the run does not hold is found in each language', () => {
  const ended = [
    END,
    'text: { hi: आने वालों ने बात की।, en: "Those who came spoke with her." }',
  ] as const;
  const told = (written: string) => `${FILE}:142
  The ending “s01” says “${written}”, and “emergencyRung” does not hold after c01, c04, c07, c09, c12.
  Give the line the condition when: emergencyRung, or say what this run holds.
${WHY}`;
  expect(ofEndings(problemsWith(ended))).toEqual([told('आने वालों'), told('Those who came')]);
});
