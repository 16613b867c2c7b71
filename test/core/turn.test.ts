/** Why a play is refused: the order of the guards is a contract. */
import { describe, expect, it } from 'vitest';
import type { PlayCommand } from '../../server/core/command.ts';
import type { PlayFacts } from '../../server/core/facts.ts';
import { decidePlay } from '../../server/core/play.ts';
import { nextDraw, turnOf, type TurnFacts } from '../../server/core/turn.ts';
import { never } from '../../shared/time.ts';
import { now, playFacts, shopperWith, silent, stampAt, streamWith } from '../helper/facts.ts';
import { siteId, type GameInput, type ProgrammeParts } from '../helper/programme.ts';

const phones: ProgrammeParts['campaign'] = { audience: { devices: ['phone'] } };
const paused = shopperWith({ pausedUntil: never });

const command: PlayCommand = {
  kind: 'play',
  siteId,
  commandId: 'command-0123456789',
  shopperId: 'anna',
  gameId: 'wheel',
  commitment: '0'.repeat(64),
  clientSeed: 'ab'.repeat(16),
};

const rare = { id: 'rare', kind: 'points', label: 'Rare', points: 1, stock: 7 } as const;
const rareSlots = [
  { prizeId: 'rare', weight: 1 },
  { prizeId: 'nothing', weight: 1 },
];
const all: Partial<GameInput> = {
  price: 50,
  limits: { perDay: 1, perCampaign: 1, ever: 1 },
  slots: rareSlots,
};
const ended = { endsAt: '2026-12-01T10:00:00+07:00' };
const early = { startsAt: '2026-12-01T10:00:00.001+07:00' };
const soldOut = new Map([['rare', 0]]);
const played = [streamWith({ playsDay: 1, playsCampaign: 1, playsEver: 1 })];
/** Played in Vietnam and California, by adults. */
const gated = { campaign: { terms: { regions: ['VN', 'US-CA'], ageMin: 18 } } };

function withRare(game: Partial<GameInput>, more: ProgrammeParts = {}): ProgrammeParts {
  return { prizes: [rare], game: { slots: rareSlots, ...game }, ...more };
}

function refusalOf(facts: PlayFacts, changes: Partial<PlayCommand> = {}): string {
  const decision = decidePlay(facts, { ...command, ...changes }, stampAt());
  return decision.kind === 'refused' ? decision.refusal.code : decision.kind;
}

describe('a play that could be refused for two reasons says the first', () => {
  it.each<[string, string, PlayFacts, Partial<PlayCommand>?]>([
    [
      'merged beats unknown game',
      'shopper_merged',
      playFacts({}, { shopper: shopperWith({ mergedInto: 'c_anna' }) }),
      { gameId: 'gone' },
    ],
    [
      'unknown game beats an ended campaign',
      'game_not_found',
      playFacts(ended),
      { gameId: 'gone' },
    ],
    [
      'ended beats not started',
      'campaign_ended',
      // The schema refuses such dates; the guard does not rely on it.
      startsAfterEnd(),
    ],
    ['ended beats a limit', 'campaign_ended', playFacts(withRare(all, ended), { streams: played })],
    [
      'not started beats a limit',
      'campaign_not_started',
      playFacts(withRare(all, early), { streams: played }),
    ],
    [
      'not started beats the audience',
      'campaign_not_started',
      playFacts({ ...early, campaign: phones }),
    ],
    ['a pause beats the audience', 'paused', playFacts({ campaign: phones }, { shopper: paused })],
    [
      "the audience beats the site's cap and every limit",
      'not_in_audience',
      playFacts(
        withRare(all, { campaign: phones, site: { care: { playsPerDayMax: 1, paidDraws: true } } }),
        { streams: [streamWith({ drawsDay: 9, playsEver: 1 })] },
      ),
    ],
    [
      'the audience holds for free plays, too',
      'not_in_audience',
      playFacts({ campaign: phones }, { streams: [streamWith({ freePlays: 1 })] }),
    ],
    [
      'ever beats campaign and day',
      'ever_limit_reached',
      playFacts(withRare(all), { streams: played }),
    ],
    [
      'campaign beats day',
      'campaign_limit_reached',
      playFacts(withRare({ limits: { perDay: 1, perCampaign: 1 } }), { streams: played }),
    ],
    [
      'day beats sold out',
      'daily_limit_reached',
      playFacts(withRare({ limits: { perDay: 1 } }), { streams: played, stockLeft: soldOut }),
    ],
    [
      'sold out beats not enough points',
      'sold_out',
      playFacts(withRare({ price: 50 }), { stockLeft: soldOut }),
    ],
    [
      'not enough points beats a moved draw',
      'not_enough_points',
      playFacts(withRare({ price: 50 }), { stockLeft: new Map([['rare', 7]]) }),
    ],
    [
      'a pause beats a wrong region',
      'paused',
      playFacts(gated, { shopper: shopperWith({ pausedUntil: never }) }),
    ],
    [
      'not enough points beats a wrong region',
      'not_enough_points',
      playFacts({ ...gated, game: { price: 50 } }),
    ],
    ['a wrong region beats an age not confirmed', 'region_not_allowed', playFacts(gated)],
    [
      'an age not confirmed beats a moved draw',
      'age_not_confirmed',
      playFacts(gated),
      { region: 'VN' },
    ],
    ['a moved draw comes last', 'draw_moved', playFacts({})],
  ])('%s', (_what, code, facts, changes) => {
    expect(refusalOf(facts, changes)).toBe(code);
  });
});

