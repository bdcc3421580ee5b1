/*
 * The few formulas by which a round is judged. Each says where it comes from; check values from published tables and
 * worked examples are tests.
 */

/**
 * Percent of the maximum possible, 100 × (mean − least) / (most − least).
 * Source: P. Cohen, J. Cohen, L. S. Aiken, S. G. West 1999, The problem of units and the circumstance for POMP,
 * Multivariate Behavioral Research 34, 315–346, https://doi.org/10.1207/S15327906MBR3403_2.
 * @param values at least one, each from `least` to `most`
 */
export function pomp(values: readonly number[], least: number, most: number): number {
  return (100 * (meanOf(values) - least)) / (most - least);
}

/** The mean of some values; NaN where there is none. */
const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * The standard deviation of a sample, with n − 1 below the line.
 * @returns null for fewer than two values, which vary in no way that can be told
 */
function deviationOf(values: readonly number[]): number | null {
  if (values.length < 2) return null;
  const mean = meanOf(values);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}

/** A share with the interval in which the true one lies, as far as 95 of 100 such intervals hold it. */
export interface Share {
  readonly count: number;
  readonly of: number;
  /** `count` of `of`, and both ends of the interval, each from 0 to 1. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** z of a two-sided interval of 95 %. */
const Z = 1.959963984540054;

/**
 * A share with its Wilson score interval of 95 %, which holds for small groups as well.
 * Source: E. B. Wilson 1927, Probable inference, the law of succession, and statistical inference, Journal of the
 * American Statistical Association 22, 209–212, https://doi.org/10.1080/01621459.1927.10502953.
 * @param count whole, from 0 to `of`
 * @param of whole, at least 1
 */
export function wilson(count: number, of: number): Share {
  const share = count / of;
  const middle = share + Z ** 2 / (2 * of);
  const half = Z * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  const whole = 1 + Z ** 2 / of;
  return {
    ...{ count, of, share },
    low: Math.max(0, (middle - half) / whole),
    high: Math.min(1, (middle + half) / whole),
  };
}

/** The change of the same people from before to after. */
export interface PairedChange {
  /** How many people were measured both times. */
  readonly n: number;
  readonly before: number;
  readonly after: number;
  /** Mean and standard deviation of the differences. */
  readonly mean: number;
  readonly sd: number | null;
  /**
   * d_z, mean ÷ standard deviation of the differences. It is not Cohen's d between two groups and not comparable with
   * published values of that. Null for fewer than two people, and where all differences are the same.
   */
  readonly dz: number | null;
}

/**
 * The paired change of some people.
 * Source of d_z: D. Lakens 2013, Calculating and reporting effect sizes, Frontiers in Psychology 4:863,
 * https://doi.org/10.3389/fpsyg.2013.00863.
 * @returns null where nobody was measured both times
 */
export function pairedChange(pairs: readonly (readonly [number, number])[]): PairedChange | null {
  if (pairs.length === 0) return null;
  const differences = pairs.map(([before, after]) => after - before);
  const sd = deviationOf(differences);
  const mean = meanOf(differences);
  // What ought to be the same differs by the last digit of a sum.
  const isSpread = sd !== null && sd > 1e-9;
  return {
    ...{ n: pairs.length, mean, sd },
    before: meanOf(pairs.map(([before]) => before)),
    after: meanOf(pairs.map(([, after]) => after)),
    dz: isSpread ? mean / sd : null,
  };
}
