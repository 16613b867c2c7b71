/** How a play is held back or helped: pity, pacing and budget, as data. */
import { describe, expect, it } from 'vitest';
import type { PlayFacts } from '../../server/core/facts.ts';
import { decidePlay } from '../../server/core/play.ts';
import { compileProgramme } from '../../server/core/programme.ts';
import { nextDraw, refusalToPlay } from '../../server/core/turn.ts';
import type { Deviation } from '../../shared/draw.ts';
import { programmeDocument } from '../../shared/schema/programme.ts';
import { never } from '../../shared/time.ts';
import { checkReceipt } from '../../shared/verify.ts';
import { now, playFacts, shopperWith, silent, stampAt, streamWith } from '../helper/facts.ts';
import { hashes } from '../helper/hashes.ts';
import {
  programmeInput,
  siteId,
  type GameInput,
  type ProgrammeParts,
} from '../helper/programme.ts';
import { faultsOf } from '../vectors/second-verifier.mjs';

const gift = {
  id: 'gift',
  kind: 'points',
  label: 'Gift',
  points: 5,
  cost: 100,
  stock: 10,
} as const;
const other = { id: 'other', kind: 'points', label: 'Other', points: 9, cost: 700 } as const;

/** The weight of each prize: what has none is not drawn, except as the fallback. */
function weighing(weights: Record<string, number>, game: Partial<GameInput> = {}): GameInput {
  const slots = Object.entries(weights).map(([prizeId, weight]) => ({ prizeId, weight }));
  return { id: 'wheel', kind: 'wheel', name: 'W', slots, fallbackPrizeId: 'nothing', ...game };
}

const always = { gift: 1, nothing: 0 };
const pity = { afterLosses: 3 };
const losing = weighing({ gift: 1, other: 1, nothing: 999_999_999 }, { pity });

/** The site's day is 1 December; a campaign of the year 2026 has had 334 of its days. */
const paced: ProgrammeParts['campaign'] = { pacing: [{ prizeId: 'gift', kind: 'even' }] };
const month = { startsAt: '2026-12-01T00:00:00+07:00', endsAt: '2026-12-31T00:00:00+07:00' };

function made(
  parts: ProgrammeParts,
  changes: Partial<PlayFacts> = {},
  pick?: number,
): ReturnType<typeof decidePlay> {
  const stockLeft = new Map([['gift', 10]]);
  const facts = playFacts({ prizes: [gift, other], ...parts }, { stockLeft, ...changes });
  const playable = facts.programme.games.get('wheel');
  if (!playable) throw new Error('no wheel');
  const turn = { ...facts, shopperId: facts.shopper.id };
  const { commitment } = nextDraw(turn, playable, stampAt()).offered;
  const ids = { siteId, commandId: 'command-0123456789', shopperId: 'anna', gameId: 'wheel' };
  const command = { kind: 'play', ...ids, commitment, clientSeed: 'ab'.repeat(16), pick } as const;
  return decidePlay(facts, command, stampAt());
}

interface Expected {
  readonly prize: string;
  readonly deviations: readonly Deviation[];
  readonly losses?: number;
}

