/** A programme comes into force whole or not at all, and every process follows it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeChange, readerOf } from '../../server/core/programme-words.ts';
import { applyProgramme, rollBackProgramme } from '../../server/flow/apply-programme.ts';
import { explainPlay } from '../../server/flow/explain-play.ts';
import { exportProgramme } from '../../server/flow/export-programme.ts';
import { readVersions } from '../../server/flow/programme-versions.ts';
import { refreshProgrammes } from '../../server/flow/programmes.ts';
import { start } from '../../server/flow/start.ts';
import type { Script } from '../../server/store/store.ts';
import { depsFor, onBothEngines, type Opened, type TestDeps } from '../helper/engines.ts';
import { booksOf } from '../helper/http.ts';
import { prizes, programmeInput, siteId } from '../helper/programme.ts';
import { codeOf, expectCleanBooks, granted, playOnce } from '../helper/shopping.ts';

const slots = (voucher: number, nothing: number) => [
  { prizeId: 'ten-off', weight: voucher },
  { prizeId: 'nothing', weight: nothing },
];
const stocked = (stock: number) => ({
  prizes: [{ ...prizes.voucher, stock }],
  game: { slots: slots(1, 0) },
});

/** Each mistake, the path that is named, and a word of what would be right. */
const mistakes = [
  ['weights that sum to nothing', { game: { slots: slots(0, 0) } }, 'slots', 'at least 1'],
  ['a broken weight', { game: { slots: slots(0.5, 1) } }, 'weight', 'whole number'],
  ['a weight below 0', { game: { slots: slots(-1, 2) } }, 'weight', 'whole number'],
  ['one slot', { game: { slots: [{ prizeId: 'nothing', weight: 1 }] } }, 'slots', '2'],
  [
    'an unknown prize in a slot',
    { game: { slots: [...slots(1, 1), { prizeId: 'gold', weight: 1 }] } },
    'slots[2].prizeId',
    'gold',
  ],
  ['an unknown fallback', { game: { fallbackPrizeId: 'gold' } }, 'fallbackPrizeId', 'gold'],
  [
    'a fallback that is not on the table',
    { game: { fallbackPrizeId: 'again' } },
    'fallbackPrizeId',
    'slots',
  ],
  [
    'a fallback that costs',
    { game: { fallbackPrizeId: 'ten-points' } },
    'fallbackPrizeId',
    'free (cost 0)',
  ],
  [
    'a fallback with a stock',
    { prizes: [{ ...prizes.nothing, stock: 5 }] },
    'fallbackPrizeId',
    'unlimited',
  ],
  ['a voucher of no pool', { prizes: [{ ...prizes.voucher, poolId: 'none' }] }, 'poolId', 'none'],
  [
    'two prizes of one id',
    { prizes: [{ ...prizes.voucher }, { ...prizes.voucher }] },
    'prizes',
    'twice',
  ],
  ['an end before the start', { endsAt: '2025-01-01T00:00:00Z' }, 'endsAt', 'later'],
  ['a date without an offset', { startsAt: '2026-01-01T00:00:00' }, 'startsAt', 'offset'],
  ['a time zone that is none', { site: { timeZone: 'Mars/Olympus' } }, 'site.timeZone', 'IANA'],
  ['an offset for a time zone', { site: { timeZone: '+07:00' } }, 'site.timeZone', 'IANA'],
  ['an origin with a path', { site: { origins: ['https://a.b/c'] } }, 'site.origins[0]', 'origin'],
  ['an origin with a star', { site: { origins: ['https://*.b'] } }, 'site.origins[0]', 'origin'],
  ['an unknown key', { site: { owner: 'me' } }, 'site', 'owner'],
  ['a price in points below 0', { game: { price: -1 } }, 'price', '0'],
  [
    'a percentage over 100',
    {
      prizes: [{ ...prizes.voucher, benefit: { kind: 'percent', percent: 101 } }],
    },
    'benefit.percent',
    '100',
  ],
] as const;

