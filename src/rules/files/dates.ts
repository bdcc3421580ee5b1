import { staleNumbersProblems } from '../course/own-numbers.ts';
import type { Problem } from '../problem.ts';
import { type Content, ledgerIds, namedIn, yamlAt } from '../reading/content.ts';
import { fieldOf, listOf, type Value } from '../reading/value.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * No source is overdue for another look, no number of an institution was last rung too long ago, and nothing was tested
 * or signed in the future. All of these are warnings: whether they are there depends on the clock alone, and unchanged
 * files must go on being built.
 * @param today the day of the check, such as `2026-11-23`
 */
export function datesProblems(content: Content, today: string): Problem[] {
  return [
    ...overdueSources(content, today),
    ...staleNumbersProblems(content, today),
    ...futureDays(content, today),
  ].map((problem) => ({ ...problem, severity: 'warning' }));
}

function overdueSources(content: Content, today: string): Problem[] {
  return (ledgerIds(content, 'sources') ?? []).flatMap(({ id, entry }) => {
    const day = fieldOf(entry, 'lookAgain');
    if (!day || !DAY.test(day.written) || day.written >= today) return [];
    return {
      ...{ file: 'content/sources.yml', line: day.line, value: day.written },
      message: `The source “${id}” was to be looked at again by ${day.written}.`,
      instead: `Open its address and read whether it still says what the course takes from it. If so, write lookAgain: "${yearLater(today)}"; if not, correct the entry and what rests on it.`,
      why: 'Pages move and numbers change; the course says only what still holds.',
    };
  });
}

function yearLater(today: string): string {
  // The 29th of February has no counterpart a year later.
  return `${Number(today.slice(0, 4)) + 1}${today.slice(4).replace('-02-29', '-02-28')}`;
}

function futureDays(content: Content, today: string): Problem[] {
  const tested = (file: string, entries: readonly Value[]) =>
    entries.map((entry) => ({ file, value: fieldOf(fieldOf(entry, 'tested'), 'on') }));
  const site = yamlAt(content, 'content/site.yml');
  const days = [
    ...tested(
      'content/helplines.yml',
      (ledgerIds(content, 'helplines') ?? []).map(({ entry }) => entry),
    ),
    ...tested(
      'content/site.yml',
      namedIn(listOf(site, 'contacts')).map(({ entry }) => entry),
    ),
    ...[...content.yaml.values()].map(({ path, value }) => ({
      file: path,
      value: fieldOf(fieldOf(value, 'review'), 'on'),
    })),
  ];
  return days.flatMap(({ file, value }) => {
    if (!value || !DAY.test(value.written) || value.written <= today) return [];
    return {
      ...{ file, line: value.line, value: value.written },
      message: `The day ${value.written} is still to come.`,
      instead: `Write the day on which it was done, at the latest on: "${today}"`,
      why: 'A test or a signature tells what has happened.',
    };
  });
}
