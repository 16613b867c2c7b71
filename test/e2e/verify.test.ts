/** The page on which anybody checks a receipt, as the server sends it, in every language. */
import axe, { type AxeResults } from 'axe-core';
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Receipt } from '../../shared/draw.ts';
import { isRightToLeft, locales, type Locale } from '../../shared/words/locales.ts';
import { fill } from '../../shared/words/phrase.ts';
import { words as english, type VerifyWords } from '../../shared/words/verify/en.ts';
import { launchBrowser } from '../helper/browser.ts';
import { startShopPage, type ShopPage } from '../helper/shop-page.ts';

const vectors = new URL('../vectors/draw.json', import.meta.url);
const { draws }: { draws: { name: string; receipt: Receipt }[] } = JSON.parse(
  readFileSync(vectors, 'utf8'),
);
const receipt = draws[0]!.receipt;
const forged: Receipt = { ...receipt, slot: (receipt.slot + 1) % receipt.table.slots.length };

let shopPage: ShopPage;
let browser: Browser;
const trouble: string[] = [];

beforeAll(async () => {
  shopPage = await startShopPage((_, __, response) => void response.end());
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await shopPage.close();
});

async function visit(rest: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') trouble.push(message.text());
  });
  page.on('pageerror', (error) => trouble.push(error.message));
  await page.goto(`${shopPage.app.url}/verify/${rest}`);
  return page;
}

/** As a link may carry it too: plain, without the widget's shortening. */
function linkOf(one: Receipt): string {
  return encodeURIComponent(JSON.stringify(one));
}

async function wordsOf(locale: Locale): Promise<VerifyWords> {
  const { words }: { words: VerifyWords } = await import(
    `../../shared/words/verify/${locale.toLowerCase()}.ts`
  );
  return words;
}

async function spokenIn(page: Page): Promise<Record<string, string>> {
  await page.waitForFunction(() => document.documentElement.dir !== '');
  return page.evaluate(() => {
    const told = [...document.querySelectorAll<HTMLElement>('[data-say]')];
    return Object.fromEntries(told.map((each) => [each.dataset['say'], each.textContent]));
  });
}

/** What stands between two spaces or hyphens, and begins on one line and ends on another. */
function brokenWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement?.closest('code, bdi, textarea, select, noscript, [hidden]')
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
    );
    const range = document.createRange();
    const broken: string[] = [];
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent ?? '';
      for (const { 0: word, index } of text.matchAll(/[^\s-]+/g)) {
        range.setStart(walker.currentNode, index);
        range.setEnd(walker.currentNode, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1) broken.push(word);
      }
    }
    return broken;
  });
}

describe.each(locales)('in %s', (locale) => {
  it('says all of it in the language that the link asks for', async () => {
    const page = await visit(`?${locale}`);
    const words = await wordsOf(locale);
    for (const [key, text] of Object.entries(await spokenIn(page))) {
      expect(text).toBe(words[key as keyof VerifyWords]);
    }
    const root = await page.evaluate(() => [
      document.documentElement.lang,
      document.documentElement.dir,
      document.title,
    ]);
    const direction = isRightToLeft(locale) ? 'rtl' : 'ltr';
    expect(root).toEqual([locale, direction, `${words.title} · Fairground`]);
    expect(await page.locator('#language').inputValue()).toBe(locale);
    await page.context().close();
  });

  it('tells an honest receipt from a forged one, and from none', async () => {
    const words = await wordsOf(locale);
    const page = await visit(`?${locale}#${linkOf(receipt)}`);
    await page.getByRole('heading', { name: words.allHolds, exact: true }).waitFor();
    expect(await page.locator('#steps h3 span').allTextContents()).toEqual(
      Array.from({ length: 4 }, () => `✓ ${words.holds}`),
    );
    expect(await page.locator('#steps code').first().getAttribute('dir')).toBe('ltr');
    for (const [text, verdict] of [
      [JSON.stringify(forged), words.notAll],
      ['{"version":1}', words.noReceipt],
    ] as const) {
      await page.getByLabel(words.receipt, { exact: true }).fill(text);
      await page.getByRole('button', { name: words.check, exact: true }).click();
      await page.getByRole('heading', { name: verdict, exact: true }).waitFor();
    }
    await page.context().close();
  });

  it('leaves no sentence in another language, whatever the verdict', async () => {
    const words = await wordsOf(locale);
    const numbers = { number: String(receipt.number), total: '100' };
    const ours = Object.values(words).map((each) => fill(each, numbers, { locale, write: String }));
    const known = new Set([...ours, `✓ ${words.holds}`, `✕ ${words.fails}`, 'HMAC-SHA256', '✓']);
    for (const link of [linkOf(receipt), linkOf(forged), 'junk']) {
      const page = await visit(`?${locale}#${link}`);
      await page.locator('#verdict').filter({ hasText: /./ }).waitFor();
      const told = await page.evaluate(() => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (node) =>
          node.parentElement?.closest('code, bdi, option, textarea, noscript, td:last-child')
            ? NodeFilter.FILTER_REJECT
            : NodeFilter.FILTER_ACCEPT,
        );
        const texts: string[] = [];
        while (walker.nextNode()) texts.push((walker.currentNode.textContent ?? '').trim());
        return texts.filter((text) => text !== '');
      });
      expect(told.length).toBeGreaterThan(20);
      expect(told.filter((text) => !known.has(text))).toEqual([]);
      await page.context().close();
    }
  });

  it('fits a narrow screen, and any reader, by day and night', async () => {
    // Colours are the same in all languages; one each way stands for the others by night.
    const schemes = ['light', 'dark'] as const;
    for (const colorScheme of schemes.slice(0, ['en', 'ar'].includes(locale) ? 2 : 1)) {
      const screen = { colorScheme, viewport: { width: 320, height: 640 } };
      const page = await visit(`?${locale}#${linkOf(forged)}`, screen);
      await page.locator('#steps li.fails').first().waitFor();
      await page.locator('#form summary').click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      await page.evaluate(axe.source);
      const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      const options = JSON.stringify({ runOnly: { type: 'tag', values } });
      const { violations } = await page.evaluate<AxeResults>(`axe.run(${options})`);
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      await page.context().close();
    }
  });
});

