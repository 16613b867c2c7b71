/** A handful of paper tickets, thrown up for a prize: they fall behind it, and are gone. */
import { range } from '../../shared/range.ts';

const count = 24;
const colours = ['#fff6e0', 'var(--fairground-accent)', '#ffc247', '#6fd8b8', '#f2e6cf'];
/** Two bites out of the sides. */
const ticket = 'polygon(0 0,100% 0,100% 32%,86% 50%,100% 68%,100% 100%,0 100%,0 68%,14% 50%,0 32%)';

/** Within `scene`, and over nothing else of the page. */
export async function throwConfetti(scene: Element): Promise<void> {
  const layer = document.createElement('div');
  layer.ariaHidden = 'true';
  layer.className = 'confetti';
  Object.assign(layer.style, {
    position: 'absolute',
    inset: '0',
    overflow: 'clip',
    pointerEvents: 'none',
    forcedColorAdjust: 'none',
  });
  const { width, height } = scene.getBoundingClientRect();
  const flights = range(count).map((at) => {
    const piece = document.createElement('i');
    const size = 14 + (at % 3) * 4;
    Object.assign(piece.style, {
      position: 'absolute',
      insetInlineStart: '50%',
      insetBlockStart: `${height * 0.62}px`,
      inlineSize: `${size}px`,
      blockSize: `${size * 0.62}px`,
      background: colours[at % colours.length],
      clipPath: ticket,
    });
    layer.append(piece);
    return { piece, at };
  });
  scene.append(layer);
  const flown = flights.map(
    ({ piece, at }) => fly(piece, { width, height, aside: (at + 0.5) / count - 0.5 }).finished,
  );
  await Promise.allSettled(flown);
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
    `translate(${x}px, ${y}px) rotate3d(.6, 1, .3, ${turned}deg) rotate(${turned / 3}deg)`;
  return piece.animate(
    [
      { transform: `${at(0, 0, 0)} scale(.3)`, easing: 'cubic-bezier(.15,.7,.5,1)' },
      { transform: at(across * 0.7, -up, tumble), opacity: 1, easing: 'cubic-bezier(.4,0,.8,.7)' },
      { transform: at(across, height * 0.32, tumble * 2.2), opacity: 0.6 },
      { transform: at(across, height * 0.38, tumble * 2.4), opacity: 0 },
    ],
    { duration: 1_500 + Math.random() * 600, fill: 'both' },
  );
}
