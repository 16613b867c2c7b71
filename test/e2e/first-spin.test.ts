/** What a shopper's phone fetches before the first spin is possible, on the real demo shop. */
import type { Page, Response } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openDemo } from '../helper/demo-visit.ts';

const bytesMax = 20_000;
const requestsMax = 3;

const visit = openDemo();

describe('before the first spin', () => {
  it.each(['vi', 'en'])('a phone fetches at most 20 KB in 3 requests (%s)', async (language) => {
    const page = await visit.browser.newPage({ viewport: { width: 390, height: 844 } });
    const fetched: Response[] = [];
    page.on('response', (response) => {
      if (response.url().startsWith(visit.demo.app.url)) fetched.push(response);
    });
    await page.goto(`${visit.demo.shop.url}/privacy?lang=${language}`);
    await openPanel(page);
    const bodies = await Promise.all(fetched.map(bodyBytes));
    expect(bodies.length).toBeLessThanOrEqual(requestsMax);
    expect(bodies.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(bytesMax);
    await page.close();
  });
});

/** As a shopper does: by the launcher. Ready when the spin button can be pressed. */
async function openPanel(page: Page): Promise<void> {
  await page.evaluate(() => {
    const call: unknown = Reflect.get(window, 'fairground');
    if (typeof call === 'function') call('open');
  });
  await page.getByRole('button', { name: /^(Quay ngay|Spin)/ }).waitFor();
}

/** Of the body as it went over the wire. */
async function bodyBytes(response: Response): Promise<number> {
  return (await response.request().sizes()).responseBodySize;
}
