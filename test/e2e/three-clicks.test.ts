/** The demo shop shows it all: a visitor reaches every game and view within three clicks. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tabs, views } from '../../shared/views.ts';
import { launchBrowser } from '../helper/browser.ts';
import { demoProgramme, startDemo, type Demo } from '../helper/demo.ts';

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
  ['a phone', { width: 390, height: 844 }],
  ['a desk', { width: 1280, height: 800 }],
])('on %s', async (_name, viewport) => {
  const page = await browser.newPage({ viewport });
  await page.goto(`${demo.shop.url}/?lang=en`);
  await page.locator('fairground-launcher button').click();
  const places = [await placeOf(page)];
  const ways = page.locator('fairground-panel .view').getByRole('button');
  for (const view of tabs) {
    const tab = page.locator(`fairground-panel #tab-${view}`);
    await tab.click();
    places.push(await placeOf(page));
    // What stands behind a game is reached from the games themselves.
    if (view === 'play') continue;
    await ways.nth(1).waitFor();
    // The games are asked for one after the other, and may move the rows once.
    if (view === 'home') await page.getByText('Sign in to the shop to use this.').waitFor();
    for (let at = 0; at < (await ways.count()); at += 1) {
      await ways.nth(at).click();
      places.push(await placeOf(page));
      await tab.click();
      await ways.nth(1).waitFor();
    }
  }
  const games = demoProgramme().campaigns.flatMap((campaign) => campaign.games);
  expect(new Set(places.map(({ view }) => view))).toEqual(new Set(views));
  expect(new Set(places.flatMap(({ gameId }) => gameId ?? []))).toEqual(
    new Set(games.map(({ id }) => id)),
  );
});

async function placeOf(page: Page): Promise<{ view: string; gameId?: string }> {
  return page
    .locator('fairground-panel')
    .evaluate((panel: HTMLElement & { place?: { view: string; gameId?: string } }) => {
      if (!panel.place) throw new Error('the panel is nowhere');
      return panel.place;
    });
}
