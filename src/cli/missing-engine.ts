import type { Engine, Undriven } from './browsers.ts';

/** What `npm test` says of an engine in which nothing could be tested. */
export interface MissingEngine {
  /** `no` fails the run; `untested` is said and fails nothing. */
  verdict: 'no' | 'untested';
  note: string;
}

/**
 * Decides what an engine without a browser means. An engine that is installed and cannot be driven fails: whoever
 * reads "not tested" takes it for a machine without that browser, and would never look. So does a missing Chromium,
 * because then nothing has been tested in a browser at all.
 * @param variable the environment variable that names the engine's browser
 * @param undriven the browsers that are installed and did not open a page
 * @param driver who drives them and for which version it is made, such as `Playwright 1.64.1, made for Firefox 157.0`
 */
export function missingEngine(
  engine: Engine,
  variable: string,
  undriven: readonly Undriven[],
  driver: string,
): MissingEngine {
  if (undriven.length === 0) {
    return {
      verdict: engine === 'chromium' ? 'no' : 'untested',
      note: `no ${engine} is on this machine and none could be installed; install one, or name it in ${variable}`,
    };
  }
  const each = undriven.map(
    ({ path, version, reason }) => `${path} (${version || 'version unknown'}) says: ${reason}`,
  );
  return {
    verdict: 'no',
    note: `${engine} is installed and cannot be driven by ${driver}. ${each.join(' · ')}. Install a newer ${engine}, or name one in ${variable}`,
  };
}
