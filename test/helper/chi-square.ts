/** How likely it is that fair chance deviates as far as what was counted. */

/**
 * The probability that χ² with `freedom` degrees exceeds `statistic`: Q(freedom ÷ 2, statistic ÷
 * 2), the upper regularized incomplete gamma function, by its series and its continued fraction.
 * Source: Press, Teukolsky, Vetterling, Flannery, Numerical Recipes, 3rd edition, §6.2; ln Γ by
 * Lanczos' approximation, §6.1. Relative error below 10⁻¹⁰ for the values of these tests.
 */
export function chiSquareP(statistic: number, freedom: number): number {
  return upperGamma(freedom / 2, statistic / 2);
}

/** Pearson's statistic with what it says: slots that cannot occur must not have occurred. */
export function fitP(counts: readonly number[], weights: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const draws = counts.reduce((sum, count) => sum + count, 0);
  let statistic = 0;
  let freedom = -1;
  for (const [at, weight] of weights.entries()) {
    const count = counts[at] ?? 0;
    if (weight === 0 && count > 0) return 0;
    if (weight === 0) continue;
    const expected = (draws * weight) / total;
    statistic += (count - expected) ** 2 / expected;
    freedom += 1;
  }
  return chiSquareP(statistic, freedom);
}

function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1;
  return x < a + 1 ? 1 - bySeries(a, x) : byFraction(a, x);
}

function bySeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < 10_000 && Math.abs(term) > Math.abs(sum) * 1e-15; n += 1) {
    term *= x / (a + n);
    sum += term;
  }
  return sum * Math.exp(-x + a * Math.log(x) - lnGamma(a));
}

/** Lentz's method. */
function byFraction(a: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < 10_000; n += 1) {
    const factor = -n * (n - a);
    b += 2;
    d = 1 / nonZero(factor * d + b, tiny);
    c = nonZero(b + factor / c, tiny);
    value *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return Math.exp(-x + a * Math.log(x) - lnGamma(a)) * value;
}

function nonZero(value: number, tiny: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}

function lnGamma(x: number): number {
  const coefficients = [
    76.18009172947146, -86.50532032941678, 24.01409824083091, -1.231739572450155,
    0.1208650973866179e-2, -0.5395239384953e-5,
  ];
  const head = x + 5.5 - (x + 0.5) * Math.log(x + 5.5);
  const series = coefficients.reduce(
    (sum, coefficient, at) => sum + coefficient / (x + at + 1),
    1.000000000190015,
  );
  return -head + Math.log((2.5066282746310002 * series) / x);
}
