/**
 * `npm run screenshots`: every view and state of the widget on the demo shop, on a phone and a
 * desk, light and dark, in English, Vietnamese and Arabic, and of the design page, into
 * `screenshots/`. Words after it choose: `-- ticket phone`, and another language: `-- th`.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { views } from '../shared/views.ts';
import { locales } from '../shared/words/locales.ts';
import { launchBrowser } from '../test/helper/browser.ts';
import { demoProgramme, startDemo, sureProgramme } from '../test/helper/demo.ts';
import { startDesign } from '../test/helper/design.ts';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('../shared/words/phrase.ts').Phrases} Phrases */
/** @typedef {{ page: Page, say: Record<'spin' | 'skip' | 'again', string> }} Visit */
/**
 * `prize`: the only one that the wheel gives, for real.
 *
 * @typedef {{
 *   name: string,
 *   prize?: string,
 *   path?: string,
 *   go: (visit: Visit) => Promise<void>,
 * }} Scene
 */

const folder = join(import.meta.dirname, '../screenshots');
const wanted = process.argv.slice(2);

const sizes = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 800 } };
const schemes = /** @type {const} */ (['light', 'dark']);

const playTab = 1;
const walletTab = 2;

const asked = locales.filter((locale) => wanted.includes(locale));
const languages = asked.length > 0 ? asked : /** @type {const} */ (['en', 'vi', 'ar']);

/**
 * What stands on the buttons that are pressed here, by language.
 *
 * @type {Map<string, Visit['say']>}
 */
const words = new Map();
for (const language of languages) words.set(language, await buttonsIn(language));

/** @param {string} language */
async function buttonsIn(language) {
  const { spin, skip } = await sentences('first', language);
  const { again } = await sentences('more', language);
  return { spin: plain(spin), skip: plain(skip), again: plain(again) };
}

/** @param {string} set @param {string} language @returns {Promise<Phrases>} */
async function sentences(set, language) {
  const file = await import(`../shared/words/${set}/${language.toLowerCase()}.ts`);
  return file.words;
}

/** @param {string} language */
function sayIn(language) {
  const say = words.get(language);
  if (!say) throw new Error(`no words in ${language}`);
  return say;
}

/** @param {import('../shared/words/phrase.ts').Phrase | undefined} phrase */
function plain(phrase) {
  if (typeof phrase !== 'string') throw new Error('not a sentence that stands as it is');
  return phrase;
}

/**
 * In the page, before any script of its own: the tag gets its language.
 *
 * @param {string} language
 */
const askFor = (language) => `new MutationObserver(() => {
  const tag = document.querySelector('script[data-site]');
  if (tag) tag.dataset.locale = '${language}';
}).observe(document, { childList: true, subtree: true });`;

/** Places that need nothing done before; the wheel and the wallet have scenes of their own. */
const places = [
  'foil-ticket',
  'porch-boxes',
  ...views.filter((view) => view !== 'play' && view !== 'wallet'),
];

