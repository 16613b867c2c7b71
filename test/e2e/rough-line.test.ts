/** What goes wrong on the way of a shopper: lost chunks, a second tab, a phone on its side. */
import type { BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { sureProgramme } from '../helper/demo.ts';
import { openDemo } from '../helper/demo-visit.ts';

const visit = openDemo(sureProgramme('percent-10', 1_000));
const phone = { viewport: { width: 390, height: 844 } };
let context: BrowserContext;

afterEach(() => context.close());

async function openShop(path = '/cart', options: BrowserContextOptions = phone): Promise<Page> {
  context = await visit.browser.newContext(options);
  return openTab(path);
}

async function openTab(path = '/cart'): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${visit.demo.shop.url}${path}?lang=en`);
  await page.locator('fairground-launcher button').click();
  await inPanel(page, '.spin').waitFor();
  return page;
}

function inPanel(page: Page, selector: string): Locator {
  return page.locator(`fairground-panel ${selector}`);
}

async function spinToEnd(page: Page): Promise<void> {
  await inPanel(page, '.spin').click();
  await inPanel(page, '.foot .skip').click();
  await inPanel(page, '.result').waitFor();
}

describe('a part of the widget that did not arrive', () => {
  async function losing(page: Page, part: string): Promise<void> {
    await page.route(`**/${part}-*.js`, (route) => route.abort('connectionreset'), { times: 1 });
  }

  it('is asked for again with the next push', async () => {
    const page = await openShop();
    await losing(page, 'more');
    await inPanel(page, '.spin').click();
    await inPanel(page, '.say').getByText('We cannot reach the fair').waitFor();
    await inPanel(page, '.foot button').first().click();
    await spinToEnd(page);
  });

  it('is asked for again when the server was just starting', async () => {
    const page = await openShop();
    await page.route('**/more-*.js', (route) => route.fulfill({ status: 503, body: 'no' }), {
      times: 1,
    });
    await inPanel(page, '.spin').click();
    await inPanel(page, '.say').getByText('We cannot reach the fair').waitFor();
    await inPanel(page, '.foot button').first().click();
    await spinToEnd(page);
  });

  it('is asked for again when the line is back', async () => {
    const page = await openShop();
    await context.setOffline(true);
    await inPanel(page, '.spin').click();
    await inPanel(page, '.say').getByText('We cannot reach the fair').waitFor();
    await context.setOffline(false);
    await inPanel(page, '.foot button').first().click();
    await spinToEnd(page);
  });

  it('is asked for again when its tab is pressed again', async () => {
    const page = await openShop();
    await spinToEnd(page);
    await losing(page, 'further');
    await inPanel(page, '#tab-me').click();
    const way = page.getByRole('button', { name: 'Fair play' });
    await way.click();
    await inPanel(page, '#tab-me').click();
    await way.click();
    await page.getByRole('heading', { name: 'The odds' }).waitFor();
  });

  it('is the panel itself', async () => {
    context = await visit.browser.newContext(phone);
    const page = await context.newPage();
    await page.goto(`${visit.demo.shop.url}/cart?lang=en`);
    await page.locator('fairground-launcher').waitFor();
    await context.setOffline(true);
    await page.locator('fairground-launcher button').click();
    await context.setOffline(false);
    await page.locator('fairground-launcher button').click();
    await inPanel(page, '.spin').waitFor();
  });
});

it('a play that lost its line ends on the wheel that was pushed, not on another', async () => {
  const page = await openShop('/');
  await spinToEnd(page);
  await page.getByRole('button', { name: 'Spin again' }).first().click();
  await inPanel(page, '.foot .skip').click();
  await inPanel(page, '.result').waitFor();
  await page.route('**/shopper.play*', (route) => route.abort('connectionreset'));
  await page.getByRole('button', { name: 'Spin again' }).first().click();
  await inPanel(page, '.say').getByText('We lost the line').waitFor({ timeout: 30_000 });
  await page.unroute('**/shopper.play*');
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await inPanel(page, '.result').getByText('From your last spin here').waitFor();
});

it('a play that was left in mid-turn is shown to whoever is back, and paid once', async () => {
  const page = await openShop();
  const answered = page.waitForResponse('**/shopper.play*');
  await inPanel(page, '.spin').click();
  await (await answered).finished();
  await page.reload();
  await page.locator('fairground-launcher button').click();
  await inPanel(page, '.result').getByText('From your last spin here').waitFor();
  await inPanel(page, '#tab-wallet').click();
  await expect.poll(() => inPanel(page, 'fairground-wallet fairground-ticket').count()).toBe(1);
  await page.reload();
  await page.locator('fairground-launcher button').click();
  await inPanel(page, '.spin').waitFor();
});

it('the wallet says nothing of a win before the wheel does', async () => {
  const page = await openShop();
  await spinToEnd(page);
  const answered = page.waitForResponse('**/shopper.play*');
  await page.getByRole('button', { name: 'Spin again' }).click();
  await inPanel(page, '.foot .skip').waitFor();
  await (await answered).finished();
  await inPanel(page, '#tab-wallet').click();
  const tickets = inPanel(page, 'fairground-wallet fairground-ticket');
  await tickets.first().waitFor();
  expect(await tickets.count()).toBe(1);
  await expect.poll(() => tickets.count()).toBe(2);
});

it('a second tab leaves what a wheel turns for to the first', async () => {
  const other = await openShop();
  const page = await openTab();
  const sent: string[] = [];
  other.on('request', (request) => sent.push(request.url()));
  const played = page.waitForResponse('**/shopper.play*');
  await inPanel(page, '.spin').click();
  await played;
  await other.evaluate(() => dispatchEvent(new Event('online')));
  await other.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
  expect(sent.filter((url) => url.includes('shopper.play'))).toEqual([]);
  await inPanel(page, '.result').waitFor();
  expect(await inPanel(other, '.result').count()).toBe(0);
});

it('a second tab hears what was won in the first', async () => {
  const first = await openShop();
  const second = await openTab();
  await spinToEnd(second);
  await inPanel(second, '#tab-wallet').click();
  await expect.poll(() => inPanel(second, 'fairground-wallet fairground-ticket').count()).toBe(1);
  await spinToEnd(first);
  await expect.poll(() => inPanel(second, 'fairground-wallet fairground-ticket').count()).toBe(2);
});

it('what is scrolled in the panel, by wheel or finger, leaves the page where it is', async () => {
  const page = await openShop('/', { ...phone, hasTouch: true, isMobile: true });
  const client = await context.newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number, y?: number) =>
    client.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: y === undefined ? [] : [{ x, y }],
    });
  await inPanel(page, '#tab-home').click();
  await inPanel(page, 'fairground-home .row').first().waitFor();
  for (const part of ['header', '.view', '.tabs']) {
    const { x, y, width, height } = (await inPanel(page, part).boundingBox()) ?? new DOMRect();
    // Beside the buttons, and twice: at the end of what scrolls, too.
    const [left, top] = [x + width / 2, y + height / 2];
    await page.mouse.move(left, top);
    for (const _ of [1, 2]) {
      await page.mouse.wheel(0, 3_000);
      await touch('touchStart', left, top);
      for (let step = 1; step <= 10; step += 1) await touch('touchMove', left, top - step * 30);
      await touch('touchEnd', left);
    }
  }
  const view = inPanel(page, '.view');
  await expect.poll(() => view.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0);
  // The ground around the panel, too.
  await page.mouse.move(10, 10);
  await page.mouse.wheel(0, 300);
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

describe('on a phone on its side', () => {
  it.each([
    [844, 390],
    [667, 375],
    [568, 320],
  ])('of %i × %i pixels the wheel is large, and all that was won can be seen', async (...size) => {
    const [width, height] = size;
    const page = await openShop('/cart', { viewport: { width, height } });
    const wheel = await inPanel(page, '.wheel').boundingBox();
    expect(wheel?.width).toBeGreaterThan(height / 2);
    await spinToEnd(page);
    const view = await inPanel(page, '.view').boundingBox();
    const say = await inPanel(page, '.result .say').boundingBox();
    if (!view || !say || !wheel) throw new Error('nothing is drawn');
    expect(say.y).toBeGreaterThanOrEqual(view.y);
    expect(say.x).toBeGreaterThanOrEqual(wheel.x + wheel.width);
    const again = page.getByRole('button', { name: 'Spin again' });
    await again.scrollIntoViewIfNeeded();
    const button = await again.boundingBox();
    expect(button && button.y + button.height).toBeLessThanOrEqual(view.y + view.height);
  });
});

it('on a page that is enlarged fourfold, all that was won can be scrolled to', async () => {
  const page = await openShop('/cart', { viewport: { width: 320, height: 256 } });
  await spinToEnd(page);
  const say = inPanel(page, '.result .say');
  const isSeen = async (): Promise<boolean> => {
    await say.evaluate((element) => element.scrollIntoView());
    const view = await inPanel(page, '.view').boundingBox();
    const box = await say.boundingBox();
    if (!view || !box) throw new Error('nothing is drawn');
    return box.y >= view.y && box.y + box.height <= view.y + view.height;
  };
  // Once it has risen to its place.
  await expect.poll(isSeen).toBe(true);
});