it('ends a line of Korean between words', async () => {
  const page = await visit(`?ko#${linkOf(forged)}`, { viewport: { width: 360, height: 640 } });
  await page.locator('#steps li.fails').first().waitFor();
  expect(await brokenWords(page)).toEqual([]);
  await page.context().close();
});

it.each(draws)('proves and explains $name', async ({ receipt: each }) => {
  const page = await visit(`?en#${linkOf(each)}`);
  await page.getByRole('heading', { name: english.allHolds }).waitFor();
  for (const told of await page.locator('#steps p, #steps dt').allTextContents()) {
    expect(told).not.toBe('');
  }
  await page.context().close();
});

it('is used with keys alone and in forced colours, and ends at the verdict', async () => {
  const page = await visit('?en', { forcedColors: 'active', reducedMotion: 'reduce' });
  await spokenIn(page);
  await page.getByLabel(english.receipt).focus();
  await page.keyboard.insertText(JSON.stringify(forged));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await page.locator('button').evaluate((button) => button.matches(':focus'))).toBe(true);
  await page.keyboard.press('Enter');
  await page.locator('#result:focus').waitFor();
  // Folded where it holds, open where it does not.
  expect(await page.locator('#steps li.holds details[open]').count()).toBe(0);
  expect(await page.locator('#steps li.fails details[open]').count()).toBe(1);
  expect(await page.locator('tr[aria-current=true] td').first().textContent()).toContain('✓');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.locator('#steps li.holds details[open]').count()).toBe(1);
  await page.context().close();
});

it('tells without scripts what it needs', async () => {
  const page = await visit('', { javaScriptEnabled: false });
  expect(await page.locator('noscript').textContent()).toContain('needs JavaScript');
  await page.getByRole('heading', { name: english.title }).waitFor();
  await page.context().close();
});

it('speaks as the browser does without a wish, and English to all others', async () => {
  for (const [locale, spoken] of [
    ['vi-VN', 'vi'],
    ['zh-CN', 'zh-Hans'],
    ['he-IL', 'he'],
    ['pt-BR', 'en'],
  ] as const) {
    const page = await visit('', { locale });
    await spokenIn(page);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(spoken);
    await page.context().close();
  }
});

it('changes its language with what it has found, and keeps the choice in the address', async () => {
  const page = await visit(`?en#${linkOf(receipt)}`);
  await page.getByRole('heading', { name: english.allHolds }).waitFor();
  await page.locator('#language').selectOption('ar');
  const { allHolds } = await wordsOf('ar');
  await page.getByRole('heading', { name: allHolds }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: allHolds }).waitFor();
  await page.context().close();
});

it('stays English, and checks all the same, when the words do not come', async () => {
  const page = await visit('');
  await page.route('**/assets/vi-*', (route) => route.abort());
  await page.goto(`${shopPage.app.url}/verify/?vi#${linkOf(receipt)}`);
  await page.getByRole('heading', { name: english.allHolds }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  await page.context().close();
  trouble.splice(0);
});

it('runs under its own policy without a complaint', () => {
  expect(trouble).toEqual([]);
});