describe('a play gives', () => {
  it.each<[string, ProgrammeParts, Partial<PlayFacts>, Expected]>([
    [
      'what is drawn, before pity is due, and counts the loss',
      { game: losing },
      { streams: [streamWith({ losses: 2 })] },
      { prize: 'nothing', deviations: [], losses: 3 },
    ],
    [
      'a win once pity is due, and starts to count anew',
      { game: losing },
      { streams: [streamWith({ losses: 3 })] },
      { prize: 'gift', deviations: [{ kind: 'pity', losses: 3, slots: [0, 1] }], losses: 0 },
    ],
    [
      'a win that is in stock, when pity is due',
      { game: losing },
      { streams: [streamWith({ losses: 9 })], stockLeft: new Map([['gift', 0]]) },
      {
        prize: 'other',
        deviations: [
          { kind: 'sold_out', slot: 0, left: 0 },
          { kind: 'pity', losses: 9, slots: [1] },
        ],
        losses: 0,
      },
    ],
    [
      'a win that the budget holds, when pity is due',
      { game: losing, campaign: { budget: { perDay: 500 } } },
      { streams: [streamWith({ losses: 3 })] },
      {
        prize: 'gift',
        deviations: [
          { kind: 'over_budget', slot: 1, scope: 'day', spent: 0, cost: 700, cap: 500 },
          { kind: 'pity', losses: 3, slots: [0] },
        ],
        losses: 0,
      },
    ],
    [
      'the fallback for a prize that is paced, which is a loss while another win is possible',
      {
        game: weighing({ gift: 999_999_999, other: 1, nothing: 0 }, { pity }),
        campaign: paced,
        ...month,
      },
      { stockLeft: new Map([['gift', 9]]) },
      {
        prize: 'nothing',
        deviations: [{ kind: 'paced', slot: 0, given: 1, released: 1 }],
        losses: 1,
      },
    ],
    [
      'a paced prize as soon as it is released',
      { game: weighing(always), campaign: paced, ...month },
      {},
      { prize: 'gift', deviations: [] },
    ],
    [
      'the fallback for a prize that would pass the cap of the campaign',
      {
        game: weighing({ gift: 1, other: 999_999_999, nothing: 0 }),
        campaign: { budget: { total: 1_000, perDay: 1_000 } },
      },
      { spent: new Map([['campaign always', 301]]) },
      {
        prize: 'nothing',
        deviations: [
          { kind: 'over_budget', slot: 1, scope: 'campaign', spent: 301, cost: 700, cap: 1_000 },
        ],
      },
    ],
    [
      'a prize that fills the cap to the last',
      { game: weighing({ other: 1, nothing: 0 }), campaign: { budget: { total: 1_000 } } },
      { spent: new Map([['campaign always', 300]]) },
      { prize: 'other', deviations: [] },
    ],
    [
      'the fallback for a prize that would pass the cap of the shopper, over all games',
      {
        game: weighing({ gift: 1, other: 999_999_999, nothing: 0 }),
        campaign: { budget: { perShopper: 1_000 } },
      },
      {
        streams: [
          streamWith({ costCampaign: 200 }),
          streamWith({ gameId: 'b', costCampaign: 200 }),
        ],
      },
      {
        prize: 'nothing',
        deviations: [
          { kind: 'over_budget', slot: 1, scope: 'shopper', spent: 400, cost: 700, cap: 1_000 },
        ],
      },
    ],
  ])('%s', async (_name, parts, facts, { prize, deviations, losses }) => {
    const decision = made(parts, facts);
    if (decision.kind !== 'decided') throw new Error(JSON.stringify(decision));
    const { outcome, changes } = decision;
    expect(outcome.receipt.deviations).toEqual(deviations);
    expect(outcome.prize.id).toBe(prize);
    const stream = changes.flatMap((each) => (each.kind === 'stream' ? [each.stream] : []));
    if (losses !== undefined) expect(stream[0]?.losses).toBe(losses);
    const checks = await checkReceipt(outcome.receipt, hashes);
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(faultsOf(outcome.receipt)).toEqual([]);
  });
});

describe('a play that could win nothing is refused, and says when that ends', () => {
  it.each<[string, ProgrammeParts, Partial<PlayFacts>, string, string?]>([
    [
      'paced out, until the next is released',
      { game: weighing(always), campaign: paced, ...month },
      { stockLeft: new Map([['gift', 9]]) },
      'paced_out',
      '2026-12-04T00:00:00+07:00',
    ],
    [
      'the budget of the day, until tomorrow',
      { game: weighing(always), campaign: { budget: { perDay: 100 } } },
      { spent: new Map([['day always 2026-12-01', 1]]) },
      'budget_spent',
      '2026-12-02T00:00:00+07:00',
    ],
    [
      'the budget of the day, when the campaign ends before tomorrow',
      {
        game: weighing(always),
        campaign: { budget: { perDay: 100 } },
        endsAt: '2026-12-01T20:00:00+07:00',
      },
      { spent: new Map([['day always 2026-12-01', 1]]) },
      'budget_spent',
    ],
    [
      'the budget of the campaign, for good, whatever the day has left',
      { game: weighing(always), campaign: { budget: { total: 100, perDay: 99 } } },
      { spent: new Map([['campaign always', 1]]) },
      'budget_spent',
    ],
    [
      'sold out beats both',
      { game: weighing(always), campaign: { ...paced, budget: { total: 100 } }, ...month },
      { stockLeft: new Map([['gift', 0]]), spent: new Map([['campaign always', 100]]) },
      'sold_out',
    ],
    [
      'pacing beats the budget',
      { game: weighing(always), campaign: { ...paced, budget: { total: 100 } }, ...month },
      { stockLeft: new Map([['gift', 9]]), spent: new Map([['campaign always', 100]]) },
      'paced_out',
      '2026-12-04T00:00:00+07:00',
    ],
  ])('%s', (_name, parts, facts, code, nextAt) => {
    const decision = made(parts, facts);
    if (decision.kind !== 'refused') throw new Error(decision.kind);
    const at = nextAt === undefined ? undefined : Date.parse(nextAt);
    expect(decision.refusal).toEqual({ code, ...(code === 'sold_out' ? {} : { nextAt: at }) });
  });
});

