/** A million draws of each table: what is given is what the weights say. */
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import type { DrawTable } from '../../shared/draw.ts';
import { chiSquareP, fitP } from '../helper/chi-square.ts';
import type { DrawCounts } from './draw-counts-worker.ts';

const draws = 1_000_000;
const pMin = 0.001;
/** Just above 2⁶⁴ ÷ 2049: a total that rejects one number in 2049, nearly the most there is. */
const wide = Number((1n << 64n) / 2049n) + 1;
const part = Math.floor(wide / 8);

const tables: Readonly<Record<string, readonly number[]>> = {
  'two equal slots': [1, 1],
  'a wheel of twelve': [1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233],
  'twenty-four slots at the largest weight': Array.from({ length: 24 }, () => 1_000_000_000),
  'one in a million': [1, 999_999],
  'slots that are switched off': [0, 5, 0, 0, 7, 1, 0],
  'weights so wide that numbers are rejected': [wide - 3 * part, part, 2 * part],
};

/** A thread for each core works through the tables; the tests wait for theirs. */
const counts = new Map<string, Promise<DrawCounts>>();
let turn: Promise<unknown>[] = Array.from({ length: availableParallelism() }, () =>
  Promise.resolve(),
);
for (const [name, weights] of Object.entries(tables)) {
  const [first = Promise.resolve(), ...others] = turn;
  const counted = first.then(() => countInThread(tableOf(weights)));
  counts.set(name, counted);
  turn = [...others, counted];
}

describe('a million draws of', () => {
  it.each(Object.keys(tables))(
    '%s fit its weights, and their numbers are spread evenly',
    async (name) => {
      const { slots, hundredths } = (await counts.get(name))!;
      expect(slots.reduce((sum, count) => sum + count, 0)).toBe(draws);
      expect(fitP(slots, tables[name]!)).toBeGreaterThan(pMin);
      if (tables[name]!.reduce((sum, weight) => sum + weight, 0) < 1_000) return;
      expect(
        fitP(
          hundredths,
          hundredths.map(() => 1),
        ),
      ).toBeGreaterThan(pMin);
    },
    300_000,
  );

  it('the widest table are rejected as often as they must be', async () => {
    const { rejected } = (await counts.get('weights so wide that numbers are rejected'))!;
    const expected = draws / 2049;
    expect(Math.abs(rejected - expected)).toBeLessThan(4 * Math.sqrt(expected));
  }, 300_000);
});

describe('the measure', () => {
  it.each([
    [3.841459, 1, 0.05],
    [10.827566, 1, 0.001],
    [18.307038, 10, 0.05],
    [29.588298, 10, 0.001],
    [124.342113, 100, 0.05],
    [0.554298, 5, 0.99],
  ])('says that χ² of %d with %i degrees of freedom has p = %d', (statistic, freedom, p) => {
    expect(chiSquareP(statistic, freedom)).toBeCloseTo(p, 6);
  });

  it('sees a draw that is off by a third of a percent', () => {
    expect(fitP([501_700, 498_300], [1, 1])).toBeLessThan(pMin);
    expect(fitP([999_999, 1], [1, 0])).toBe(0);
  });
});

function tableOf(weights: readonly number[]): DrawTable {
  return { slots: weights.map((weight, at) => ({ prize: `prize-${at}`, weight })), fallback: 0 };
}

async function countInThread(table: DrawTable): Promise<DrawCounts> {
  const worker = new Worker(new URL('./draw-counts-worker.ts', import.meta.url), {
    workerData: { table, draws },
  });
  const [counted] = (await once(worker, 'message')) as [DrawCounts];
  return counted;
}
