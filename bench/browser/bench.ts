/** The widget in a real browser: what a shopper on a cheap phone waits for, and sees. */
import { launchBrowser } from '../../test/helper/browser.ts';
import type { Line } from '../line.ts';
import { benchLoading } from './loading.ts';
import { benchVisit } from './visit.ts';
import { benchWheels } from './wheels.ts';

export async function benchBrowser(rounds: number): Promise<Line[]> {
  const browser = await launchBrowser();
  try {
    return [
      ...(await benchVisit(browser, rounds)),
      ...(await benchWheels(browser, rounds)),
      ...(await benchLoading(rounds)),
    ];
  } finally {
    await browser.close();
  }
}
