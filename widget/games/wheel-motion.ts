/** Turns the wheel on the compositor: a push or a flick, then a free run until it is braked. */
import { bendDegMax, mod, pegGap, slipDeg, touchDeg } from './wheel-geometry.ts';

export interface WheelParts {
  readonly disc: HTMLElement;
  readonly flapper: Element;
  /** Layers of lit bulbs that take turns. */
  readonly lamps: readonly Element[];
  readonly slotCount: number;
}

/** How a wheel runs until it is braked. */
export interface Run {
  /** Degrees a millisecond once the push is over. */
  readonly speed: number;
  /** 0 for a flick, which was pushed by the finger. */
  readonly pushMs: number;
}

/** A way to the rest: angles at even distances in time, in the mirror if so. */
export interface Way {
  readonly angles: readonly number[];
  readonly durationMs: number;
}

const push: Run = { speed: 0.56, pushMs: 250 };
const runMsMax = 120_000;
const flickSpeedMin = 0.36;
const flickSpeedMax = 0.8;

export class WheelMotion {
  readonly parts: WheelParts;
  /** How far the wheel stands turned when nothing moves. */
  angle = 0;
  run = push;
  /** -1 where it was flicked anticlockwise: ways are reckoned clockwise, in a mirror. */
  sign = 1;
  /** Whatever moves: what turns the wheel, then what bends the flapper, then the bulbs. */
  moving: Animation[] = [];
  /** Where it brakes: how. */
  way: Way | undefined;

  constructor(parts: WheelParts) {
    this.parts = parts;
  }

  /** Starts before anybody knows where it ends. `flick`: degrees a millisecond, 0 for a push. */
  push(flick = 0): void {
    const { disc, flapper, lamps, slotCount } = this.parts;
    this.jump(this.angle);
    this.sign = flick < 0 ? -1 : 1;
    const flicked = Math.min(Math.max(Math.abs(flick), flickSpeedMin), flickSpeedMax);
    this.run = flick ? { speed: flicked, pushMs: 0 } : push;
    const { speed, pushMs } = this.run;
    const from = this.sign * this.angle;
    const at = (ms: number): number => from + turnedIn(this.run, ms);
    const gap = pegGap(slotCount);
    const free = 1 - (touchDeg + slipDeg) / gap;
    this.moving = [
      disc.animate(
        [
          // Exactly the parabola of a steady push, so that the free run starts without a jerk.
          { transform: this.turn(from), easing: 'cubic-bezier(.333,0,.667,.333)' },
          { transform: this.turn(at(pushMs)), offset: pushMs / runMsMax },
          { transform: this.turn(at(runMsMax)) },
        ],
        runMsMax,
      ),
      // From one peg that slips off to the next, over and over.
      flapper.animate(
        {
          transform: [bendDegMax, 3, 0, bendDegMax].map((bend) => this.bend(bend)),
          offset: [0, free * 0.6, free, 1],
        },
        {
          // At full speed it would come as far as in the push, in half the time.
          delay: pushMs / 2,
          duration: gap / speed,
          iterations: Infinity,
          iterationStart: mod(from + 180 / slotCount - slipDeg, gap) / gap,
        },
      ),
      ...lamps.map((lamp, turn) =>
        lamp.animate(
          { opacity: [1, 0.12, 0.12], easing: 'steps(1)' },
          { duration: 420, iterations: Infinity, delay: turn * 140 - 420 },
        ),
      ),
    ];
  }

  /** How long it has run since the push, and how far it stands turned now, in the mirror if so. */
  get now(): { ranMs: number; turned: number } {
    const ranMs = Number(this.moving[0]?.currentTime ?? 0);
    return { ranMs, turned: this.sign * this.angle + turnedIn(this.run, ranMs) };
  }

  /** Stands turned by `target` at once. */
  jump(target: number): void {
    for (const animation of this.moving) animation.cancel();
    this.moving = [];
    this.way = undefined;
    this.angle = target;
    this.parts.disc.style.transform = rotate(target);
  }

  turn(degrees: number): string {
    return rotate(this.sign * degrees);
  }

  /** The flapper gives way to the pegs. */
  bend(degrees: number): string {
    return rotate(-this.sign * degrees);
  }
}

/** Degrees from the push on. */
export function turnedIn({ speed, pushMs }: Run, ms: number): number {
  return speed * (ms < pushMs ? ms ** 2 / (2 * pushMs) : ms - pushMs / 2);
}

function rotate(degrees: number): string {
  return `rotate(${degrees.toFixed(2)}deg)`;
}
