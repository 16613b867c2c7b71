/** How a turning wheel comes to rest, always in the same way. Degrees and ms. */
import { flapperBends } from './wheel-flapper.ts';
import { mod, pegGap } from './wheel-geometry.ts';
import { turnedIn, type Run, type Way, type WheelMotion } from './wheel-motion.ts';

interface Wish {
  /** How far the wheel stands turned, and how far it shall: clockwise, or both in the mirror. */
  readonly from: number;
  readonly target: number;
  readonly run: Run;
  /** Since the push. */
  readonly ranMs: number;
  /** From the push to the rest, as near as whole turns come. */
  readonly spinMs: number;
  readonly brakeMs: number;
  readonly slotCount: number;
}

const spinMs = 4_200;
const brakeMs = 2_600;
const rollBackMs = 900;
/** How it brakes: 2 is even, more is harder first and softer last. */
const power = 2.1;
const sampleMs = 1000 / 90;

/** Runs on, then brakes so that it stands turned by `target`. */
export async function restAt(motion: WheelMotion, target: number): Promise<void> {
  await brake(motion, target, { spinMs, brakeMs });
}

/** Rolls back to where it stood: a play that was not made must not look like a result. */
export async function rollBack(motion: WheelMotion): Promise<void> {
  await brake(motion, motion.angle, { spinMs: 0, brakeMs: rollBackMs });
}

/** Twice, for a win; and all but the slot that won stands in the shade for a while. */
export function blink({ parts }: WheelMotion, slot: number): void {
  const { disc, lamps, slotCount } = parts;
  for (const lamp of lamps) {
    lamp.animate({ opacity: [1, 0.1, 1, 0.1, 1], easing: 'steps(1)' }, 900);
  }
  const step = 360 / slotCount;
  const shade = document.createElement('i');
  shade.style.cssText =
    'position:absolute;inset:9%;border-radius:50%;background:' +
    `conic-gradient(from ${(slot - 0.5) * step}deg,#0000 ${step}deg,#0008 0)`;
  disc.append(shade);
  shade.animate({ opacity: [0, 1, 1, 1, 0] }, 3_000).onfinish = () => shade.remove();
}

async function brake(
  motion: WheelMotion,
  target: number,
  times: Pick<Wish, 'spinMs' | 'brakeMs'>,
): Promise<void> {
  const { moving, now, run, sign } = motion;
  const [running, bending] = moving.splice(0, 2);
  if (!running) return motion.jump(target);
  const { slotCount, disc, flapper } = motion.parts;
  const { turned, ranMs } = now;
  const { angles, durationMs } = wayTo({
    from: turned,
    target: sign * target,
    run,
    ranMs,
    ...times,
    slotCount,
  });
  const rest = mod(target);
  motion.angle = rest;
  disc.style.transform = motion.turn(sign * rest);
  const bends = flapperBends(angles, slotCount);
  const braking = disc.animate({ transform: angles.map((each) => motion.turn(each)) }, durationMs);
  const swinging = flapper.animate(
    { transform: bends.map((each) => motion.bend(each)) },
    (durationMs * (bends.length - 1)) / (angles.length - 1),
  );
  // From this very moment, not from the next frame on: there is no halt between the two.
  braking.startTime = swinging.startTime = document.timeline.currentTime;
  motion.way = { angles, durationMs };
  running.cancel();
  bending?.cancel();
  moving.unshift(braking, swinging);
  // Rejects when somebody does not wait for it; then it stands already.
  await swinging.finished.catch(() => undefined);
  if (motion.moving[0] === braking) motion.jump(rest);
}

/**
 * The way from where it runs to rest, which ends on `target`. It always brakes alike; before, it
 * runs free for as long as it takes to come out there.
 */
export function wayTo(wish: Wish): Way {
  const { from, target, run, ranMs, slotCount } = wish;
  const { speed, pushMs } = run;
  const brakeDeg = (speed * wish.brakeMs) / power;
  const turnMs = 360 / speed;
  const pushedMs = Math.max(pushMs - ranMs, 0);
  const at = (ms: number): number => from + turnedIn(run, ranMs + ms) - turnedIn(run, ranMs);
  const leastMs = pushedMs + mod(target - brakeDeg - at(pushedMs)) / speed;
  const turns = Math.round((wish.spinMs - wish.brakeMs - ranMs - leastMs) / turnMs);
  const freeMs = leastMs + Math.max(turns, 0) * turnMs;
  const durationMs = freeMs + wish.brakeMs;
  const steps = Math.ceil(durationMs / sampleMs);
  const rest = at(freeMs) + brakeDeg;
  const gap = pegGap(slotCount);
  const angles: number[] = [];
  for (let step = 0; step <= steps; step += 1) {
    const ms = durationMs * (step / steps);
    const left = Math.min((durationMs - ms) / wish.brakeMs, 1);
    const smooth = at(Math.min(ms, freeMs)) + brakeDeg * (1 - left ** power);
    // Slow, each peg holds the wheel a little and lets it go.
    const slowness = Math.max(0, 1 - left ** (power - 1) * 4.5) * Math.min(1, left * 12);
    const hold = slowness * 0.13 * gap * Math.sin((2 * Math.PI * (smooth + 180 / slotCount)) / gap);
    angles.push(Math.min(Math.max(smooth - hold, angles.at(-1) ?? from), rest));
  }
  return { angles, durationMs };
}
