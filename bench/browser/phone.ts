/** A cheap phone: a small screen, fingers, and a processor that is some times slower than ours. */
import type { Browser, Page } from 'playwright-core';

export interface Phone {
  readonly page: Page;
  /** What the page's own observers have seen so far. */
  readonly read: () => Promise<Readings>;
  readonly close: () => Promise<void>;
}

export interface Readings {
  /** All layout shifts that no press caused, added up: never less than CLS. */
  readonly shift: number;
  /** The largest contentful paint, milliseconds. */
  readonly paintMs: number;
  /** From a press to the frame that answers it; what takes less than 16 ms is not told. */
  readonly presses: readonly Span[];
  /** Tasks of more than 50 ms. */
  readonly tasks: readonly Span[];
}

export interface Span {
  readonly at: number;
  readonly ms: number;
}

/** Nothing in its cache, nobody known. `slowdown`: of the page's main thread. */
export async function openPhone(browser: Browser, slowdown: number): Promise<Phone> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    locale: 'en',
  });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(observe);
  return {
    page,
    read: () => page.evaluate(() => Reflect.get(window, 'readings')),
    close: () => context.close(),
  };
}

/**
 * A finger on what is found there, each selector within the shadow root of the one before. Without
 * the selectors of Playwright, whose scripts would be among the page's longest tasks.
 */
export async function tap(page: Page, path: readonly string[]): Promise<void> {
  const { x, y } = await page.evaluate((selectors) => {
    let root: ParentNode | null | undefined = document;
    let found: Element | null | undefined;
    for (const selector of selectors) {
      found = root?.querySelector(selector);
      root = found?.shadowRoot;
    }
    const { left = NaN, top = NaN, width = 0, height = 0 } = found?.getBoundingClientRect() ?? {};
    return { x: left + width / 2, y: top + height / 2 };
  }, path);
  await page.touchscreen.tap(x, y);
}

/** In the page, before anything of it. */
function observe(): void {
  const presses: Span[] = [];
  const tasks: Span[] = [];
  const readings = { shift: 0, paintMs: 0, presses, tasks };
  Object.assign(window, { readings });
  const watch = (
    init: PerformanceObserverInit & { durationThreshold?: number },
    take: (entry: PerformanceEntry) => void,
  ): void => {
    const observer = new PerformanceObserver((list) => list.getEntries().forEach(take));
    observer.observe({ buffered: true, ...init });
  };
  watch({ type: 'layout-shift' }, (entry) => {
    if (!Reflect.get(entry, 'hadRecentInput')) readings.shift += Reflect.get(entry, 'value');
  });
  watch({ type: 'largest-contentful-paint' }, (entry) => {
    readings.paintMs = entry.startTime;
  });
  watch({ type: 'event', durationThreshold: 16 }, (entry) => {
    const { startTime: at, duration: ms } = entry;
    if (Reflect.get(entry, 'interactionId')) presses.push({ at, ms });
  });
  watch({ type: 'longtask' }, ({ startTime: at, duration: ms }) => tasks.push({ at, ms }));
}
