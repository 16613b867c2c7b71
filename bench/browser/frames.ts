/**
 * Frames that reached the screen, from the compositor's own trace: what `requestAnimationFrame`
 * counts are frames of the main thread, which a turning wheel does without.
 */
import type { Browser, Page } from 'playwright-core';

/** All within the spin, which takes 4.2 seconds, or as near as whole turns come. */
const fromMs = 200;
const untilMs = 3_800;

interface TraceEvent {
  readonly name: string;
  /** Microseconds. */
  readonly ts: number;
}

/** `push` presses something on the page, with which the wheel starts to turn. */
export async function framesPerSecond(
  browser: Browser,
  page: Page,
  push: () => Promise<void>,
): Promise<number> {
  await page.evaluate(() => {
    addEventListener('click', () => performance.mark('pushed'), { capture: true, once: true });
  });
  await browser.startTracing(page, { categories: ['viz', 'benchmark', 'blink.user_timing'] });
  await push();
  await page.waitForTimeout(untilMs + 500);
  const trace: { traceEvents: TraceEvent[] } = JSON.parse((await browser.stopTracing()).toString());
  const pushed = trace.traceEvents.find(({ name }) => name === 'pushed')?.ts;
  if (pushed === undefined) throw new Error('nobody pushed the wheel');
  const drawn = trace.traceEvents.filter(({ name, ts }) => {
    const ms = (ts - pushed) / 1_000;
    return name === 'DirectRenderer::DrawFrame' && ms >= fromMs && ms < untilMs;
  });
  return drawn.length / ((untilMs - fromMs) / 1_000);
}
