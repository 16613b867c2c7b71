/** A demo and a browser for all tests of a file: opened before the first, closed after the last. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser } from './browser.ts';
import { demoProgramme, startDemo, type Demo } from './demo.ts';

export interface DemoVisit {
  readonly demo: Demo;
  readonly browser: Browser;
}

/** Both are there from the first test on. */
export function openDemo(programme = demoProgramme()): DemoVisit {
  let demo: Demo | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    demo = await startDemo(programme);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.close();
  });
  const opened = <Thing>(thing: Thing | undefined): Thing => {
    if (thing === undefined) throw new Error('nothing is open before the first test');
    return thing;
  };
  return {
    get demo() {
      return opened(demo);
    },
    get browser() {
      return opened(browser);
    },
  };
}
