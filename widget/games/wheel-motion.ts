/** Turns the wheel on the compositor: a push, a free run, and a stop where the server said. */
import { mod } from './wheel-geometry.ts';
import type { brake } from './wheel-brake.ts';

export interface WheelParts {
  readonly disc: HTMLElement;
  readonly flapper: Element;
  /** Layers of lit bulbs that take turns. */
  readonly lamps: readonly Element[];
  readonly slotCount: number;
}

/** From the push to the rest, where the answer comes in time. */
const spinMs = 4_200;
const pushMs = 250;
/** However late the answer, the wheel never brakes in less than this. */
const brakeMsMin = 2_400;
const giveUpMs = 1_100;
const runMsMax = 120_000;
/** Degrees a millisecond in the free run. */
const speed = 0.56;

export class WheelMotion {
  /** How far the wheel stands turned when nothing moves. */
  angle = 0;
  readonly #parts: WheelParts;
  #run: Animation | undefined;
  #brakes: Animation[] = [];
  #chase: Animation[] = [];

  constructor(parts: WheelParts) {
    this.#parts = parts;
  }

  /** Starts at the click, before anybody knows where it ends. */
  push(): void {
    this.jump(this.angle);
    const pushed = this.angle + (speed * pushMs) / 2;
    this.#run = this.#parts.disc.animate(
      [
        // Exactly the parabola of a steady push, so that the free run starts without a jerk.
        { transform: turn(this.angle), easing: 'cubic-bezier(.333,0,.667,.333)' },
        { transform: turn(pushed), offset: pushMs / runMsMax },
        { transform: turn(pushed + speed * (runMsMax - pushMs)) },
      ],
      runMsMax,
    );
    this.#chase = [
      this.#parts.flapper.animate(
        { transform: [-18, -26, -21, -28].map(turn) },
        { duration: 130, iterations: Infinity, direction: 'alternate' },
      ),
      ...this.#parts.lamps.map((lamp, at) =>
        lamp.animate(
          { opacity: [1, 0.12, 0.12], easing: 'steps(1)' },
          { duration: 420, iterations: Infinity, delay: at * 140 - 420 },
        ),
      ),
    ];
  }

  /** Brakes so that it stands turned by `target`, `spinMs` after the push where that is possible. */
  async rest(target: number, by: typeof brake): Promise<void> {
    const ran = Number(this.#run?.currentTime ?? 0);
    await this.#stop(target, Math.max(spinMs - ran, brakeMsMin), 2.7, by);
  }

  /** Rolls back to where it stood: a play that was not made must not look like a result. */
  async giveUp(by: typeof brake): Promise<void> {
    await this.#stop(this.angle, giveUpMs, 2, by);
  }

  /** Stands turned by `target` at once. */
  jump(target: number): void {
    for (const animation of [...this.#brakes, ...this.#chase]) animation.cancel();
    this.#run?.cancel();
    this.#run = undefined;
    this.#brakes = [];
    this.#chase = [];
    this.angle = target;
    this.#parts.disc.style.transform = turn(target);
  }

  /** The end of the braking, now. */
  finish(): void {
    if (this.#brakes.length > 0) this.jump(this.angle);
  }

  /** Twice, for a win. */
  blink(): void {
    for (const lamp of this.#parts.lamps) {
      lamp.animate({ opacity: [1, 0.1, 1, 0.1, 1], easing: 'steps(1)' }, 900);
    }
  }

  async #stop(target: number, durationMs: number, power: number, by: typeof brake): Promise<void> {
    if (!this.#run) return this.jump(target);
    const { slotCount, disc, flapper } = this.#parts;
    const ran = Number(this.#run.currentTime ?? 0);
    const turned = speed * (ran < pushMs ? (ran * ran) / (2 * pushMs) : ran - pushMs / 2);
    const frames = by({ from: this.angle + turned, target, speed, durationMs, power, slotCount });
    this.#run.cancel();
    this.#run = undefined;
    this.angle = mod(target);
    disc.style.transform = turn(target);
    this.#brakes = [
      disc.animate({ transform: frames.disc.map(turn) }, durationMs),
      flapper.animate({ transform: frames.flapper.map(turn) }, durationMs),
    ];
    // Rejects when it is finished early; either way it stands.
    await this.#brakes[0]?.finished.catch(() => undefined);
    if (this.#brakes.length > 0) this.jump(this.angle);
  }
}

function turn(degrees: number): string {
  return `rotate(${degrees.toFixed(2)}deg)`;
}