describe('alarms', () => {
  it.each<[string, number, number, number, number[]]>([
    ['none below the half', 1_000, 0, 499, []],
    ['50 % at the half', 1_000, 0, 500, [50]],
    ['80 %', 1_000, 500, 800, [80]],
    ['50 % and 80 % passed at once', 1_000, 0, 850, [50, 80]],
    ['none when it was passed before', 1_000, 500, 700, []],
    ['100 % when the cheapest prize fits no more', 1_000, 800, 999, [100]],
  ])('%s', (_name, cap, spent, after, percents) => {
    const cost = after - spent;
    const decision = made(
      {
        prizes: [
          { ...gift, stock: null, cost },
          { ...other, cost: 2 },
        ],
        game: weighing({ gift: 1, nothing: 0, other: 0 }),
        campaign: { budget: { total: cap } },
      },
      { spent: new Map([['campaign always', spent]]) },
    );
    const changes = decision.kind === 'decided' ? decision.changes : [];
    const events = changes.flatMap((each) => (each.kind === 'event' ? [each.event] : []));
    const alarms = events.filter(({ kind }) => kind === 'budget.alarm');
    expect(alarms.map(({ payload }) => payload)).toEqual(
      percents.map((percent) => ({ itemId: 'campaign', percent, amount: after })),
    );
  });
});

it('a losing play touches no budget and no stock', () => {
  const game = weighing({ gift: 1, nothing: 999_999_999 });
  const decision = made({ game, campaign: { budget: { total: 1_000, perDay: 1_000 } } });
  const kinds = decision.kind === 'decided' ? decision.changes.map(({ kind }) => kind) : [];
  expect(kinds).toEqual(['shopper', 'stream', 'play', 'event']);
});

it('a paced prize keeps back what is not released, also against faster plays', () => {
  const decision = made({ game: weighing(always), campaign: paced, ...month });
  const changes = decision.kind === 'decided' ? decision.changes : [];
  expect(changes).toContainEqual({ kind: 'stock_taken', prizeId: 'gift', kept: 9 });
  expect(now).toBeGreaterThan(Date.parse(month.startsAt));
});

describe('a play is refused whatever is free', () => {
  const free = streamWith({ freePlays: 1, drawsDay: 2 });
  const elsewhere = streamWith({ gameId: 'other', drawsDay: 1 });

  it.each<[string, ProgrammeParts, Partial<PlayFacts>, string, string?]>([
    [
      'in a pause, until it ends',
      {},
      { streams: [free], shopper: shopperWith({ pausedUntil: now + 1 }) },
      'paused',
      '2026-12-01T10:00:00.001+07:00',
    ],
    ['in a pause for good', {}, { shopper: shopperWith({ pausedUntil: never }) }, 'paused'],
    [
      "at the site's cap for a day, over all games and free plays too",
      { site: { care: { playsPerDayMax: 3 } } },
      { streams: [free, elsewhere] },
      'site_daily_limit_reached',
      '2026-12-02T00:00:00+07:00',
    ],
    [
      'a pause beats the cap',
      { site: { care: { playsPerDayMax: 3 } } },
      { streams: [free, elsewhere], shopper: shopperWith({ pausedUntil: never }) },
      'paused',
    ],
  ])('%s', (_name, parts, facts, code, nextAt) => {
    const decision = made(parts, facts);
    if (decision.kind !== 'refused') throw new Error(decision.kind);
    const at = nextAt === undefined ? undefined : Date.parse(nextAt);
    expect(decision.refusal).toEqual({ code, nextAt: at });
  });

  it.each<[string, ProgrammeParts, Partial<PlayFacts>]>([
    ['a pause that ends now', {}, { shopper: shopperWith({ pausedUntil: now }) }],
    [
      "yesterday's plays",
      { site: { care: { playsPerDayMax: 3 } } },
      { streams: [streamWith({ day: '2026-11-30', drawsDay: 9 })] },
    ],
  ])('but not by %s', (_name, parts, facts) => {
    expect(made(parts, facts).kind).toBe('decided');
  });
});

