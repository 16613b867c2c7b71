/** A finger or a mouse on the wheel: it follows, and flies off as fast as it was let go. */
import { mod } from './wheel-geometry.ts';
import type { WheelMotion } from './wheel-motion.ts';

/** Degrees a millisecond; slower, it was only moved. */
const speedMin = 0.12;
/** Longer, it was held still before it was let go. */
const heldMs = 100;

/** `letGo` gets degrees a millisecond, less than 0 for anticlockwise. */
export function follow(
  first: PointerEvent,
  motion: WheelMotion,
  letGo: (speed: number) => void,
): void {
  const wheel = first.currentTarget;
  if (!(wheel instanceof HTMLElement)) return;
  const { x, y, width } = wheel.getBoundingClientRect();
  const angleTo = ({ clientX, clientY }: PointerEvent): number =>
    (Math.atan2(clientY - y - width / 2, clientX - x - width / 2) * 180) / Math.PI;
  let last = first;
  let speed = 0;
  wheel.setPointerCapture(first.pointerId);
  const over = new AbortController();
  const { signal } = over;
  const drag = (next: PointerEvent): void => {
    // A key may have spun it meanwhile.
    if (motion.moving.length > 0) return;
    const turned = mod(angleTo(next) - angleTo(last) + 180) - 180;
    speed += (turned / Math.max(next.timeStamp - last.timeStamp, 1) - speed) * 0.5;
    motion.jump(motion.angle + turned);
    last = next;
  };
  const end = ({ type, timeStamp }: PointerEvent): void => {
    over.abort();
    const isFlick = type === 'pointerup' && timeStamp - last.timeStamp < heldMs;
    if (isFlick && Math.abs(speed) > speedMin) letGo(speed);
  };
  wheel.addEventListener('pointermove', drag, { signal });
  wheel.addEventListener('pointerup', end, { signal });
  wheel.addEventListener('pointercancel', end, { signal });
}