describe('the edges of a guard', () => {
  it.each<[string, string, PlayFacts]>([
    ['a campaign ends at its end', 'campaign_ended', playFacts(ended)],
    ['a campaign runs from its start', 'draw_moved', playFacts({ startsAt: ended.endsAt })],
    [
      "yesterday's plays do not count",
      'draw_moved',
      playFacts(
        { game: { limits: { perDay: 1 } } },
        { streams: [streamWith({ day: '2026-11-30', playsDay: 9 })] },
      ),
    ],
    [
      'plays of another campaign count for ever, not for this one',
      'draw_moved',
      playFacts(
        { game: { limits: { perCampaign: 1, ever: 10 } } },
        { streams: [streamWith({ campaignId: 'old', playsCampaign: 9, playsEver: 9 })] },
      ),
    ],
    [
      "another game's plays count for the campaign",
      'campaign_limit_reached',
      playFacts(
        { game: { limits: { perCampaign: 2 } } },
        { streams: [streamWith({ gameId: 'other', playsCampaign: 2 })] },
      ),
    ],
    [
      'a free play passes every limit',
      'draw_moved',
      playFacts(withRare(all), {
        streams: [streamWith({ playsDay: 9, playsCampaign: 9, playsEver: 9, freePlays: 1 })],
        stockLeft: new Map([['rare', 1]]),
      }),
    ],
    [
      'a free play wins nothing from an empty table',
      'sold_out',
      playFacts(withRare({}), { streams: [streamWith({ freePlays: 1 })], stockLeft: soldOut }),
    ],
    ['just enough points', 'draw_moved', pricedFacts(50, never)],
    ['points that expire now are gone', 'not_enough_points', pricedFacts(50, now)],
    ['one point short', 'not_enough_points', pricedFacts(49, never)],
    [
      'a prize without weight cannot be won, so it does not keep a game open',
      'sold_out',
      playFacts(
        {
          prizes: [rare],
          game: {
            slots: [...rareSlots, { prizeId: 'ten-points', weight: 0 }],
          },
        },
        { stockLeft: soldOut },
      ),
    ],
    ['a table of nothings is never sold out', 'draw_moved', playFacts({ game: nothingsOnly() })],
  ])('%s', (_what, code, facts) => {
    expect(refusalOf(facts)).toBe(code);
  });

  it('a daily limit says when the next day begins, unless the campaign is over by then', () => {
    const streams = [streamWith({ playsDay: 1 })];
    const limits = { game: { limits: { perDay: 1 } } };
    const decision = decidePlay(playFacts(limits, { streams }), command, stampAt());
    const nextAt = Date.parse('2026-12-02T00:00:00+07:00');
    expect(decision).toMatchObject({ refusal: { code: 'daily_limit_reached', nextAt } });
    const last = { ...limits, endsAt: '2026-12-02T00:00:00+07:00' };
    const over = decidePlay(playFacts(last, { streams }), command, stampAt());
    expect(over).toMatchObject({ refusal: { code: 'daily_limit_reached', nextAt: undefined } });
  });
});

