/** Turns the wheel on the compositor: a push at the click, then a free run until it is braked. */

export interface WheelParts {
  readonly disc: HTMLElement;
  readonly flapper: Element;
  /** Layers of lit bulbs that take turns. */
  readonly lamps: readonly Element[];
  readonly slotCount: number;
}

const pushMs = 250;
const runMsMax = 120_000;
/** Degrees a millisecond in the free run. */
export const speed = 0.56;

export class WheelMotion {
  readonly parts: WheelParts;
  /** How far the wheel stands turned when nothing moves. */
  angle = 0;
  /** Whatever moves, the free run first. */
  moving: Animation[] = [];

  constructor(parts: WheelParts) {
    this.parts = parts;
  }

  /** Starts before anybody knows where it ends. */
  push(): void {
    const { disc, flapper, lamps } = this.parts;
    this.jump(this.angle);
    const pushed = this.angle + (speed * pushMs) / 2;
    this.moving = [
      disc.animate(
        [
          // Exactly the parabola of a steady push, so that the free run starts without a jerk.
          { transform: turn(this.angle), easing: 'cubic-bezier(.333,0,.667,.333)' },
          { transform: turn(pushed), offset: pushMs / runMsMax },
          { transform: turn(pushed + speed * (runMsMax - pushMs)) },
        ],
        runMsMax,
      ),
      flapper.animate(
        { transform: [-18, -26, -21, -28].map(turn) },
        { duration: 130, iterations: Infinity, direction: 'alternate' },
      ),
      ...lamps.map((lamp, at) =>
        lamp.animate(
          { opacity: [1, 0.12, 0.12], easing: 'steps(1)' },
          { duration: 420, iterations: Infinity, delay: at * 140 - 420 },
        ),
      ),
    ];
  }

  /** How long it has run since the push, and how far it stands turned now. */
  get now(): { ranMs: number; angle: number } {
    const ranMs = Number(this.moving[0]?.currentTime ?? 0);
    const turned = ranMs < pushMs ? ranMs ** 2 / (2 * pushMs) : ranMs - pushMs / 2;
    return { ranMs, angle: this.angle + speed * turned };
  }

  /** Stands turned by `target` at once. */
  jump(target: number): void {
    for (const animation of this.moving) animation.cancel();
    this.moving = [];
    this.angle = target;
    this.parts.disc.style.transform = turn(target);
  }
}

export function turn(degrees: number): string {
  return `rotate(${degrees.toFixed(2)}deg)`;
}
