/** Turns the wheel on the compositor: a push, a free run, and a stop where the server said. */
import { mod, pegCount } from './wheel-geometry.ts';

export interface WheelParts {
  readonly disc: Element;
  readonly flapper: Element;
  /** Layers of lit bulbs that take turns. */
  readonly lamps: readonly Element[];
}

export const spinMs = 4_200;
const pushMs = 250;
/** However late the answer, the wheel never brakes in less than this. */
const brakeMsMin = 2_400;
const giveUpMs = 1_100;
const runMsMax = 120_000;
/** Degrees a millisecond in the free run. */
const speed = 0.56;
const sampleMs = 1000 / 90;
const flapperDegMax = 30;

export class WheelMotion {
  /** How far the wheel stands turned when nothing moves. */
  angle = 0;
  readonly #parts: WheelParts;
  readonly #count: number;
  #run: Animation | undefined;
  #moving: Animation[] = [];
  #chase: Animation[] = [];
  #isBraking = false;

  constructor(parts: WheelParts, slotCount: number) {
    this.#parts = parts;
    this.#count = slotCount;
  }

  /** Starts at the click, before anybody knows where it ends. */
  push(): void {
    this.#stop();
    const pushed = this.angle + (speed * pushMs) / 2;
    const end = pushed + speed * (runMsMax - pushMs);
    this.#run = this.#parts.disc.animate(
      [
        // Exactly the parabola of a steady push, so that the free run starts without a jerk.
        { transform: turn(this.angle), easing: 'cubic-bezier(.333,0,.667,.333)' },
        { transform: turn(pushed), offset: pushMs / runMsMax },
        { transform: turn(end) },
      ],
      { duration: runMsMax, fill: 'forwards' },
    );
    const flutter = [-0.62, -0.86, -0.7, -0.92].map((part) => ({
      transform: turn(part * flapperDegMax),
    }));
    this.#moving = [
      this.#run,
      this.#parts.flapper.animate(flutter, {
        duration: 130,
        iterations: Infinity,
        direction: 'alternate',
      }),
    ];
    this.#chase = this.#parts.lamps.map((lamp, at) =>
      lamp.animate(
        { opacity: [1, 0.12, 0.12], easing: 'steps(1)' },
        { duration: 420, iterations: Infinity, delay: at * 140 - 420 },
      ),
    );
  }

  /** Brakes so that it stands turned by `target`, `spinMs` after the push where that is possible. */
  async rest(target: number): Promise<void> {
    const ran = this.#ranMs();
    await this.#brake(target, Math.max(spinMs - ran, brakeMsMin), 2.7);
  }

  /** Rolls back to where it stood: a play that was not made must not look like a result. */
  async giveUp(): Promise<void> {
    await this.#brake(this.angle, giveUpMs, 2);
  }

  /** Stands turned by `target` at once. */
  jump(target: number): void {
    this.#stop();
    this.angle = target;
    this.#place();
  }

  /** The end of the braking, now. */
  finish(): void {
    if (this.#isBraking) this.jump(this.angle);
  }

  blink(): void {
    for (const lamp of this.#parts.lamps) {
      lamp.animate(
        { opacity: [1, 0.1, 1, 0.1, 1], easing: 'steps(1)' },
        { duration: 900 },
      );
    }
  }

  async #brake(target: number, durationMs: number, power: number): Promise<void> {
    const from = this.#angleNow();
    const angles = brakeAngles({
      from,
      target,
      durationMs,
      power,
      slotCount: this.#count,
    });
    this.#stop(true);
    this.#isBraking = true;
    this.angle = mod(target);
    const timing: KeyframeAnimationOptions = { duration: durationMs, fill: 'forwards' };
    const disc = this.#parts.disc.animate(
      { transform: angles.map(turn) },
      timing,
    );
    const flapper = this.#parts.flapper.animate(
      { transform: flapperAngles(angles, this.#count).map(turn) },
      timing,
    );
    this.#moving = [disc, flapper];
    try {
      await disc.finished;
    } catch {
      return; // Finished early.
    }
    this.#stop();
    this.#place();
  }

  #ranMs(): number {
    return Number(this.#run?.currentTime ?? 0);
  }

  #angleNow(): number {
    const ran = this.#ranMs();
    if (ran < pushMs) return this.angle + (speed * ran * ran) / (2 * pushMs);
    return this.angle + speed * (ran - pushMs / 2);
  }

  #stop(keepsChasing = false): void {
    for (const animation of this.#moving) animation.cancel();
    this.#moving = [];
    this.#run = undefined;
    this.#isBraking = false;
    if (keepsChasing) return;
    for (const animation of this.#chase) animation.cancel();
    this.#chase = [];
  }

  #place(): void {
    const { disc } = this.#parts;
    if (disc instanceof SVGElement || disc instanceof HTMLElement) {
      disc.style.transform = turn(this.angle);
    }
  }
}

/** The way from full speed to rest, one angle every sample; ends on `target` exactly. */
export function brakeAngles(way: {
  from: number;
  target: number;
  durationMs: number;
  power: number;
  slotCount: number;
}): number[] {
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
    const slowness = Math.max(0, 1 - (left ** (power - 1) * 4.5));
    // Slow, each peg holds the wheel a little and lets it go.
    const peg = slowness * Math.min(1, left * 12) * 0.13 * pegGap;
    const angle = smooth - peg * Math.sin((2 * Math.PI * (smooth + pegAt)) / pegGap);
    angles.push(Math.min(Math.max(angle, angles.at(-1) ?? from), from + distance));
  }
  return angles;
}

/** How the flapper bends on each peg that passes, and springs back. */
export function flapperAngles(angles: readonly number[], slotCount: number): number[] {
  const gap = 360 / pegCount(slotCount);
  const offset = 180 / slotCount;
  return angles.map((angle, at) => {
    const pace = (angle - (angles[at - 1] ?? angle)) / gap;
    const phase = mod(((angle + offset) / gap) * 360) / 360;
    const bent = phase > 0.55 ? (phase - 0.55) / 0.45 : phase < 0.12 ? -0.22 * (1 - phase / 0.12) : 0;
    // Too fast to spring back between two pegs, it stays bent and trembles.
    const blur = Math.min(1, pace * 3.2);
    return -flapperDegMax * (bent * (1 - blur) + (0.7 + 0.2 * (at % 2)) * blur);
  });
}

function turn(degrees: number): string {
  return `rotate(${degrees.toFixed(2)}deg)`;
}
