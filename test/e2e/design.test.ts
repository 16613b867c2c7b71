/** The design page: it opens without a complaint, and nothing of the widget is missing from it. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readElements } from '../../scripts/elements/read.ts';
import { themes } from '../../shared/themes.ts';
import { launchBrowser } from '../helper/browser.ts';
import { startDesign, type Design } from '../helper/design.ts';

let design: Design;
let browser: Browser;

beforeAll(async () => {
  design = await startDesign(0);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await design.close();
});

/** Complaints of the page land in the list. */
async function open(query = ''): Promise<{ page: Page; complaints: string[] }> {
  const complaints: string[] = [];
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(design.url + query);
  await page.locator('.scene').first().waitFor();
  return { page, complaints };
}

/** Presses every chip of every scene; answers the tags that were seen, in any tree. */
async function seeAll(page: Page): Promise<Set<string>> {
  const seen = new Set<string>();
  for (const id of await page.locator('.scene').evaluateAll((all) => all.map((one) => one.id))) {
    const chips = page.locator(`[id="${id}"] .chips button`);
    const names = await chips.evaluateAll((all) =>
      all.map((one) => (one as HTMLElement).dataset['state'] ?? ''),
    );
    for (const name of names) {
      await page.evaluate(
        ([scene, state]) =>
          document
            .getElementById(scene ?? '')
            ?.querySelector<HTMLElement>(`.chips [data-state="${state}"]`)
            ?.click(),
        [id, name],
      );
      await page.locator(`[id="${id}"] .pair[data-shows="${name}"]`).waitFor();
      for (const tag of await page.evaluate(tagsHere)) seen.add(tag);
    }
  }
  return seen;
}

/** In the page and the frames on it. */
function tagsHere(): string[] {
  const walk = (root: ParentNode): string[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      ...(element.localName.startsWith('fairground-') ? [element.localName] : []),
      ...(element.shadowRoot ? walk(element.shadowRoot) : []),
      ...(element instanceof HTMLIFrameElement && element.contentDocument
        ? walk(element.contentDocument)
        : []),
    ]);
  return walk(document);
}

describe('the design page', () => {
  it('shows six themes and every element in every state, and complains of nothing', async () => {
    const { page, complaints } = await open();
    const shown = await page
      .locator('.palette')
      .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['theme']));
    expect(shown).toEqual([...themes]);
    expect(await page.locator('.palette td', { hasText: '✗' }).count()).toBe(0);
    const seen = await seeAll(page);
    const missing = readElements().filter(({ tagName }) => !seen.has(tagName));
    expect(missing.map(({ tagName }) => tagName)).toEqual([]);
    // The launcher is drawn by the built loader, when its frame is near.
    await page.locator('iframe.launcher').scrollIntoViewIfNeeded();
    await page.frameLocator('iframe.launcher').locator('fairground-launcher').waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  }, 300_000);

  it('turns to another language, direction, theme and to less motion by its address', async () => {
    const { page, complaints } = await open('?locale=ar&still=&left=tet&right=market');
    await page.locator('#prize-wheel').scrollIntoViewIfNeeded();
    await page.locator('#prize-wheel .pair[data-shows=ready]').waitFor();
    const wheel = page.locator('#prize-wheel fairground-wheel').first();
    expect(await wheel.getAttribute('dir')).toBe('rtl');
    expect(await wheel.getAttribute('theme')).toBe('tet');
    expect(await wheel.getAttribute('still')).toBe('');
    expect(await page.locator('[role=switch][aria-checked=true]').count()).toBe(2);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('fits a phone', async () => {
    const { page } = await open();
    await page.setViewportSize({ width: 320, height: 700 });
    await page.locator('#home').scrollIntoViewIfNeeded();
    await page.locator('#home .pair[data-shows=ready]').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await page.close();
  });
});
