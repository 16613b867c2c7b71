/** A campaign played in memory: the rules hold, the seed decides, and the forecast is kept. */
import { describe, expect, it } from 'vitest';
import { forecastOf, oddsOf } from '../../server/core/forecast.ts';
import { compileProgramme, type Programme } from '../../server/core/programme.ts';
import { simulateRun, type SimulatedRun } from '../../server/flow/simulate.ts';
import { prizes, programmeOf, type ProgrammeParts } from '../helper/programme.ts';

const programmeWith = (parts: ProgrammeParts): Programme => compileProgramme(1, programmeOf(parts));

function runOf(parts: ProgrammeParts, plays: number, seed = 'a'): SimulatedRun {
  return simulateRun(programmeWith(parts), { campaignId: 'always', plays, seed });
}

describe('a simulated campaign', () => {
  it('is the same for the same seed, and another for another', () => {
    const [one, same, other] = [runOf({}, 300), runOf({}, 300), runOf({}, 300, 'b')];
    expect([...same.given]).toEqual([...one.given]);
    expect(same.cost).toBe(one.cost);
    expect(other.given).not.toEqual(one.given);
  });

  it('makes every play, whatever limits shoppers have', () => {
    const run = runOf({ game: { limits: { ever: 1 } } }, 300);
    expect(run.played).toBe(300);
    expect(sum(run.given)).toBe(300);
  });

  it('has only players whom the terms of the campaign let in', () => {
    const terms = { regions: ['US-CA', 'VN'], ageMin: 18 };
    expect(runOf({ campaign: { terms } }, 50).played).toBe(50);
  });

  it('lets shoppers pay who play for points', () => {
    expect(runOf({ game: { price: 30 } }, 200).played).toBe(200);
  });

  it('gives no more than there is, and says when the last one went', () => {
    const run = runOf({ prizes: [{ ...prizes.voucher, stock: 10 }] }, 400);
    expect(run.given.get('ten-off')).toBe(10);
    expect(run.soldOutOn.get('ten-off')).toMatch(/^2026-0[1-3]-\d\d$/);
    // Ten points are left to win: nobody is sent away.
    expect([run.played, run.refused.size]).toEqual([400, 0]);
  });

  it('says how many were sent away once nothing is left', () => {
    const slots = [
      { prizeId: 'ten-off', weight: 1 },
      { prizeId: 'nothing', weight: 1 },
    ];
    const run = runOf({ prizes: [{ ...prizes.voucher, stock: 5 }], game: { slots } }, 100);
    expect(run.given.get('ten-off')).toBe(5);
    expect(run.refused.get('sold_out')).toBe(100 - run.played);
    expect(run.played).toBeLessThan(40);
  });

  it('needs codes of the shop without having them', () => {
    const own = { ...prizes.voucher, poolId: 'imported' };
    expect(runOf({ prizes: [own] }, 100).given.get('ten-off')).toBeGreaterThan(5);
  });

  it.each<[string, ProgrammeParts]>([
    ['without a stock', {}],
    ['with a stock that runs out', { prizes: [{ ...prizes.voucher, stock: 200 }] }],
  ])('keeps to its forecast %s', (_name, parts) => {
    const programme = programmeWith(parts);
    const plays = 1_500;
    const runs = [1, 2, 3, 4, 5].map((at) => runOf(parts, plays, `run ${at}`).cost);
    const forecast = forecastOf(runs, oddsOf(programme, 'always'), plays);
    const replay = runOf(parts, plays, 'replay').cost;
    expect(replay).toBeGreaterThanOrEqual(forecast.band[0]);
    expect(replay).toBeLessThanOrEqual(forecast.band[1]);
    // Four standard errors of a mean that the odds give.
    const spread = (forecast.band[1] - forecast.band[0]) / 6;
    expect(Math.abs(forecast.mean - forecast.expected)).toBeLessThan((4 * spread) / Math.sqrt(5));
  });
});

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}
