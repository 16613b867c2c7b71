/**
 * What waits for the line: how long until a first spin is possible, and how much later the page's
 * own largest picture stands there because of us.
 */
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../test/helper/browser.ts';
import { startDemo, type Demo } from '../../test/helper/demo.ts';
import { line, median, type Line } from '../line.ts';
import { openPhone } from './phone.ts';
import { openSlowLine } from './slow-line.ts';

const slowdown = 4;
const firstSpinMsMax = 1_500;
const condition = `at 1.6 Mbit/s, 150 ms and ${slowdown} × slower`;

export async function benchLoading(rounds: number): Promise<Line[]> {
  const demo = await startDemo();
  const slowLine = await openSlowLine(demo.app.url, demo.shop.url);
  const browser = await launchBrowser(slowLine.args);
  try {
    return [
      ...(await benchFirstSpin(browser, demo, rounds, slowLine.forgetNames)),
      await benchPaint(browser, demo, rounds),
    ];
  } finally {
    await browser.close();
    slowLine.close();
    await demo.close();
  }
}

async function benchFirstSpin(
  browser: Browser,
  demo: Demo,
  rounds: number,
  forgetNames: () => void,
): Promise<Line[]> {
  const samples = { warm: [] as number[], cold: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    samples.warm.push(await firstSpinMs(browser, demo, true));
    forgetNames();
    samples.cold.push(await firstSpinMs(browser, demo, false));
  }
  return Object.entries(samples).map(([connections, all]) =>
    line(
      `from the tag to the first spin possible ${condition}, connections ${connections}`,
      { value: median(all), unit: 'ms' },
      'what it may take with warm ones',
      firstSpinMsMax,
    ),
  );
}

/** By a link that leads to the wheel. */
async function firstSpinMs(browser: Browser, demo: Demo, isWarm: boolean): Promise<number> {
  const { page, close } = await openPhone(browser, slowdown);
  if (isWarm) {
    // The page before it, of which nothing but the connections is left.
    const attended = page.waitForResponse('**/page.js');
    await page.goto(`${demo.shop.url}/privacy?lang=en`);
    await (await attended).finished();
    const client = await page.context().newCDPSession(page);
    await client.send('Network.clearBrowserCache');
  }
  await page.addInitScript(watchSpin);
  await page.goto(`${demo.shop.url}/?lang=en#fairground=wheel`, { waitUntil: 'commit' });
  await page.waitForFunction(() => Reflect.has(window, 'spinAt'));
  const ms = await page.evaluate((tag) => {
    const asked = performance.getEntriesByName(tag)[0]?.startTime ?? NaN;
    return Number(Reflect.get(window, 'spinAt')) - asked;
  }, `${demo.app.url}/v1/fairground.js`);
  await close();
  return ms;
}

async function benchPaint(browser: Browser, demo: Demo, rounds: number): Promise<Line> {
  const samples = { with: [] as number[], without: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    samples.with.push(await paintMs(browser, demo, []));
    samples.without.push(await paintMs(browser, demo, [`${demo.app.url}/*`]));
  }
  return line(
    `largest contentful paint of the shop ${condition}`,
    { value: median(samples.with), unit: 'ms' },
    'the page without us',
    median(samples.without),
  );
}

async function paintMs(browser: Browser, demo: Demo, urls: string[]): Promise<number> {
  const { page, read, close } = await openPhone(browser, slowdown);
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.setBlockedURLs', { urls });
  await page.goto(`${demo.shop.url}/?lang=en`);
  await page.waitForTimeout(4_000);
  const { paintMs: ms } = await read();
  await close();
  return ms;
}

/** In the page: notes the frame in which the panel is open and its wheel can be pushed. */
function watchSpin(): void {
  const look = (): void => {
    const panel = document.querySelector('fairground-panel')?.shadowRoot;
    const wheel = panel?.querySelector('dialog[open] fairground-wheel')?.shadowRoot;
    if (wheel?.querySelector('.spin')) {
      requestAnimationFrame((spinAt) => Object.assign(window, { spinAt }));
    } else requestAnimationFrame(look);
  };
  look();
}
