/** The built widget on hostile pages: it looks and works the same, and leaves no trace. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../helper/browser.ts';
import { startShopPage, type ShopPage } from '../helper/shop-page.ts';

let shopPage: ShopPage;
let origin: string;
let browser: Browser;

/** By path: what stands in the head before our tag. */
const heads: Readonly<Record<string, string>> = {
  calm: '',
  'unset styles': '<style>* { all: unset !important; display: block !important }</style>',
  'small root and large layers': `<style>html { font-size: 62.5% }
    * { letter-spacing: 4px; text-transform: uppercase }
    main { position: relative; z-index: 2147483647; background: red; height: 2000px }</style>`,
  'patched prototypes': `<script>
    Array.prototype.toJSON = function () { return '[patched]'; };
    Array.prototype.each = function (act) { for (const one of this) act(one); };
    String.prototype.strip = function () { return this.trim(); };
    Function.prototype.bind = function (self, ...bound) {
      const act = this;
      return function (...rest) { return act.apply(self, [...bound, ...rest]); };
    };</script>`,
  // As it has them up to its last version; the oldest have their own JSON, too.
  'Prototype.js': `<script>
    function copied(list) {
      if (!list) return [];
      if ('toArray' in Object(list)) return list.toArray();
      var length = list.length || 0, copy = new Array(length);
      while (length--) copy[length] = list[length];
      return copy;
    }
    Array.from = copied;
    Object.assign(Array.prototype, {
      toJSON: function () { return '[' + this.join(', ') + ']'; },
      toArray: function () { return [].concat(this); },
      entries: function () { return this.toArray(); },
      map: function (act, self) {
        var made = [];
        this.forEach(function (value, at) { made.push(act.call(self, value, at)); });
        return made;
      },
    });
    HTMLElement.prototype.scrollTo = function () { window.scrollTo(0, 500); return this; };
    </script><style>main { height: 3000px }</style>`,
  'frozen prototypes': `<script>Object.freeze(Array.prototype); Object.freeze(Object.prototype);
    Object.freeze(Promise.prototype);</script>`,
  'a jQuery theme of ten years ago': `<style>
      * { box-sizing: content-box }
      button, input { float: left; width: 100%; margin: 20px; text-shadow: 0 1px #fff }
      dialog, svg { display: none }</style>
    <script src="/jquery.js"></script>
    <script>jQuery(function ($) {
      // A modal that holds the focus, a menu that closes on any click, keys for a slider.
      $(document).on('focusin', function (event) {
        if (!$(event.target).closest('main').length) $('main').attr('tabindex', -1).focus();
      });
      $('body').on('click touchstart', function (event) { event.stopPropagation(); });
      $(document).keydown(function (event) { if (event.which < 41) return false; });
      setInterval(function () { $('*').filter(':visible').width(); }, 250);
    });</script>`,
  'a Google tag': '<script>window.dataLayer = [];</script>',
};

/** What looks another way there, by path. */
const others: Readonly<Record<string, string>> = {
  zoomed: '<style>html { zoom: 1.25 }</style>',
  'zoomed body': '<style>body { zoom: 1.25 }</style>',
  mirrored: '<script>document.dir = "rtl";</script>',
};

/** Where what is fixed stands at the end of the page, not of the window; all ask for a card. */
const holding: Readonly<Record<string, string>> = {
  'a body that is moved': 'body { transform: translateZ(0) }',
  'a body that is filtered': 'body { filter: grayscale(1) }',
  'a body that is contained': 'body { contain: layout }',
  'a page that is moved': 'html { transform: translateZ(0) }',
};

/** What such pages run, by path. */
const scripts: Readonly<Record<string, Buffer>> = {
  'jquery.js': readFileSync(new URL('../../node_modules/jquery/dist/jquery.js', import.meta.url)),
};

