/**
 * One visit of the demo shop on a slow phone: the page comes, the panel opens, the wheel turns to a
 * prize, the tabs are looked through. What each press waits for, the longest task that it makes,
 * and all that moves by itself.
 */
import type { Browser } from 'playwright-core';
import { startDemo, sureProgramme } from '../../test/helper/demo.ts';
import { line, median, type Line } from '../line.ts';
import { openPhone, tap, type Span } from './phone.ts';

const slowdown = 4;
const shiftMax = 0.01;
const pressMsMax = 100;
const taskMsMax = 75;
const bound = 'what it may take';

interface Step {
  readonly name: string;
  /** What is pressed; nothing for the page itself. */
  readonly path: readonly string[] | null;
  /** Until all that follows from it is over. */
  readonly restMs: number;
}

const steps: readonly Step[] = [
  // The page's own module comes after three seconds.
  { name: 'the page comes', path: null, restMs: 4_000 },
  { name: 'opening the panel', path: ['fairground-launcher', 'button'], restMs: 2_000 },
  { name: 'the push', path: ['fairground-panel', 'fairground-wheel', '.spin'], restMs: 3_000 },
  { name: 'the skip', path: ['fairground-panel', 'fairground-wheel', '.skip'], restMs: 2_500 },
  ...['home', 'wallet', 'me', 'play'].map((tab) => ({
    name: `the tab “${tab}”`,
    path: ['fairground-panel', `#tab-${tab}`],
    restMs: 1_500,
  })),
  { name: 'closing the panel', path: ['fairground-panel', '.close'], restMs: 1_000 },
];

/** By the name of a step, what it took in each round. */
type Samples = Map<string, { press: number; task: number }[]>;

export async function benchVisit(browser: Browser, rounds: number): Promise<Line[]> {
  const demo = await startDemo(sureProgramme('percent-10', 1_000));
  const samples: Samples = new Map(steps.map(({ name }) => [name, []]));
  const shifts: number[] = [];
  const alone: number[] = [];
  const address = `${demo.shop.url}/?lang=en`;
  try {
    for (let round = 0; round < rounds; round += 1) {
      shifts.push(await visit(browser, address, samples));
      alone.push(await pageAlone(browser, address, `${demo.app.url}/*`));
    }
  } finally {
    await demo.close();
  }
  const at = `at ${slowdown} × slower`;
  const shift = { value: median(shifts), unit: '', digits: 4 };
  const medians = [...samples].map(([name, all]) => ({
    name,
    press: { value: median(all.map(({ press }) => press)), unit: 'ms' },
    task: { value: median(all.map(({ task }) => task)), unit: 'ms' },
  }));
  return [
    line(`layout shift of a visit ${at}`, shift, bound, shiftMax),
    ...medians
      .slice(1)
      .map(({ name, press }) => line(`the frame after ${name} ${at}`, press, bound, pressMsMax)),
    ...medians.map(({ name, task }) =>
      line(`longest task after ${name} ${at}`, task, bound, taskMsMax),
    ),
    ...medians
      .slice(0, 1)
      .map(({ name, task }) =>
        line(`longest task after ${name} ${at}`, task, 'the page without us', median(alone)),
      ),
  ];
}

/** Returns the longest task that the page makes by itself. */
async function pageAlone(browser: Browser, address: string, ours: string): Promise<number> {
  const { page, read, close } = await openPhone(browser, slowdown);
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.setBlockedURLs', { urls: [ours] });
  await page.goto(address);
  await page.waitForTimeout(4_000);
  const { tasks } = await read();
  await close();
  return Math.max(0, ...tasks.map(({ ms }) => ms));
}

/** Returns the layout shift. */
async function visit(browser: Browser, address: string, samples: Samples): Promise<number> {
  const { page, read, close } = await openPhone(browser, slowdown);
  let from = 0;
  await page.goto(address);
  for (const { name, path, restMs } of steps) {
    if (path) await tap(page, path);
    await page.waitForTimeout(restMs);
    const { presses, tasks } = await read();
    const longest = (spans: readonly Span[]): number =>
      Math.max(0, ...spans.filter(({ at }) => at >= from).map(({ ms }) => ms));
    samples.get(name)?.push({ press: longest(presses), task: longest(tasks) });
    from = await page.evaluate(() => performance.now());
  }
  const { shift } = await read();
  await close();
  return shift;
}