describe('the terms of a campaign', () => {
  const inVietnam = { campaign: { terms: { regions: ['VN'] } } };
  const adults = { campaign: { terms: { ageMin: 18 } } };
  const onlyWords = { campaign: { terms: { rules: 'One spin a day.\nHave fun.' } } };

  it.each<[string, string, ProgrammeParts, Partial<PlayCommand>]>([
    ['ask for nothing where there are none', 'draw_moved', {}, {}],
    ['that are only words ask for nothing', 'draw_moved', onlyWords, {}],
    ['take both where both are asked for', 'draw_moved', gated, { region: 'VN', ageConfirmed: 18 }],
    ['take a country that is named', 'draw_moved', inVietnam, { region: 'VN' }],
    ['take each part of a country', 'draw_moved', inVietnam, { region: 'VN-HN' }],
    ['refuse another country', 'region_not_allowed', inVietnam, { region: 'US' }],
    ['refuse who does not say where', 'region_not_allowed', inVietnam, { ageConfirmed: 99 }],
    ['take a part that is named', 'draw_moved', gated, { region: 'US-CA', ageConfirmed: 18 }],
    ['refuse another part', 'region_not_allowed', gated, { region: 'US-NY', ageConfirmed: 18 }],
    ['refuse the whole of a part', 'region_not_allowed', gated, { region: 'US', ageConfirmed: 18 }],
    ['take the age asked for', 'draw_moved', adults, { ageConfirmed: 18 }],
    ['refuse a year less', 'age_not_confirmed', adults, { ageConfirmed: 17 }],
    ['refuse who states no age', 'age_not_confirmed', adults, { region: 'VN' }],
  ])('%s', (_what, code, parts, changes) => {
    expect(refusalOf(playFacts(parts), changes)).toBe(code);
  });

  it('pass no free play', () => {
    const streams = [streamWith({ freePlays: 1 })];
    expect(refusalOf(playFacts(adults, { streams }))).toBe('age_not_confirmed');
  });

  it('are no part of what is shown before the play states anything', () => {
    expect(turnFor(playFacts(gated)).refusal).toBeNull();
  });
});

describe('a turn', () => {
  it('shows the plays left of the tightest limit, free plays apart', () => {
    const facts = playFacts(
      { game: { limits: { perDay: 5, perCampaign: 4, ever: 100 } } },
      { streams: [streamWith({ playsDay: 2, playsCampaign: 2, playsEver: 2, freePlays: 3 })] },
    );
    expect(turnFor(facts)).toMatchObject({ playsLeft: 2, freePlays: 3, refusal: null });
  });

  it('offers the draw after the last of the epoch, and the first of a new one', () => {
    const facts = playFacts({}, { streams: [streamWith({ epoch: 2, index: 4 })] });
    expect(turnFor({ ...facts, epoch: 2 }).draw).toMatchObject({ epoch: 2, index: 5 });
    expect(turnFor({ ...facts, epoch: 3 }).draw).toMatchObject({ epoch: 3, index: 0 });
  });

  it('offers what the play then draws from', () => {
    const facts = playFacts({});
    const { commitment } = turnFor(facts).draw;
    const decision = decidePlay(facts, { ...command, commitment }, stampAt());
    expect(decision).toMatchObject({ kind: 'decided', outcome: { receipt: { commitment } } });
  });

  it('changes its commitment with table, stream and epoch, and with nothing else', () => {
    const slots = [
      { prizeId: 'ten-off', weight: 2 },
      { prizeId: 'nothing', weight: 1 },
    ];
    const base = turnFor(playFacts({})).draw.commitment;
    const others = [
      turnFor(playFacts({ game: { slots } })).draw.commitment,
      turnFor(playFacts({ game: { fallbackPrizeId: 'again', slots: withAgain } })).draw.commitment,
      turnFor({ ...playFacts({}), shopperId: 'bert' }).draw.commitment,
      turnFor({ ...playFacts({}), epoch: 1 }).draw.commitment,
    ];
    expect(new Set([base, ...others]).size).toBe(5);
    expect(turnFor(playFacts({ game: { price: 5, name: 'Other' } })).draw.commitment).toBe(base);
  });
});

const withAgain = [
  { prizeId: 'again', weight: 1 },
  { prizeId: 'nothing', weight: 1 },
];

function turnFor(facts: PlayFacts & { shopperId?: string }) {
  const playable = facts.programme.games.get('wheel')!;
  const { points, pausedUntil } = facts.shopper;
  const turn: TurnFacts = { shopperId: 'anna', ...facts, points, pausedUntil, visitor: silent };
  expect(nextDraw(turn, playable, stampAt()).offered).toEqual(
    turnOf(turn, playable, stampAt()).draw,
  );
  return turnOf(turn, playable, stampAt());
}

function pricedFacts(points: number, expiresAt: number): PlayFacts {
  const lots = [{ expiresAt, left: points }];
  return playFacts({ game: { price: 50 } }, { shopper: shopperWith({ points }), lots });
}

function nothingsOnly(): Partial<GameInput> {
  return {
    slots: [
      { prizeId: 'nothing', weight: 1 },
      { prizeId: 'nothing', weight: 2 },
    ],
  };
}

function startsAfterEnd(): PlayFacts {
  const facts = playFacts(ended);
  const playable = facts.programme.games.get('wheel')!;
  const games = new Map([['wheel', { ...playable, startsAt: now + 1 }]]);
  return { ...facts, programme: { ...facts.programme, games } };
}
