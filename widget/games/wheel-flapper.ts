/** What the flapper of a braking wheel does: bent by a peg, then sprung back. Pure; in degrees. */
import { bendDegMax, mod, pegGap, slipDeg, touchDeg } from './wheel-geometry.ts';

/** It swings out when all else stands. */
const swingSamples = 10;

/** How far a peg holds the flapper of a wheel that stands turned so. */
export function bendAt(angle: number, slotCount: number): number {
  const way = touchDeg + slipDeg;
  const past = mod(angle + 180 / slotCount + touchDeg, pegGap(slotCount));
  return past < way ? (bendDegMax * past) / way : 0;
}

/** At each angle, 90 a second, and some more: it is the last to rest. */
export function flapperBends(angles: readonly number[], slotCount: number): number[] {
  const still = Array<number>(swingSamples).fill(angles.at(-1) ?? 0);
  let bend = 0;
  let pace = 0;
  const bends = [...angles, ...still].map((angle) => {
    pace -= bend * 0.35 + pace * 0.45;
    bend += pace;
    const held = bendAt(angle, slotCount);
    if (held > Math.max(bend, 0)) {
      bend = held;
      pace = 0;
    }
    return bend;
  });
  return [...bends, 0];
}
