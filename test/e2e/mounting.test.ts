/** Elements that come and go a hundred times: nothing of them stays in the page. */
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../helper/browser.ts';
import { startDemo, type Demo } from '../helper/demo.ts';

const mounts = 100;

let demo: Demo;
let browser: Browser;

beforeAll(async () => {
  demo = await startDemo();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await demo?.close();
});

it.each([
  '<fairground-wheel></fairground-wheel>',
  '<fairground-wheel game="token-wheel"></fairground-wheel>',
  '<fairground-scratch game="foil-ticket"></fairground-scratch>',
  '<fairground-box game="porch-boxes"></fairground-box>',
  '<fairground-check-in></fairground-check-in>',
  '<fairground-leaderboard></fairground-leaderboard>',
  '<fairground-missions></fairground-missions>',
  '<fairground-panel mode="inline"></fairground-panel>',
])('%s leaves no listener, timer or node', async (markup) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await page.addInitScript(countListeners);
  await page.addInitScript(countTimers);
  const attended = page.waitForResponse('**/page.js');
  await page.goto(`${demo.shop.url}/privacy?lang=en`);
  await attended;
  // What comes once a page, such as chunks, style sheets and their first listeners.
  await mountOften(page, markup, 5);
  const before = await stays(page, client);
  await mountOften(page, markup, mounts);
  const after = await stays(page, client);
  expect(after.detached).toEqual(before.detached);
  expect(after.listeners).toEqual(before.listeners);
  expect(after.timers).toEqual(before.timers);
  // The browser's own count of nodes, and of listeners on whatever they are: not one a mount.
  expect(after.nodes - before.nodes).toBeLessThan(mounts);
  expect(after.allListeners - before.allListeners).toBeLessThan(mounts);
  await context.close();
});

/** Each is drawn before it goes; every other one goes and comes again. */
async function mountOften(page: Page, markup: string, times: number): Promise<void> {
  await page.evaluate(
    async ([text, count]) => {
      const frame = (): Promise<number> => new Promise(requestAnimationFrame);
      const holder = document.createElement('div');
      document.querySelector('main')?.append(holder);
      for (let mount = 0; mount < count; mount += 1) {
        // The page's policy allows no markup from strings.
        const parsed = document.createElement(text.slice(1).split(/[ >]/, 1)[0] ?? '');
        for (const [, name = '', value = ''] of text.matchAll(/ ([\w-]+)="([^"]*)"/g)) {
          parsed.setAttribute(name, value);
        }
        holder.append(parsed);
        Reflect.get(window, 'fairground')('near');
        const start = performance.now();
        while (!parsed.shadowRoot?.textContent?.trim()) {
          if (performance.now() - start > 15_000) throw new Error(`never saw ${text}`);
          await frame();
        }
        if (mount % 2) {
          parsed.remove();
          holder.append(parsed);
          await frame();
        }
        parsed.remove();
      }
      holder.remove();
    },
    [markup, times] as const,
  );
}

interface Stays {
  /** Of ours, outside the page and not let go of, by their names. */
  readonly detached: readonly string[];
  /** On what outlives an element, by target and name. */
  readonly listeners: Readonly<Record<string, number>>;
  readonly timers: number;
  readonly nodes: number;
  readonly allListeners: number;
}

async function stays(page: Page, client: CDPSession): Promise<Stays> {
  await client.send('Performance.enable');
  // What was on its way has come, and what ends by itself has ended.
  await page.waitForTimeout(1_500);
  await client.send('HeapProfiler.collectGarbage');
  await page.waitForTimeout(100);
  await client.send('HeapProfiler.collectGarbage');
  const { metrics } = await client.send('Performance.getMetrics');
  const metric = (name: string): number => metrics.find((one) => one.name === name)?.value ?? NaN;
  const { listeners, timers } = await page.evaluate(() => ({
    listeners: Reflect.get(window, 'listenersLeft')(),
    timers: Reflect.get(window, 'timersLeft')(),
  }));
  return {
    detached: await detachedNames(client),
    listeners,
    timers,
    nodes: metric('Nodes'),
    allListeners: metric('JSEventListeners'),
  };
}

async function detachedNames(client: CDPSession): Promise<string[]> {
  const { result } = await client.send('Runtime.evaluate', { expression: 'HTMLElement.prototype' });
  const { objects } = await client.send('Runtime.queryObjects', {
    prototypeObjectId: result.objectId ?? '',
  });
  const named = await client.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    returnByValue: true,
    functionDeclaration: `function () {
      return this.filter((one) => one instanceof HTMLElement && !one.isConnected)
        .map((one) => one.localName).filter((name) => name.startsWith('fairground-')).sort();
    }`,
  });
  await client.send('Runtime.releaseObject', { objectId: objects.objectId ?? '' });
  return named.result.value;
}

/** In the page, before anything of it: those on whatever outlives an element. */
function countListeners(): void {
  const listeners = new Map<string, Set<unknown>>();
  const nameOf = (target: EventTarget): string | null => {
    if (target instanceof Node && target !== document && target !== document.documentElement) {
      return target === document.body ? 'body' : null;
    }
    return target.constructor.name;
  };
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  const of = (target: EventTarget, type: string): Set<unknown> | null => {
    const name = nameOf(target ?? window);
    if (name === null) return null;
    const key = `${name} ${type}`;
    const held = listeners.get(key) ?? new Set();
    listeners.set(key, held);
    return held;
  };
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    of(this, type)?.add(listener);
    const signal = typeof options === 'object' ? options.signal : undefined;
    if (signal) add.call(signal, 'abort', () => of(this, type)?.delete(listener));
    add.call(this ?? window, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    of(this, type)?.delete(listener);
    remove.call(this ?? window, type, listener, options);
  };
  const listenersLeft = (): Record<string, number> =>
    Object.fromEntries([...listeners].map(([name, held]) => [name, held.size]));
  Object.assign(window, { listenersLeft });
}

/** In the page, before anything of it: those that have neither ended nor been cleared. */
function countTimers(): void {
  const timers = new Set<string>();
  const { setTimeout: later, clearTimeout: clear } = window;
  const { setInterval: often, clearInterval: cease } = window;
  const { requestAnimationFrame: draw, cancelAnimationFrame: drop } = window;
  Object.assign(window, {
    timersLeft: () => timers.size,
    setTimeout(act: () => void, ms?: number): number {
      const id = later(() => {
        timers.delete(`timeout ${id}`);
        act();
      }, ms);
      timers.add(`timeout ${id}`);
      return id;
    },
    clearTimeout(id?: number): void {
      timers.delete(`timeout ${id}`);
      clear(id);
    },
    setInterval(act: () => void, ms?: number): number {
      const id = often(act, ms);
      timers.add(`interval ${id}`);
      return id;
    },
    clearInterval(id?: number): void {
      timers.delete(`interval ${id}`);
      cease(id);
    },
    requestAnimationFrame(act: FrameRequestCallback): number {
      const id = draw((now) => {
        timers.delete(`frame ${id}`);
        act(now);
      });
      timers.add(`frame ${id}`);
      return id;
    },
    cancelAnimationFrame(id: number): void {
      timers.delete(`frame ${id}`);
      drop(id);
    },
  });
}