beforeAll(async () => {
  shopPage = await startShopPage(({ url: server }, url, response) => {
    const name = decodeURIComponent(url.slice(1));
    if (name in scripts) {
      response.setHeader('content-type', 'text/javascript').end(scripts[name]);
      return;
    }
    const held = holding[name];
    const style = held ? `<style>${held} main { height: 3000px }</style>` : '';
    response.end(`<!doctype html><html lang="en"><meta charset="utf-8"><title>A shop</title>
      <meta name="viewport" content="width=device-width">${heads[name] ?? others[name] ?? style}
      <script src="${server}/v1/fairground.js" data-site="demo"
        data-mode="${held ? 'floating' : 'modal'}"></script>
      <main><h1>A shop</h1><p>Below</p></main></html>`);
  });
  ({ origin } = shopPage);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await shopPage.close();
});

async function visit(name: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const trouble: string[] = [];
    addEventListener('error', (event) => trouble.push(event.message));
    addEventListener('unhandledrejection', (event) => trouble.push(String(event.reason)));
    Object.assign(window, { trouble, names: Object.keys(window) });
  });
  await page.goto(`${origin}/${encodeURIComponent(name)}`);
  return page;
}

/** Opens the panel, plays once, and says how large things stand. */
async function playThrough(page: Page): Promise<Record<string, number | undefined>> {
  await page.locator('fairground-launcher button').click();
  const panel = page.locator('fairground-panel');
  const spin = panel.getByRole('button', { name: 'Spin the wheel' });
  await spin.waitFor();
  await page.waitForTimeout(400);
  const sizes = {
    spin: (await spin.boundingBox())?.height,
    wheel: (await panel.locator('.wheel').boundingBox())?.width,
    booth: (await panel.locator('.booth').boundingBox())?.height,
  };
  // What lies on top is ours, not the page's.
  await spin.click();
  await panel.getByRole('button', { name: 'Skip to the result' }).click();
  await panel.getByText('Draw verified on your device').waitFor();
  await panel.getByRole('tab', { name: 'The fair' }).click();
  await panel.getByRole('heading', { name: 'What you can do now' }).waitFor();
  await panel.getByRole('button', { name: 'The foil ticket 3 plays left' }).click();
  await panel.getByRole('button', { name: 'Scratch the foil' }).click();
  await panel.getByRole('button', { name: 'Skip to the result' }).click();
  await panel.getByText('Draw verified on your device').last().waitFor();
  expect(await page.evaluate(() => scrollY)).toBe(0);
  return sizes;
}

describe('on a page with', () => {
  it.each(Object.keys(heads))('%s', async (name) => {
    const calm = await visit('calm');
    const wanted = await playThrough(calm);
    const page = await visit(name);
    expect(await playThrough(page)).toEqual(wanted);
    expect(await page.evaluate(() => Reflect.get(window, 'trouble'))).toEqual([]);
    await page.context().close();
    await calm.context().close();
  });
});

it('leaves nothing in the page but what it says: one name and two elements', async () => {
  const page = await visit('calm');
  await playThrough(page);
  const left = await page.evaluate(() => {
    const before: string[] = Reflect.get(window, 'names');
    return {
      names: Object.keys(window).filter((name) => !before.includes(name)),
      elements: [...document.body.children].map(({ localName }) => localName),
    };
  });
  // Lit keeps lists of its versions there, for pages with two of them.
  const others = /^(trouble|names|lit.*Versions|reactiveElementVersions|litPropertyMetadata)$/;
  expect(left.names.filter((name) => !others.test(name))).toEqual(['fairground']);
  expect(left.elements.filter((name) => name !== 'main')).toEqual([
    'fairground-launcher',
    'fairground-panel',
  ]);
  await page.context().close();
});

it.each(['zoomed', 'zoomed body'])('stays within the window of a page that is %s', async (name) => {
  for (const viewport of [
    { width: 390, height: 844 },
    { width: 1280, height: 720 },
  ]) {
    const page = await visit(name);
    await page.setViewportSize(viewport);
    await page.locator('fairground-launcher button').click();
    const booth = page.locator('fairground-panel .booth');
    await booth.getByRole('button', { name: 'Spin the wheel' }).waitFor();
    // It rises to its place.
    const isInside = async (): Promise<boolean> => {
      const { x, y, width, height } = (await booth.boundingBox()) ?? new DOMRect(-1);
      const ends = x + width <= viewport.width && y + height <= viewport.height;
      return x >= 0 && y >= 0 && ends;
    };
    await expect.poll(isInside).toBe(true);
    await page.context().close();
  }
});

