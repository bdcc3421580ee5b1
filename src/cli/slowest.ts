import type { JSONReportSuite } from '@playwright/test/reporter';

const COUNT = 10;

/**
 * The ten tests of a run that took longest, longest first, one line each: seconds, file and title.
 */
export function slowestTests(suites: readonly JSONReportSuite[]): string[] {
  return suites
    .flatMap(timesOf)
    .toSorted((a, b) => b.seconds - a.seconds)
    .slice(0, COUNT)
    .map(({ seconds, place }) => `${seconds.toFixed(1).padStart(7)} s  ${place}`);
}

function timesOf({ specs, suites = [] }: JSONReportSuite): { seconds: number; place: string }[] {
  const own = specs.map(({ file, title, tests }) => {
    const results = tests.flatMap((test) => test.results);
    const milliseconds = results.reduce((sum, { duration }) => sum + duration, 0);
    return { seconds: milliseconds / 1000, place: `${file} › ${title}` };
  });
  return [...own, ...suites.flatMap(timesOf)];
}
