/** The demo shop with us on it: nothing moves as we come, and hardly anything as a prize does. */
import { expect, it } from 'vitest';
import { openDemo } from '../helper/demo-visit.ts';
import { sureProgramme } from '../helper/demo.ts';

/** In all of a visit, presses and what follows them included. */
const shiftMax = 0.01;

const visit = openDemo(sureProgramme('percent-10', 10));

it.each([
  ['phone', { width: 390, height: 844 }],
  ['desk', { width: 1_280, height: 800 }],
])('on a %s the page stays where it is', async (_, viewport) => {
  const context = await visit.browser.newContext({ viewport, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push(Reflect.get(entry, 'value'));
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const attended = page.waitForResponse('**/page.js');
  await page.goto(`${visit.demo.shop.url}/?lang=en`);
  const wheel = page.locator('main fairground-wheel');
  await wheel.scrollIntoViewIfNeeded();
  const spin = wheel.getByRole('button', { name: /^Spin/ });
  await spin.waitFor();
  await page.waitForTimeout(500);
  const shifts = (): Promise<number[]> => page.evaluate(() => Reflect.get(window, 'shifts'));
  expect(await shifts()).toEqual([]);
  await spin.click();
  await wheel.getByText('Draw verified on your device').waitFor();
  await page.getByRole('button', { name: 'Open the prize wheel' }).click();
  await page.locator('fairground-panel').getByRole('tab', { name: 'You' }).click();
  await page.keyboard.press('Escape');
  await attended;
  await page.waitForTimeout(500);
  const shift = (await shifts()).reduce((sum, value) => sum + value, 0);
  expect(shift).toBeLessThanOrEqual(shiftMax);
  await context.close();
});
