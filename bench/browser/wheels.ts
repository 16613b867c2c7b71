/**
 * Our wheel beside two of npm, each alone on its page: as many slices, as large, and as long in
 * turning. What is counted is the frames that each shows, on a slow processor, and beside a page
 * that keeps it busy.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { startShopPage } from '../../test/helper/shop-page.ts';
import { demoProgramme } from '../../test/helper/demo.ts';
import { line, median, type Line } from '../line.ts';
import { framesPerSecond } from './frames.ts';
import { openPhone } from './phone.ts';

const slowdown = 6;
const framesMin = 58;
const sizePx = 340;

interface Wheel {
  readonly name: string;
  /** What stands on its page; whoever presses `.spin` turns it. */
  readonly body: string;
}

/** Fetched for the bench alone: nothing else here needs them. */
const spinWheel = { name: 'spin-wheel', version: '5.0.2', file: 'dist/spin-wheel-iife.js' };
const luckyCanvas = { name: 'lucky-canvas', version: '1.7.27', file: 'dist/index.umd.js' };

const labels = (demoProgramme().campaigns[0]?.games[0]?.slots ?? []).map(({ prizeId }) => prizeId);

export async function benchWheels(browser: Browser, rounds: number): Promise<Line[]> {
  const wheels: Wheel[] = [
    { name: 'ours', body: '<fairground-wheel></fairground-wheel>' },
    { name: spinWheel.name, body: spinWheelBody(fetchScript(spinWheel)) },
    { name: luckyCanvas.name, body: luckyCanvasBody(fetchScript(luckyCanvas)) },
  ];
  const shop = await startShopPage((app, url, response) => {
    const { searchParams, pathname } = new URL(url, 'http://shop');
    const wheel = wheels.find(({ name }) => pathname === `/${name}`);
    const busy = searchParams.has('busy') ? `<script>(${keepBusy.toString()})()</script>` : '';
    const tag = `<script src="${app.url}/v1/fairground.js" data-site="demo" data-launcher="none">`;
    response.end(
      pageAround(`${wheel?.name === 'ours' ? `${tag}</script>` : ''}${wheel?.body}${busy}`),
    );
  });
  try {
    return [
      ...(await compare(browser, wheels, rounds, (name) => `${shop.origin}/${name}`)),
      ...(await compare(
        browser,
        wheels,
        rounds,
        (name) => `${shop.origin}/${name}?busy`,
        busyName,
      )),
    ];
  } finally {
    await shop.close();
  }
}

const busyName = ', the page busy 150 of every 400 ms';

/** In turns, so that a slow minute of the machine is slow for all. */
async function compare(
  browser: Browser,
  wheels: readonly Wheel[],
  rounds: number,
  addressOf: (name: string) => string,
  condition = '',
): Promise<Line[]> {
  const samples = new Map<string, number[]>(wheels.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, frames] of samples) {
      frames.push(await spinOnce(browser, addressOf(name)));
    }
  }
  const [ours = 0, ...others] = [...samples.values()].map(median);
  const bench = `frames of a turning wheel at ${slowdown} × slower${condition}`;
  return [
    line(bench, { value: ours, unit: '1/s', digits: 1 }, 'what it must show', framesMin),
    ...others.map((frames, at) =>
      line(bench, { value: ours, unit: '1/s', digits: 1 }, wheels[at + 1]?.name ?? '', frames),
    ),
  ];
}

async function spinOnce(browser: Browser, address: string): Promise<number> {
  const phone = await openPhone(browser, slowdown);
  await phone.page.goto(address);
  const spin = phone.page.locator('.spin');
  await spin.waitFor();
  // What a page does after it has come is none of the wheel's.
  await phone.page.waitForTimeout(3_500);
  const frames = await framesPerSecond(browser, phone.page, () => spin.tap());
  await phone.close();
  return frames;
}

function fetchScript({ name, version, file }: typeof spinWheel): string {
  const folder = mkdtempSync(join(tmpdir(), 'fairground-wheels-'));
  try {
    const pack = ['pack', `${name}@${version}`, '--silent', '--pack-destination', folder];
    const archive = execFileSync('npm', pack, { encoding: 'utf8' }).trim();
    execFileSync('tar', ['-xzf', join(folder, archive), '-C', folder]);
    return readFileSync(join(folder, 'package', file), 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function pageAround(body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>A wheel</title>
    <meta name="viewport" content="width=device-width">
    <style>#wheel, fairground-wheel { width: ${sizePx}px; margin: auto }
      #wheel { height: ${sizePx}px }</style>
    ${body}</html>`;
}

function spinWheelBody(script: string): string {
  const items = labels.map((label) => ({ label }));
  return `<div id="wheel"></div><button class="spin">Spin</button><script>${script}</script><script>
    const wheel = new spinWheel.Wheel(document.querySelector('#wheel'), {
      items: ${JSON.stringify(items)}, itemBackgroundColors: ['#c42b3a', '#ffc247', '#1f7a72'],
    });
    document.querySelector('.spin').onclick = () => wheel.spinToItem(0, 4200, true, 6);
  </script>`;
}

function luckyCanvasBody(script: string): string {
  const prizes = labels.map((text, at) => ({
    background: ['#c42b3a', '#ffc247', '#1f7a72'][at % 3],
    fonts: [{ text, top: '15%', fontSize: '12px' }],
  }));
  return `<div id="wheel"></div><button class="spin">Spin</button><script>${script}</script><script>
    const wheel = new LuckyCanvas.LuckyWheel('#wheel', {
      width: '${sizePx}px', height: '${sizePx}px', prizes: ${JSON.stringify(prizes)},
      blocks: [{ padding: '8px', background: '#3a1622' }],
      buttons: [{ radius: '16%', background: '#fbf3e4', pointer: true }],
      defaultConfig: { accelerationTime: 250, decelerationTime: 2600 },
    });
    document.querySelector('.spin').onclick = () => {
      wheel.play();
      setTimeout(() => wheel.stop(0), 1600);
    };
  </script>`;
}

/** In the page: what other scripts of a shop may do. */
function keepBusy(): void {
  setInterval(() => {
    const end = performance.now() + 150;
    while (performance.now() < end);
  }, 400);
}
