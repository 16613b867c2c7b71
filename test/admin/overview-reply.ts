/** A reply of the server with what a test does not care about already in it. */
import type { AdminView, OverviewReply } from '../../shared/schema/admin-api.ts';
import { addDays, daysIn } from '../../admin/figures/day.ts';

const nothing = { value: 0, before: 0 };

export const adminView: AdminView = {
  email: 'mai@example.com',
  sites: [
    { id: 'goc-tra', name: 'Góc Trà', today: '2026-11-22' },
    { id: 'lantern', name: 'Lantern & Co', today: '2026-11-21' },
  ],
};

export function overviewReply(more: Partial<OverviewReply> = {}): OverviewReply {
  const { from, to } = { from: '2026-11-16', to: '2026-11-22', ...more };
  const count = daysIn({ from, to });
  return {
    site: {
      id: 'goc-tra',
      name: 'Góc Trà',
      currency: 'VND',
      timeZone: 'Asia/Ho_Chi_Minh',
      today: '2026-11-22',
    },
    from,
    to,
    before: { from: addDays(from, -count), to: addDays(from, -1) },
    campaigns: [
      {
        id: 'autumn',
        name: 'Autumn wheel',
        startsAt: Date.parse('2026-09-01T00:00:00+07:00'),
        endsAt: Date.parse('2026-12-01T00:00:00+07:00'),
      },
    ],
    funnel: [],
    totals: {
      plays: nothing,
      shoppers: nothing,
      vouchers: nothing,
      prizeCost: nothing,
      attributedRevenue: nothing,
    },
    days: Array.from({ length: count }, (_, index) => ({
      day: addDays(from, index),
      plays: 0,
      shoppers: 0,
      vouchers: 0,
      prizeCost: 0,
      attributedRevenue: 0,
    })),
    prizes: [],
    latestPlays: [],
    eventsWaiting: 0,
    embed:
      '<script async src="https://fair.example/v1/fairground.js" data-site="goc-tra"></script>',
    ...more,
  };
}

export const onePlay: OverviewReply['latestPlays'][number] = {
  playId: 'play-1',
  at: Date.parse('2026-11-20T03:04:00Z'),
  shopperId: 'shopper-0123456789',
  gameName: { en: 'Harvest wheel', vi: 'Vòng quay' },
  prizeLabel: '10% off',
  won: true,
};
