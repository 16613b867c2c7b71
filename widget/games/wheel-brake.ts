/** How a turning wheel comes to rest, and what its flapper does meanwhile. Degrees and ms. */
import { pegCount } from './wheel-geometry.ts';
import { speed, turn, type WheelMotion } from './wheel-motion.ts';
import { mod } from './wheel-rest.ts';

interface Way {
  readonly from: number;
  readonly target: number;
  readonly durationMs: number;
  /** How hard it brakes: 2 is even, more is harder first and softer last. */
  readonly power: number;
  readonly slotCount: number;
}

/** From the push to the rest, where the answer comes in time. */
const spinMs = 4_200;
/** However late the answer, the wheel never brakes in less than this. */
const brakeMsMin = 2_400;
const giveUpMs = 1_100;
const sampleMs = 1000 / 90;
const flapperDegMax = 30;

/** Brakes so that it stands turned by `target`, `spinMs` after the push where that is possible. */
export async function restAt(motion: WheelMotion, target: number): Promise<void> {
  await brake(motion, target, Math.max(spinMs - motion.now.ranMs, brakeMsMin), 2.7);
}

/** Rolls back to where it stood: a play that was not made must not look like a result. */
export async function giveUp(motion: WheelMotion): Promise<void> {
  await brake(motion, motion.angle, giveUpMs, 2);
}

/** Twice, for a win. */
export function blink({ parts }: WheelMotion): void {
  for (const lamp of parts.lamps) {
    lamp.animate({ opacity: [1, 0.1, 1, 0.1, 1], easing: 'steps(1)' }, 900);
  }
}

async function brake(
  motion: WheelMotion,
  target: number,
  durationMs: number,
  power: number,
): Promise<void> {
  const [run, flutter, ...chase] = motion.moving;
  if (!run) return motion.jump(target);
  const { slotCount, disc, flapper } = motion.parts;
  const from = motion.now.angle;
  const angles = brakeAngles({ from, target, durationMs, power, slotCount });
  run.cancel();
  flutter?.cancel();
  const rest = mod(target);
  motion.angle = rest;
  disc.style.transform = turn(rest);
  const braking = disc.animate({ transform: angles.map(turn) }, durationMs);
  const bending = flapper.animate(
    { transform: flapperAngles(angles, slotCount).map(turn) },
    durationMs,
  );
  motion.moving = [braking, bending, ...chase];
  // Rejects when somebody does not wait for it; then it stands already.
  await braking.finished.catch(() => undefined);
  if (motion.moving[0] === braking) motion.jump(rest);
}

/** The way from full speed to rest, one angle every sample; ends on `target` exactly. */
export function brakeAngles(way: Way): number[] {
  const { from, target, durationMs, slotCount } = way;
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
