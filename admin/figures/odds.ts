/**
 * Do the prizes come as often as the settings said when they were played for? Chance alone makes
 * some difference; this says how much.
 */
import type { PrizeFigures } from '../../shared/schema/admin-api.ts';

export interface Bounds {
  readonly low: number;
  readonly high: number;
}

export type OddsVerdict =
  | { readonly kind: 'no_plays' }
  /** Never to come in the period, such as a prize that only stands in for others. */
  | { readonly kind: 'never_drawn' }
  | { readonly kind: 'expected' | 'more' | 'fewer'; readonly bounds: Bounds };

/** Half of 0.1 %: what lies outside the 99.9 % bounds, on each side. */
const tailMax = 0.0005;
/** Terms this much smaller than the largest change no digit of the sum. */
const negligible = 1e-18;

/** Whether a prize that is on the table did not have its odds of now for the whole period. */
export function hasChanged({ oddsSet, oddsExpected: { low, high } }: PrizeFigures): boolean {
  // A weighted mean of equals may differ from them in its last digits.
  return oddsSet > 0 && Math.max(Math.abs(low - oddsSet), Math.abs(high - oddsSet)) > 1e-9;
}

/** Flags only what chance explains in fewer than 1 of 1,000 periods. */
export function oddsVerdict(
  prize: Pick<PrizeFigures, 'plays' | 'given' | 'oddsExpected'>,
): OddsVerdict {
  if (prize.plays === 0) return { kind: 'no_plays' };
  const { plays, oddsExpected } = prize;
  if (oddsExpected.high === 0) return { kind: 'never_drawn' };
  // Draws at odds that changed spread less than as many at their mean: these bounds hold for both.
  const bounds = {
    low: binomialBounds({ plays, odds: oddsExpected.low }).low,
    high: binomialBounds({ plays, odds: oddsExpected.high }).high,
  };
  if (prize.given > bounds.high) return { kind: 'more', bounds };
  if (prize.given < bounds.low) return { kind: 'fewer', bounds };
  return { kind: 'expected', bounds };
}

/**
 * The equal-tailed acceptance region of the exact binomial test (C. J. Clopper and E. S. Pearson,
 * "The use of confidence or fiducial limits illustrated in the case of the binomial", Biometrika
 * 26, 1934): with X the number given in `plays` independent draws at `odds` (0 to 1), `low` is the
 * largest whole number with P(X < low) ≤ 0.0005 and `high` the smallest with P(X > high) ≤ 0.0005.
 * Exact, so that it also holds for rare prizes, where a normal approximation would flag honest
 * tables. Costs O(√plays).
 */
export function binomialBounds({ plays, odds }: { plays: number; odds: number }): Bounds {
  if (plays <= 0 || odds <= 0) return { low: 0, high: 0 };
  if (odds >= 1) return { low: plays, high: plays };

  const { first, weights } = weightsAroundMode(plays, odds);
  const tail = tailMax * weights.reduce((sum, weight) => sum + weight, 0);
  let low = 0;
  for (let sum = weights[0] ?? 0; sum <= tail; sum += weights[low] ?? Infinity) low += 1;
  let high = weights.length - 1;
  for (let sum = weights[high] ?? 0; sum <= tail; sum += weights[high] ?? Infinity) high -= 1;
  return { low: first + low, high: first + high };
}

/**
 * Probabilities in units of the largest one, from P(k + 1) ÷ P(k) = (n − k) ÷ (k + 1) × p ÷ (1 −
 * p), walked from the mode both ways: no factorial, so nothing overflows at ten million plays.
 */
function weightsAroundMode(plays: number, odds: number): { first: number; weights: number[] } {
  const ratio = odds / (1 - odds);
  const mode = Math.min(plays, Math.floor((plays + 1) * odds));
  const below: number[] = [];
  for (let k = mode, weight = 1; k > 0; k -= 1) {
    weight *= k / (plays - k + 1) / ratio;
    if (weight < negligible) break;
    below.push(weight);
  }
  const above: number[] = [];
  for (let k = mode, weight = 1; k < plays; k += 1) {
    weight *= ((plays - k) / (k + 1)) * ratio;
    if (weight < negligible) break;
    above.push(weight);
  }
  return { first: mode - below.length, weights: [...below.toReversed(), 1, ...above] };
}
