/** Rewards of a shop that has everything at its counter, for the tests of those views. */
import type { HistoryLine } from '../../shared/schema/history-api.ts';
import type { ParcelView } from '../../shared/schema/parcel.ts';
import type { ReferralView } from '../../shared/schema/referral.ts';
import type { RewardsReply, RewardView } from '../../shared/schema/rewards-api.ts';
import type { PrizeView } from '../../shared/schema/shopper-api.ts';
import { noRewards } from './fake-server.ts';

const day = 86_400_000;

const delivery: PrizeView = {
  id: 'delivery',
  kind: 'voucher',
  label: { en: 'Free delivery', ar: 'توصيل مجاني' },
};
const cup: PrizeView = { id: 'cup', kind: 'gift', label: 'A porch cup' };

const reward = (id: string, more: Partial<RewardView> = {}): RewardView => ({
  id,
  prize: delivery,
  price: 150,
  left: null,
  bought: 0,
  perShopper: null,
  tiers: [],
  opensAt: null,
  refusal: null,
  ...more,
});

export const parcel: ParcelView = {
  id: 'parcel-01',
  prizeId: 'cup',
  label: 'A porch cup',
  state: 'address_needed',
  address: null,
  tracking: null,
  givenAt: 1,
  changedAt: 1,
};

export const referral: ReferralView = {
  code: null,
  link: null,
  referrerPrize: delivery,
  friendPrize: cup,
  minimumNet: 300_000,
  returnWindowDays: 7,
  friends: { attached: 2, pending: 1, paid: 0 },
  broughtBy: null,
};

export function counterRewards(now = Date.now()): RewardsReply {
  return {
    ...noRewards,
    points: {
      ...noRewards.points,
      points: 200,
      pending: 40,
      held: 10,
      credit: 25_000,
      creditPending: 500,
      expiring: [{ at: now + 20 * day, points: 30 }],
      releases: [{ at: now + 3 * day, points: 40 }],
      value: { points: 1, amount: 100 },
    },
    rewardShop: [
      reward('delivery', { perShopper: 4, bought: 1 }),
      reward('dear', { prize: cup, price: 600, refusal: { code: 'not_enough_points' }, left: 3 }),
      reward('gone', { left: 0, refusal: { code: 'sold_out' } }),
      reward('kept', { tiers: ['gold'], refusal: { code: 'tier_needed' } }),
      reward('enough', { perShopper: 1, bought: 1, refusal: { code: 'reward_limit_reached' } }),
    ],
    tier: {
      measure: 'points',
      window: { kind: 'rolling', days: 365 },
      levels: [
        {
          id: 'gold',
          name: 'Gold',
          from: 1_000,
          earningPercent: 100,
          earlyAccessHours: 0,
          perks: [],
          welcomePrize: null,
        },
      ],
      level: null,
      current: 200,
      next: { id: 'gold', left: 800 },
      fallsAt: null,
      endsAt: null,
      inGrace: false,
    },
    parcels: [
      parcel,
      {
        ...parcel,
        id: 'parcel-02',
        state: 'shipped',
        tracking: 'VN-123',
        address: { name: 'Anna', lines: ['1 Lê Lợi'], city: 'Huế', country: 'VN' },
      },
    ],
    referral,
  };
}

export function historyLines(now = Date.now()): HistoryLine[] {
  const line = { about: null, orderId: null, note: null };
  return [
    { ...line, id: 'line-3', at: now, change: -150, balance: 200, cause: 'bought', about: 'A cup' },
    { ...line, id: 'line-2', at: now, change: 50, balance: 350, cause: 'adjusted', note: 'Sorry' },
    {
      ...line,
      id: 'line-1',
      at: now - 2 * day,
      change: 300,
      balance: 300,
      cause: 'order',
      orderId: 'HIEN-7',
    },
  ];
}
