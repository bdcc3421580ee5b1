/** How often somebody said that there is something, of cases in which there was, and of cases in which there was not. */
export interface Tally {
  readonly hits: number;
  /** Cases that needed somebody. */
  readonly signals: number;
  readonly falseAlarms: number;
  /** Cases that needed nobody at once. */
  readonly noises: number;
}

/** The measures of signal detection. */
export interface Detection {
  /** H and F, each from 0 to 1 and never quite either, by the log-linear correction. */
  readonly hitRate: number;
  readonly falseAlarmRate: number;
  /** d′: 0 where somebody cannot tell the two apart, 2 and more where they mostly can. */
  readonly sensitivity: number;
  /** c: below 0 for somebody who rather says yes, above 0 for somebody who rather says no. */
  readonly criterion: number;
}

/**
 * Measures how well signals are told from noise, and to which side somebody leans.
 * Source of d′ = z(H) − z(F) and c = −(z(H) + z(F)) / 2: Stanislaw and Todorov 1999, Calculation of signal detection
 * theory measures, Behavior Research Methods 31, 137–149, https://doi.org/10.3758/BF03207704. The correction
 * (k + 0.5) / (n + 1), without which a rate of 0 or 1 has no z: Hautus 1995, Corrections for extreme proportions and
 * their biasing effects on estimated values of d′, Behavior Research Methods 27, 46–51,
 * https://doi.org/10.3758/BF03203619.
 */
export function detection({ hits, signals, falseAlarms, noises }: Tally): Detection {
  const hitRate = (hits + 0.5) / (signals + 1);
  const falseAlarmRate = (falseAlarms + 0.5) / (noises + 1);
  const [h, f] = [inverseNormal(hitRate), inverseNormal(falseAlarmRate)];
  return { hitRate, falseAlarmRate, sensitivity: h - f, criterion: -(h + f) / 2 };
}

const A = [
  -3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2,
  -3.066479806614716e1, 2.506628277459239,
];
const B = [
  -5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1,
  -1.328068155288572e1, 1,
];
const C = [
  -7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734,
  4.374664141464968, 2.938163982698783,
];
const D = [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416, 1];
const polynomial = (coefficients: readonly number[], x: number) =>
  coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);

/**
 * z of a probability: below which value a standard normal variable falls with that probability.
 * Source: P. J. Acklam 2003, An algorithm for computing the inverse normal cumulative distribution function; relative
 * error below 1.15e-9.
 * @param p between 0 and 1, neither included
 */
export function inverseNormal(p: number): number {
  if (p > 0.5) return -inverseNormal(1 - p);
  if (p < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(p));
    return polynomial(C, q) / polynomial(D, q);
  }
  const q = p - 0.5;
  return (polynomial(A, q * q) * q) / polynomial(B, q * q);
}
