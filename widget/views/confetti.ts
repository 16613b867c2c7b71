/** A handful of paper tickets, thrown up for a prize: they fall behind it, and are gone. */
import { range } from '../../shared/range.ts';
import { enamelOf } from '../games/wheel-geometry.ts';

const count = 24;
/** Two bites out of the sides. */
const ticket = 'polygon(0 0,100% 0,88% 50%,100% 100%,0 100%,12% 50%)';

/** Over `scene` and all around it in the game, and over nothing else of the page. */
export async function throwConfetti(scene: Element): Promise<void> {
  const layer = document.createElement('div');
  layer.className = 'confetti';
  layer.style.cssText =
    'position:absolute;inset:0;overflow:clip;pointer-events:none;forced-color-adjust:none';
  // Not inside of the scene: a wheel is cut round.
  scene.after(layer);
  const { width, height } = layer.getBoundingClientRect();
  const flights = range(count).map((at) => {
    const piece = document.createElement('i');
    const size = 20 + (at % 3) * 4;
    // The margin of its paper sets it off from a wheel of the same colours.
    piece.style.cssText =
      `position:absolute;inset:62% 50% auto;inline-size:${size}px;block-size:${size * 0.62}px;` +
      `border:2px solid #fff6e0;background:${enamelOf(at, count)[0]};clip-path:${ticket}`;
    layer.append(piece);
    return fly(piece, { width, height, aside: (at + 0.5) / count - 0.5 }).finished;
  });
  await Promise.allSettled(flights);
  layer.remove();
}

interface Room {
  readonly width: number;
  readonly height: number;
  /** From -0.5 at one side to 0.5 at the other. */
  readonly aside: number;
}

/** Up like thrown, down like paper. */
function fly(piece: HTMLElement, { width, height, aside }: Room): Animation {
  const across = width * aside * (0.75 + Math.random() * 0.3);
  const up = height * (0.28 + Math.random() * 0.34) * (1 - Math.abs(aside) * 0.5);
  const tumble = 240 + Math.random() * 420;
  const at = (x: number, y: number, turned: number): string =>
    `translate(${x}px,${y}px) rotate3d(.6,1,.3,${turned}deg) rotate(${turned / 3}deg)`;
  return piece.animate(
    [
      { transform: `${at(0, 0, 0)} scale(.3)`, easing: 'cubic-bezier(.15,.7,.5,1)' },
      {
        transform: at(across * 0.7, -up, tumble),
        offset: 0.35,
        easing: 'cubic-bezier(.4,0,.8,.7)',
      },
      { transform: at(across, height * 0.35, tumble * 2.3), opacity: 0 },
    ],
    { duration: 1_500 + Math.random() * 600, fill: 'both' },
  );
}
