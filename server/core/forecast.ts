/** What a campaign is going to cost: by its odds and stock, and by runs that were played. */
import type { PrizeId } from '../../shared/ids.ts';
import type { Programme } from './programme.ts';

/** What one prize costs when many plays are drawn. */
export interface PrizeOdds {
  readonly prizeId: PrizeId;
  /** Of a play of any game of the campaign, 0 to 1. */
  readonly share: number;
  /** Minor units. */
  readonly cost: number;
  readonly stock: number | null;
}

/** The prizes of a campaign whose games are played equally often. */
export function oddsOf({ games, prizes }: Programme, campaignId: string): PrizeOdds[] {
  const tables = [...games.values()].filter(({ campaign }) => campaign.id === campaignId);
  const shares = new Map<PrizeId, number>();
  for (const { game } of tables) {
    const sum = game.slots.reduce((total, { weight }) => total + weight, 0);
    for (const { prizeId, weight } of game.slots) {
      shares.set(prizeId, (shares.get(prizeId) ?? 0) + weight / sum / tables.length);
    }
  }
  return [...shares].map(([prizeId, share]) => {
    const prize = prizes.get(prizeId);
    return { prizeId, share, cost: prize?.cost ?? 0, stock: prize?.stock ?? null };
  });
}

/** Mean and variance of what `plays` draws cost, minor units. */
export function costByOdds(
  odds: readonly PrizeOdds[],
  plays: number,
): { readonly mean: number; readonly variance: number } {
  let [mean, variance] = [0, 0];
  for (const { share, cost, stock } of odds) {
    const given = givenByOdds(plays, share, stock);
    mean += cost * given.mean;
    variance += cost * cost * given.variance;
  }
  return { mean, variance };
}

/** The most that it can cost: every play draws the dearest prize that is left. */
export function costMax(odds: readonly PrizeOdds[], plays: number): number {
  let [left, sum] = [plays, 0];
  for (const { share, cost, stock } of odds.toSorted((a, b) => b.cost - a.cost)) {
    if (share === 0) continue;
    const given = Math.min(left, stock ?? left);
    sum += given * cost;
    left -= given;
  }
  return sum;
}

/** Of min(draws, stock), where the draws of a prize are binomial. */
export function givenByOdds(
  plays: number,
  share: number,
  stock: number | null,
): { readonly mean: number; readonly variance: number } {
  const [mean, variance] = [plays * share, plays * share * (1 - share)];
  const isPlenty = stock === null || stock >= plays || stock > mean + 12 * Math.sqrt(variance) + 12;
  if (isPlenty || share === 0) return { mean, variance };
  if (share === 1) return { mean: stock, variance: 0 };
  // P(draws = k), one from the other by logarithms.
  let log = plays * Math.log1p(-share);
  let [below, first, second] = [0, 0, 0];
  for (let draws = 0; draws < stock; draws += 1) {
    const chance = Math.exp(log);
    below += chance;
    first += chance * draws;
    second += chance * draws * draws;
    log += Math.log((plays - draws) / (draws + 1)) + Math.log(share) - Math.log1p(-share);
  }
  const rest = Math.max(0, 1 - below);
  const expected = first + rest * stock;
  const squared = second + rest * stock * stock;
  return { mean: expected, variance: Math.max(0, squared - expected * expected) };
}

/** Minor units. */
export interface CostForecast {
  /** By the odds and the stock alone. */
  readonly expected: number;
  readonly mean: number;
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
  /** What another run costs, but for 2 in 1,000. */
  readonly band: readonly [low: number, high: number];
  /** What it cannot exceed, or the dearest run where rewards come along with plays. */
  readonly max: number;
}

/**
 * Percentiles come from the runs when there are many, else from their mean and spread. The band is
 * where one more run falls: mean ± reach · spread · √(1 + 1/runs).
 */
export function forecastOf(
  costs: readonly number[],
  odds: readonly PrizeOdds[],
  plays: number,
): CostForecast {
  const byOdds = costByOdds(odds, plays);
  const runs = costs.length;
  const mean = costs.reduce((sum, cost) => sum + cost, 0) / runs;
  const sorted = costs.toSorted((a, b) => a - b);
  const [least, most] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
  const max = Math.max(costMax(odds, plays), most);
  const { spread, reach } = spreadOf(costs, mean, byOdds);
  const percentile = (share: number, z: number): number =>
    runs >= manyRuns ? quantile(sorted, share) : Math.min(max, Math.max(0, mean + z * spread));
  // A prize more or less of the dearest: rare ones do not spread evenly.
  const dearest = Math.max(0, ...odds.map(({ share, cost }) => (share > 0 ? cost : 0)));
  const far = reach * spread * Math.sqrt(1 + 1 / runs) + dearest;
  return {
    expected: Math.round(byOdds.mean),
    mean: Math.round(mean),
    p5: Math.round(percentile(0.05, -1.645)),
    p50: Math.round(quantile(sorted, 0.5)),
    p95: Math.round(percentile(0.95, 1.645)),
    band: [
      Math.floor(Math.max(0, Math.min(mean - far, least))),
      Math.ceil(Math.min(max, Math.max(mean + far, most))),
    ],
    max,
  };
}

const manyRuns = 100;

/**
 * Runs that cost what the odds say spread as the odds say. Where other rules have a say, the runs
 * alone tell the spread, and few of them tell it badly: then Student's t reaches further.
 */
function spreadOf(
  costs: readonly number[],
  mean: number,
  byOdds: { readonly mean: number; readonly variance: number },
): { readonly spread: number; readonly reach: number } {
  const runs = costs.length;
  const squares = costs.reduce((sum, cost) => sum + (cost - mean) ** 2, 0);
  const spreadOfRuns = Math.sqrt(squares / Math.max(1, runs - 1));
  const spread = Math.sqrt(byOdds.variance);
  const isByOdds = Math.abs(mean - byOdds.mean) <= (4 * spread) / Math.sqrt(runs);
  if (isByOdds) return { spread, reach: z999 };
  return { spread: Math.max(spreadOfRuns, spread), reach: studentT(runs - 1) };
}

/** The 99.9th percentile of the normal distribution. */
const z999 = 3.090_232_306;

/** The 99.9th percentile of Student's t; Abramowitz and Stegun, 26.7.5. */
function studentT(degrees: number): number {
  const z = z999;
  const n = Math.max(3, degrees);
  return (
    z +
    (z ** 3 + z) / (4 * n) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * n ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * n ** 3)
  );
}

/** Between the two that are next to it. */
function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return below + (above - below) * (place - Math.floor(place));
}
