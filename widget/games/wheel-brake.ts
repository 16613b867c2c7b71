/** How a turning wheel comes to rest, and what its flapper does meanwhile. Pure; degrees and ms. */
import { mod, pegCount } from './wheel-geometry.ts';

export interface Way {
  readonly from: number;
  readonly target: number;
  /** Degrees a millisecond at the start. */
  readonly speed: number;
  readonly durationMs: number;
  /** How hard it brakes: 2 is even, more is harder first and softer last. */
  readonly power: number;
  readonly slotCount: number;
}

const sampleMs = 1000 / 90;
const flapperDegMax = 30;

/** Keyframes for disc and flapper, evenly spread over the way. */
export function brake(way: Way): { disc: number[]; flapper: number[] } {
  const disc = brakeAngles(way);
  return { disc, flapper: flapperAngles(disc, way.slotCount) };
}

/** The way from full speed to rest, one angle every sample; ends on `target` exactly. */
export function brakeAngles(way: Way): number[] {
  const { from, target, speed, durationMs, slotCount } = way;
  const pegGap = 360 / pegCount(slotCount);
  const pegAt = 180 / slotCount;
  // At power n the way is speed × duration ÷ n; take the whole turns that come nearest.
  const wanted = (speed * durationMs) / way.power;
  const rest = mod(target - from);
  const distance = rest + 360 * Math.max(Math.round((wanted - rest) / 360), rest < 90 ? 1 : 0);
  const power = Math.max((speed * durationMs) / distance, 1.15);
  const steps = Math.ceil(durationMs / sampleMs);
  const angles: number[] = [];
  for (let step = 0; step <= steps; step += 1) {
    const left = 1 - step / steps;
    const smooth = from + distance * (1 - left ** power);
    const slowness = Math.max(0, 1 - left ** (power - 1) * 4.5);
    // Slow, each peg holds the wheel a little and lets it go.
    const hold = slowness * Math.min(1, left * 12) * 0.13 * pegGap;
    const angle = smooth - hold * Math.sin((2 * Math.PI * (smooth + pegAt)) / pegGap);
    angles.push(Math.min(Math.max(angle, angles.at(-1) ?? from), from + distance));
  }
  return angles;
}

/** How the flapper bends on each peg that passes, and springs back. */
export function flapperAngles(angles: readonly number[], slotCount: number): number[] {
  const gap = 360 / pegCount(slotCount);
  const pegAt = 180 / slotCount;
  return angles.map((angle, at) => {
    const pace = (angle - (angles[at - 1] ?? angle)) / gap;
    const phase = mod(((angle + pegAt) / gap) * 360) / 360;
    const sprung = phase < 0.12 ? -0.22 * (1 - phase / 0.12) : 0;
    const bent = phase > 0.55 ? (phase - 0.55) / 0.45 : sprung;
    // Too fast to spring back between two pegs, it stays bent and trembles.
    const blur = at === angles.length - 1 ? 0 : Math.min(1, pace * 3.2);
    return -flapperDegMax * (bent * (1 - blur) + (0.7 + 0.2 * (at % 2)) * blur);
  });
}