/** @type {Scene[]} */
const scenes = [
  ...places.map((place) => ({
    name: place,
    path: `/#fairground=${place}`,
    go: (/** @type {Visit} */ { page }) => settle(page, 1_800),
  })),
  { name: 'launcher', go: async () => {} },
  { name: 'inline', path: '/#wheel', go: ({ page }) => settle(page, 700) },
  { name: 'before', go: openPanel },
  {
    name: 'turning',
    async go(visit) {
      await openPanel(visit);
      await button(visit, visit.say.spin).click();
      await settle(visit.page, 1_500);
    },
  },
  { name: 'ticket', prize: 'percent-10', go: spin },
  {
    name: 'torn',
    prize: 'amount-50k',
    async go(visit) {
      await spin(visit);
      await visit.page.locator('fairground-wheel .stub').click();
      await visit.page.locator('fairground-wheel .copy').waitFor();
    },
  },
  { name: 'points', prize: 'points-200', go: spin },
  { name: 'free-play', prize: 'free-play', go: spin },
  { name: 'loss', prize: 'nothing', go: spin },
  {
    name: 'limit',
    prize: 'nothing',
    async go(visit) {
      await spin(visit);
      await button(visit, visit.say.again).click();
      await button(visit, visit.say.skip).click();
      await visit.page.locator('fairground-panel .spin').waitFor({ state: 'detached' });
      await visit.page.locator('fairground-panel fairground-mark .verified').waitFor();
      await visit.page.reload();
      await openPanel(visit);
    },
  },
  {
    name: 'wallet-empty',
    async go(visit) {
      await openPanel(visit);
      await tab(visit, walletTab);
    },
  },
  {
    name: 'wallet',
    async go(visit) {
      await change(visit.page, (answer) => {
        Object.assign(answer.wallet, { points: 1_270, vouchers: vouchers() });
      });
      await openPanel(visit);
      await tab(visit, walletTab);
    },
  },
  {
    name: 'wallet-end',
    async go(visit) {
      await change(visit.page, (answer) => {
        Object.assign(answer.wallet, { points: 1_270, vouchers: vouchers() });
      });
      await openPanel(visit);
      await tab(visit, walletTab);
      await visit.page.locator('fairground-panel .view').evaluate((view) => view.scrollTo(0, 9e3));
    },
  },
  {
    name: 'receipt',
    prize: 'percent-10',
    async go(visit) {
      await spin(visit);
      await visit.page.locator('fairground-mark button').click();
      await visit.page.locator('fairground-fair-play .slip').waitFor();
    },
  },
  {
    name: 'offline',
    async go(visit) {
      await openPanel(visit);
      await tab(visit, walletTab);
      await tab(visit, playTab);
      await visit.page.context().setOffline(true);
      await button(visit, visit.say.spin).click();
      await settle(visit.page, 7_500);
    },
  },
  {
    name: 'error',
    async go(visit) {
      await visit.page.route('**/trpc/**', (route) => route.abort());
      await visit.page.locator('fairground-launcher button').click();
      await visit.page.locator('fairground-panel .main').waitFor();
    },
  },
  {
    name: 'verify',
    prize: 'percent-10',
    async go(visit) {
      await spin(visit);
      await visit.page.locator('fairground-mark button').click();
      const link = visit.page.locator('fairground-fair-play article > a');
      await visit.page.goto((await link.getAttribute('href')) ?? '');
      await settle(visit.page);
    },
  },
];

/** All of it: what is drawn as one comes near is drawn first. @type {Scene} */
const designPage = {
  name: 'design',
  async go({ page }) {
    await page.locator('.scene').first().waitFor();
    const count = await page.locator('.scene').count();
    for (let at = 0; at < count; at += 1) {
      await page.locator('.scene').nth(at).scrollIntoViewIfNeeded();
      await page.locator('.scene .pair').nth(at).and(page.locator('[data-shows]')).waitFor();
    }
    await settle(page, 2_000);
  },
};

mkdirSync(folder, { recursive: true });
const demo = await startDemo();
const design = await startDesign(0);
const browser = await launchBrowser();
try {
  for (const shot of shotsOf([designPage])) await takeDesign(shot);
  for (const shot of shotsOf(scenes)) await take(shot);
} finally {
  await browser.close();
  await design.close();
  await demo.close();
}

/** All of them, or those whose name has every word that was given. */
function shotsOf(/** @type {readonly Scene[]} */ of) {
  return of.flatMap((scene) =>
    Object.entries(sizes).flatMap(([size, viewport]) =>
      schemes.flatMap((colorScheme) =>
        languages
          .map((language) => ({
            scene,
            viewport,
            colorScheme,
            language,
            name: `widget-${scene.name}-${size}-${colorScheme}-${language}`,
          }))
          .filter(({ name }) => wanted.every((word) => `${name}-`.includes(`-${word}-`))),
      ),
    ),
  );
}