onBothEngines('a programme', (engine) => {
  let opened: Opened;
  let deps: TestDeps;

  beforeAll(async () => {
    opened = await engine.open();
    deps = depsFor(opened.store);
    await applied();
  });

  afterAll(async () => {
    await expectCleanBooks(deps);
    await opened.close();
  });

  const applied = async (parts = {}, to = deps): Promise<readonly string[]> => {
    const { changes, document } = await granted(applyProgramme(to, programmeInput(parts)));
    return changes.map((change) => describeChange(change, readerOf(document)));
  };
  const issuesOf = async (document: unknown): Promise<{ path: string; message: string }[]> => {
    const refused = await applyProgramme(deps, document);
    if (refused.ok || refused.refusal.code !== 'programme_invalid') {
      throw new Error(`not refused as invalid: ${JSON.stringify(refused)}`);
    }
    return [...(refused.refusal.issues ?? [])];
  };

  describe('is not put into force with', () => {
    it.each(mistakes)('%s', async (_name, parts, path, word) => {
      const before = await booksOf(opened.store);
      const issues = await issuesOf(programmeInput(parts as object));
      expect(issues).toContainEqual({
        path: expect.stringContaining(path),
        message: expect.stringContaining(word),
      });
      expect(await booksOf(opened.store)).toEqual(before);
    });

    it.each([[null], [[]], ['{}'], [{}], [{ format: 2 }]])(
      '%j for a document',
      async (document) => {
        expect((await issuesOf(document)).length).toBeGreaterThan(0);
      },
    );
  });

  it('is exported as it can be applied again, with no change', async () => {
    await applied({ site: { theme: { name: 'dusk' } }, points: { expiryDays: 90 } });
    const document = await granted(exportProgramme(deps, siteId));
    const again = await granted(applyProgramme(deps, JSON.parse(JSON.stringify(document))));
    expect(again.changes).toEqual([]);
    expect(await granted(exportProgramme(deps, siteId))).toEqual(document);
    expect(await codeOf(exportProgramme(deps, 'no-such-site'))).toBe('site_not_found');
  });

  it('shows what changes, a line each', async () => {
    await applied({ game: { slots: slots(1, 1) } });
    const lines = await applied({
      game: { slots: slots(3, 1), price: 5 },
      site: { name: 'Store' },
    });
    expect(lines).toEqual([
      '~ site.name: "Shop" → "Store"',
      '~ campaigns[always].games[wheel].price: 0 → 5',
      '~ campaigns[always].games[wheel].slots[0].weight: 1 → 3 (50 % → 75 % of the draws)',
    ]);
  });

  it('counts its versions, and not what changes nothing', async () => {
    const one = await granted(applyProgramme(deps, programmeInput({ site: { name: 'One' } })));
    const same = await granted(applyProgramme(deps, programmeInput({ site: { name: 'One' } })));
    const two = await granted(applyProgramme(deps, programmeInput({ site: { name: 'Two' } })));
    expect([same.version, two.version]).toEqual([one.version, one.version + 1]);
  });

  it('of two that come at once, one is in force everywhere', async () => {
    const other = depsFor(await opened.again());
    await Promise.all([
      applied({ site: { name: 'Left' } }),
      applied({ site: { name: 'Right' } }, other),
    ]);
    await Promise.all([refreshProgrammes(deps), refreshProgrammes(other)]);
    const names = [deps, other].map(({ programmes }) => programmes.get(siteId)?.site.name);
    expect(names[0]).toBe(names[1]);
  });

  it('that was not committed is not in force', async () => {
    await applied({ site: { name: 'Before' } });
    const run = <Value>(script: () => Script<Value>): Promise<Value> =>
      opened.store.run(function* (): Script<Value> {
        yield* script();
        throw new Error('the commit failed');
      });
    const failing = { ...deps, store: { ...opened.store, run } };
    const applying = applyProgramme(failing, programmeInput({ site: { name: 'After' } }));
    await expect(applying).rejects.toThrow('the commit failed');
    expect(deps.programmes.get(siteId)?.site.name).toBe('Before');
  });

  describe('with a stock', () => {
    const left = async (): Promise<number | null | undefined> => {
      const started = await granted(start(deps, siteId, 'looker'));
      return started.games[0]?.slots.find(({ id }) => id === 'ten-off')?.left;
    };

    it('adds what is more, takes off what is less, and never what was given', async () => {
      await applied(stocked(3));
      expect(await left()).toBe(3);
      await granted(playOnce(deps, { shopperId: 'anna' }));
      await granted(playOnce(deps, { shopperId: 'anna' }));
      await applied(stocked(10));
      expect(await left()).toBe(8);
      await applied(stocked(2));
      expect(await left()).toBe(0);
      expect(await codeOf(playOnce(deps, { shopperId: 'anna' }))).toBe('sold_out');
      expect(await issuesOf(programmeInput(stocked(1)))).toEqual([
        {
          path: expect.stringMatching(/^prizes\[\d+\]\.stock$/),
          message: '2 of "ten-off" have been given already; at least that many',
        },
      ]);
      await applied(stocked(3));
      expect(await left()).toBe(1);
      // A version that had fewer than were given cannot come back.
      const { version } = await granted(applyProgramme(deps, programmeInput(stocked(3))));
      await granted(playOnce(deps, { shopperId: 'anna' }));
      expect(await codeOf(rollBackProgramme(deps, { siteId, version: version - 1 }))).toBe(
        'programme_invalid',
      );
    });
  });

  describe('that was published', () => {
    const named = (name: string) => programmeInput({ site: { name } });
    const documentsOf = async (): Promise<string[]> => {
      const { version } = await granted(applyProgramme(deps, named('Last'), { isDry: true }));
      const versions = Array.from({ length: version }, (_, at) => at + 1);
      const all = versions.map((each) => granted(exportProgramme(deps, siteId, each)));
      return (await Promise.all(all)).map((document) => JSON.stringify(document));
    };

    it('stays as it was, whatever comes after', async () => {
      await applied({ site: { name: 'First' } });
      const before = await documentsOf();
      await applied({ site: { name: 'Second' } });
      await granted(rollBackProgramme(deps, { siteId, version: before.length }));
      const after = await documentsOf();
      expect(after.slice(0, before.length)).toEqual(before);
      expect(after).toHaveLength(before.length + 2);
    });

    it('comes back as a new version, for the next play', async () => {
      const one = await granted(applyProgramme(deps, named('One')));
      const two = await granted(applyProgramme(deps, named('Two')));
      const back = await granted(rollBackProgramme(deps, { siteId, version: one.version }));
      expect(back.version).toBe(two.version + 1);
      expect(deps.programmes.get(siteId)?.site.name).toBe('One');
      const [newest] = await granted(readVersions(deps, siteId));
      expect(newest).toMatchObject({
        version: back.version,
        restoredFrom: one.version,
        appliedAt: deps.clock(),
        changes: [{ path: 'site.name', before: 'Two', after: 'One' }],
      });
    });

    it('does not come back when it is not there, or in force already', async () => {
      const { version } = await granted(applyProgramme(deps, named('Here')));
      expect(await rollBackProgramme(deps, { siteId, version: version + 1 })).toMatchObject({
        refusal: {
          code: 'not_found',
          detail: `no version ${version + 1}: "shop" has the versions 1 to ${version}`,
        },
      });
      const same = await granted(rollBackProgramme(deps, { siteId, version }));
      expect(same).toMatchObject({ version, changes: [] });
      expect(await codeOf(rollBackProgramme(deps, { siteId: 'none', version: 1 }))).toBe(
        'site_not_found',
      );
    });

    it('explains every play that was settled under it', async () => {
      const half = await granted(
        applyProgramme(deps, programmeInput({ game: { slots: slots(1, 1) } })),
      );
      const { playId } = await granted(playOnce(deps, { shopperId: 'cora' }));
      const all = await granted(
        applyProgramme(deps, programmeInput({ game: { slots: slots(1, 0) } })),
      );
      const later = await granted(playOnce(deps, { shopperId: 'cora' }));
      const explained = [
        await granted(explainPlay(deps, siteId, playId)),
        await granted(explainPlay(deps, siteId, later.playId)),
      ];
      expect(explained).toMatchObject([
        { gameId: 'wheel', settledUnder: { version: half.version, share: 0.5 } },
        { prizeId: 'ten-off', settledUnder: { version: all.version, share: 1 } },
      ]);
      expect(await codeOf(explainPlay(deps, siteId, 'p_none'))).toBe('play_not_found');
    });
  });

  it('that is only tried changes nothing, and says what it would', async () => {
    await applied({ site: { name: 'Before' } });
    const before = await booksOf(opened.store);
    const dry = await granted(
      applyProgramme(deps, programmeInput({ site: { name: 'After' } }), { isDry: true }),
    );
    expect(dry.changes).toMatchObject([{ path: 'site.name', before: 'Before', after: 'After' }]);
    expect(await booksOf(opened.store)).toEqual(before);
    expect(deps.programmes.get(siteId)?.site.name).toBe('Before');
  });

  it('ends at the wall of its site', async () => {
    await applied();
    const other = programmeInput({ site: { id: 'other', name: 'Other' }, game: { id: 'theirs' } });
    await granted(applyProgramme(deps, other));
    const here = await granted(start(deps, siteId, 'anna'));
    const there = await granted(start(deps, 'other', 'anna'));
    expect(here.games.map(({ id }) => id)).toEqual(['wheel']);
    expect(there.games.map(({ id }) => id)).toEqual(['theirs']);
    // The same name on another site is another shopper.
    expect(there.wallet).toEqual({ version: 0, points: 0, vouchers: [] });
    expect(await codeOf(playOnce(deps, { shopperId: 'anna', gameId: 'theirs' }))).toBe(
      'game_not_found',
    );
  });
});
