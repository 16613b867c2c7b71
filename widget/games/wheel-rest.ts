/** Where a wheel rests: a place in the slot that only depends on the play. Pure; in degrees. */
import type { PlayReply } from '../../shared/schema/shopper-api.ts';
import { mod, pegGap } from './wheel-geometry.ts';

/** How far the wheel stands turned when a play has been settled. */
export function angleOf({ slot, receipt }: PlayReply): number {
  const { number, index, table } = receipt;
  return restAngle(slot, table.slots.length, chanceFrom(number, index));
}

/**
 * How far the wheel stands turned when the flapper points into `slot`. `chance` (0 ≤ chance < 1)
 * says where in its middle 60 %; no peg touches the flapper then.
 */
export function restAngle(slot: number, count: number, chance: number): number {
  const step = 360 / count;
  const gap = pegGap(count);
  let within = (0.2 + 0.6 * chance) * step;
  const toPeg = within - Math.round(within / gap) * gap;
  const clear = Math.max(gap * 0.22, 4.8);
  if (Math.abs(toPeg) < clear) within += (toPeg < 0 ? -clear : clear) - toPeg;
  within = Math.min(Math.max(within, 0.2 * step), 0.8 * step);
  return mod(step / 2 - slot * step - within);
}

/** The slot under the flapper when the wheel stands turned by `angle`. */
export function slotUnder(angle: number, count: number): number {
  const step = 360 / count;
  return Math.floor(mod(step / 2 - angle) / step) % count;
}

/** A number from 0 up to 1 that only depends on the play, so that nobody chose where it rests. */
export function chanceFrom(number: number, index: number): number {
  // Multiplicative hashing (Knuth): neighbours fall far apart.
  return (Math.imul(number ^ (index << 16), 2_654_435_761) >>> 0) / 2 ** 32;
}