it('a programme may not ask points for a play until the site turns that on', () => {
  const input = programmeInput({ game: { price: 5 }, site: { care: {} } });
  const checked = programmeDocument.safeParse(input);
  expect(checked.error?.issues).toMatchObject([
    {
      path: ['campaigns', 0, 'games', 0, 'price'],
      message: 'must be 0: plays cost no points unless site.care.paidDraws is true',
    },
  ]);
});

describe('of two campaigns that exclude each other', () => {
  /** The second one ends first, on 20 December. */
  function between(
    streams: PlayFacts['streams'],
    at = now,
    more: ProgrammeParts['campaign'] = {},
  ): ReturnType<typeof refusalToPlay> {
    const input = programmeInput({ campaign: { exclusionGroup: 'launch', ...more } });
    const [first] = input.campaigns ?? [];
    const game = first?.games[0];
    if (!first || !game) throw new Error('no campaign');
    const endsAt = '2026-12-20T00:00:00+07:00';
    const second = { ...first, id: 'second', endsAt, games: [{ ...game, id: 'second-wheel' }] };
    const document = programmeDocument.parse({ ...input, campaigns: [first, second] });
    const facts = { ...playFacts({}), programme: compileProgramme(1, document), streams };
    const playable = facts.programme.games.get('wheel');
    if (!playable) throw new Error('no wheel');
    const turn = { ...facts, shopperId: 'anna', points: 0, pausedUntil: 0, visitor: silent };
    return refusalToPlay(turn, playable, stampAt(at));
  }
  const inSecond = streamWith({ gameId: 'second-wheel', campaignId: 'second' });

  it('only one is played while both run, and the answer says until when', () => {
    const nextAt = Date.parse('2026-12-20T00:00:00+07:00');
    expect(between([inSecond])).toEqual({ code: 'campaign_excluded', nextAt });
    expect(between([inSecond], nextAt)).toBeNull();
  });

  it('whom a campaign is not for learns that first', () => {
    const refusal = between([inSecond], now, { audience: { devices: ['phone'] } });
    expect(refusal).toEqual({ code: 'not_in_audience' });
  });

  it('free plays that were never used, and plays in the same campaign, exclude nobody', () => {
    expect(between([{ ...inSecond, index: -1, freePlays: 2 }])).toBeNull();
    expect(between([streamWith()])).toBeNull();
  });
});

describe('scratch cards and mystery boxes', () => {
  const slots = weighing(always).slots;
  const box = { game: { slots, kind: 'box', boxes: 3 } } satisfies ProgrammeParts;

  it('draw as the wheel does: the box picked is kept and decides nothing', async () => {
    const plays = [undefined, 0, 1, 2].map((pick) => made(box, {}, pick));
    const outcomes = plays.flatMap((play) => (play.kind === 'decided' ? [play.outcome] : []));
    expect(outcomes.map(({ pick }) => pick)).toEqual([null, 0, 1, 2]);
    expect(new Set(outcomes.map(({ receipt }) => JSON.stringify(receipt))).size).toBe(1);
    const card = made({ game: { slots, kind: 'scratch' } });
    const receipt = card.kind === 'decided' ? card.outcome.receipt : null;
    expect(receipt).toEqual(outcomes[0]?.receipt);
  });

  it.each<[string, ProgrammeParts, number]>([
    ['a box that is not there', box, 3],
    ['a box of a wheel', { game: { slots } }, 0],
  ])('refuse %s', (_name, parts, pick) => {
    expect(made(parts, {}, pick)).toMatchObject({ refusal: { code: 'bad_request' } });
  });

  it('say how many boxes there are, and only there', () => {
    for (const game of [{ kind: 'box' }, { kind: 'scratch', boxes: 3 }] as const) {
      const checked = programmeDocument.safeParse(programmeInput({ game }));
      expect(checked.error?.issues[0]?.path).toEqual(['campaigns', 0, 'games', 0, 'boxes']);
    }
  });
});