/** @param {ReturnType<typeof shotsOf>[number]} shot */
async function take({ scene, viewport, colorScheme, language, name }) {
  await demo.apply(scene.prize ? sureProgramme(scene.prize, 2) : demoProgramme());
  const context = await browser.newContext({ viewport, colorScheme, deviceScaleFactor: 1 });
  const { hostname } = new URL(demo.shop.url);
  await context.addCookies([{ name: 'hien_consent', value: 'no', domain: hostname, path: '/' }]);
  const page = await context.newPage();
  // The demo shop speaks two languages; the tag may ask for another.
  if (!['en', 'vi'].includes(language)) await page.addInitScript(askFor(language));
  const [path, hash] = (scene.path ?? '/').split('#');
  await page.goto(
    `${demo.shop.url}${path}?lang=${language === 'vi' ? 'vi' : 'en'}${hash ? `#${hash}` : ''}`,
  );
  await page.locator('fairground-launcher').waitFor();
  try {
    await scene.go({ page, say: sayIn(language) });
    await settle(page);
  } catch (error) {
    process.exitCode = 1;
    console.error(name, error);
  }
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await context.close();
  console.log(`${name}.png`);
}

/** @param {ReturnType<typeof shotsOf>[number]} shot */
async function takeDesign({ scene, viewport, colorScheme, language, name }) {
  const context = await browser.newContext({ viewport, colorScheme, deviceScaleFactor: 1 });
  const page = await context.newPage();
  await page.goto(`${design.url}?locale=${language}`);
  await scene.go({ page, say: sayIn(language) });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  await context.close();
  console.log(`${name}.png`);
}

/** @param {Visit} visit @param {string} name */
function button({ page }, name) {
  return page.locator('fairground-panel').getByRole('button', { name });
}

/** @param {Visit} visit */
async function openPanel(visit) {
  await visit.page.locator('fairground-launcher button').click();
  await visit.page.locator('fairground-panel .disc text').first().waitFor();
  await settle(visit.page);
}

/** @param {Visit} visit */
async function spin(visit) {
  await openPanel(visit);
  await button(visit, visit.say.spin).click();
  await button(visit, visit.say.skip).click();
  await visit.page.locator('fairground-panel fairground-mark .verified').waitFor();
  await settle(visit.page, 1_100);
}

/** @param {Visit} visit @param {number} at */
async function tab({ page }, at) {
  await page.locator('fairground-panel [role=tab]').nth(at).click();
  await settle(page);
}

/** Long enough for whatever moves to come to rest. @param {Page} page */
async function settle(page, ms = 500) {
  await page.waitForTimeout(ms);
}

/**
 * @param {Page} page
 * @param {(answer: any) => void} edit
 */
async function change(page, edit) {
  await page.route('**/shopper.start?*', async (route) => {
    const json = await (await route.fetch()).json();
    edit(json.result.data);
    await route.fulfill({ json });
  });
}

/** One voucher in each state. */
function vouchers() {
  const dayMs = 86_400_000;
  const now = Date.now();
  const label = { en: '10% off', vi: 'Giảm 10%' };
  const base = { prizeId: 'percent-10', label, minimumSpend: 200_000, issuedAt: now - dayMs };
  const benefit = { kind: 'percent', percent: 10 };
  const states = [
    { state: 'issued', claimedAt: null },
    { state: 'issued', claimedAt: now },
    { state: 'held', claimedAt: now },
    { state: 'redeemed', claimedAt: now },
    { state: 'expired', claimedAt: now },
  ];
  return states.map((each, at) => ({
    ...base,
    ...each,
    benefit,
    id: `v${at}`,
    code: `HIEN7KQ2MR9${at}`,
    expiresAt: now + (each.state === 'expired' ? -dayMs : 30 * dayMs),
  }));
}