it.each(Object.keys(holding))('is in view on %s', async (name) => {
  const page = await visit(name);
  const launcher = page.locator('fairground-launcher button');
  const booth = page.locator('fairground-panel .booth');
  const bottom = async (ours: typeof booth): Promise<number> => {
    const { y, height } = (await ours.boundingBox()) ?? new DOMRect(0, Infinity);
    return y + height;
  };
  const scrolled = (): Promise<number> => page.evaluate(() => scrollY);
  await expect.poll(() => bottom(launcher), { timeout: 10_000 }).toBe(828);
  await launcher.click();
  await booth.getByRole('button', { name: 'Spin the wheel' }).waitFor();
  // It covers the page: a card beside it would stand where nobody is.
  await expect.poll(() => bottom(booth)).toBe(844);
  expect(await scrolled()).toBe(0);
  await booth.getByRole('button', { name: 'Close' }).click();
  await page.evaluate(() => scrollTo(0, 700));
  await expect.poll(scrolled).toBe(700);
  expect(await bottom(launcher)).toBe(828);
  await page.context().close();
});

it('says what is so on a page that a browser or an extension translates', async () => {
  const page = await visit('calm');
  // As they do: every text is replaced by an element that holds another one.
  const translate = (): Promise<void> =>
    page.evaluate(() => {
      const all = (root: ParentNode & Node): void => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        const texts: Text[] = [];
        while (walker.nextNode()) {
          if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
        }
        for (const text of texts) {
          if (!text.data.trim() || text.parentElement?.closest('font,style,script')) continue;
          const outer = document.createElement('font');
          const inner = outer.appendChild(document.createElement('font'));
          inner.textContent = `«${text.data}»`;
          text.replaceWith(outer);
        }
        for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) all(shadowRoot);
      };
      all(document);
    });
  await page.locator('fairground-launcher button').click();
  const panel = page.locator('fairground-panel');
  const say = panel.locator('.foot .say').first();
  const spin = panel.locator('.spin');
  await spin.waitFor();
  await translate();
  await expect.poll(() => say.textContent()).toMatch(/^«3 spins left/);
  await spin.click();
  await expect.poll(() => say.textContent()).toBe('Turning…');
  await translate();
  await panel.getByRole('button', { name: 'Skip to the result' }).click();
  await panel.locator('.result').waitFor();
  await panel.getByText('Draw verified on your device').waitFor();
  expect(await page.evaluate(() => Reflect.get(window, 'trouble'))).toEqual([]);
  await page.context().close();
});

it('stands on the side of its launcher where the page is written from right to left', async () => {
  const page = await visit('mirrored');
  await page.setViewportSize({ width: 1280, height: 720 });
  const launcher = page.locator('fairground-launcher button');
  await launcher.click();
  const booth = page.locator('fairground-panel .booth');
  await booth.getByRole('button', { name: 'Spin the wheel' }).waitFor();
  for (const ours of [launcher, booth]) {
    expect((await ours.boundingBox())?.x).toBeLessThan(100);
  }
  await page.context().close();
});

it('says nothing and breaks nothing in a sandboxed frame without an origin', async () => {
  const page = await visit('calm');
  await page.evaluate((address) => {
    const frame = document.createElement('iframe');
    frame.sandbox.add('allow-scripts');
    frame.src = address;
    document.body.append(frame);
  }, `${origin}/framed`);
  const inside = page.frameLocator('iframe');
  await inside.locator('fairground-launcher button').click();
  const said = inside.locator('fairground-panel .say').first();
  await expect.poll(() => said.textContent()).toMatch(/not at home on this page/);
  await page.context().close();
});
