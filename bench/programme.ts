/** A wheel of twelve slices with stock, limits and points: what the bench plays. */
import type { ProgrammeInput } from '../shared/schema/programme.ts';

export const siteId = 'bench';
export const gameId = 'wheel';

const prizes: ProgrammeInput['prizes'] = [
  { id: 'nothing', kind: 'nothing', label: 'Not this time' },
  { id: 'five', kind: 'points', label: '5 points', points: 5, cost: 50, stock: 100_000_000 },
  { id: 'ten', kind: 'points', label: '10 points', points: 10, cost: 100, stock: 100_000_000 },
  { id: 'fifty', kind: 'points', label: '50 points', points: 50, cost: 500 },
  {
    id: 'voucher',
    kind: 'voucher',
    label: { en: '10 % off', vi: 'Giảm 10 %' },
    poolId: 'codes',
    benefit: { kind: 'percent', percent: 10 },
    ttlDays: 30,
    stock: 100_000_000,
    cost: 20_000,
  },
];

const slices = ['five', 'nothing', 'ten', 'nothing', 'voucher', 'nothing'] as const;
const weights = { five: 10, nothing: 20, ten: 5, voucher: 2 } as const;

export const benchProgramme: ProgrammeInput = {
  format: 1,
  site: {
    id: siteId,
    name: 'Bench',
    currency: 'VND',
    timeZone: 'Asia/Ho_Chi_Minh',
    locale: 'en',
    origins: [],
  },
  pools: [{ id: 'codes', kind: 'generated', prefix: 'TEN' }],
  prizes,
  campaigns: [
    {
      id: 'always',
      name: 'Always',
      startsAt: '2020-01-01T00:00:00Z',
      endsAt: '2100-01-01T00:00:00Z',
      games: [
        {
          id: gameId,
          kind: 'wheel',
          name: 'Wheel',
          limits: { perDay: 10_000, perCampaign: 1_000_000, ever: 1_000_000 },
          slots: [...slices, ...slices].map((prizeId) => ({ prizeId, weight: weights[prizeId] })),
          fallbackPrizeId: 'nothing',
        },
      ],
    },
  ],
};
