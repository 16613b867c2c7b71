/** A count that rolls from what it was to what it is: points are brass, and brass has weight. */
import { hasReducedMotion } from './fair-element.ts';

const rollMs = 700;

/**
 * Leaves the element with the text of `to`, whatever comes between. Its last child is that text;
 * what lit remembers around it stays.
 */
export function roll(
  element: Element,
  { from, to }: { readonly from: number; readonly to: number },
  write: (value: number) => string,
): void {
  const text = element.lastChild;
  if (from === to || hasReducedMotion() || !(text instanceof Text)) return;
  const start = performance.now();
  const step = (now: number): void => {
    const part = Math.min(Math.max((now - start) / rollMs, 0), 1);
    text.data = write(Math.round(from + (to - from) * (1 - (1 - part) ** 3)));
    if (part < 1 && text.isConnected) requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}
