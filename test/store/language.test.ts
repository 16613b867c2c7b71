/** Which language the first answer speaks: the one asked for, else the site's. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { start } from '../../server/flow/start.ts';
import { firstWords } from '../../shared/words/first.ts';
import { locales, type Locale } from '../../shared/words/locales.ts';
import { depsFor, onBothEngines, type Opened, type TestDeps } from '../helper/engines.ts';
import { siteId } from '../helper/programme.ts';
import { apply, granted } from '../helper/shopping.ts';

onBothEngines('the first answer', (engine) => {
  let opened: Opened;
  let deps: TestDeps;

  beforeAll(async () => {
    opened = await engine.open();
    deps = depsFor(opened.store);
  });

  afterAll(() => opened.close());

  describe('on a site that speaks Vietnamese', () => {
    beforeAll(() => apply(deps, { site: { locale: 'vi' } }));

    it.each([
      ...locales.map((locale): [string, Locale] => [locale, locale]),
      ['zh-CN', 'zh-Hans'],
      ['zh-TW', 'zh-Hans'],
      ['zh', 'zh-Hans'],
      ['iw', 'he'],
      ['iw-IL', 'he'],
      ['in', 'id'],
      ['pt_BR', 'vi'],
      ['es-419', 'es'],
      ['AR-eg', 'ar'],
      ['sv', 'vi'],
      ['', 'vi'],
      // What every object has.
      ['constructor', 'vi'],
      ['__proto__', 'vi'],
    ] satisfies [string, Locale][])('asked for %j it speaks %s', async (asked, spoken) => {
      const { locale, words } = await granted(start(deps, siteId, 'anna', { locale: asked }));
      expect(locale).toBe(spoken);
      expect(words).toEqual(firstWords[spoken]);
    });
  });

  it('says what the shop says, in the language it said it in', async () => {
    const own = { spin: 'Quay đi', expires: 'Dùng trước {day}' };
    await apply(deps, { site: { locale: 'vi', words: { vi: own } } });
    const vi = await granted(start(deps, siteId, 'anna', { locale: 'vi' }));
    expect(vi.words).toEqual({ ...firstWords.vi, ...own });
    const en = await granted(start(deps, siteId, 'anna', { locale: 'en' }));
    expect(en.words).toEqual(firstWords.en);
  });

  it('is English where neither language is ours', async () => {
    await apply(deps, { site: { locale: 'sv' } });
    const { locale } = await granted(start(deps, siteId, 'anna', { locale: 'pl' }));
    expect(locale).toBe('en');
  });
});
