/** The demo shop shows it all: a visitor reaches every game and view within three clicks. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { tabs, views } from '../../shared/views.ts';
import { openDemo } from '../helper/demo-visit.ts';
import { demoProgramme } from '../helper/demo.ts';

const visit = openDemo();

it.each([
  ['a phone', { width: 390, height: 844 }],
  ['a desk', { width: 1280, height: 800 }],
])('on %s', async (_name, viewport) => {
  const page = await visit.browser.newPage({ viewport });
  await page.goto(`${visit.demo.shop.url}/?lang=en`);
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
