/** What each figure on the page means. The tooltips say these sentences and nothing else. */
import type { FunnelStep } from '../../shared/funnel.ts';
import type { DayFigures } from '../../shared/schema/admin-api.ts';

export type FigureName = Exclude<keyof DayFigures, 'day'>;

export interface Figure {
  readonly name: FigureName;
  readonly label: string;
  /** Completes "no … in the period before". */
  readonly noun: string;
  readonly isMoney: boolean;
  readonly definition: string;
}

export const figures: readonly Figure[] = [
  {
    name: 'plays',
    label: 'Plays',
    noun: 'plays',
    isMoney: false,
    definition: 'Settled draws in the period, each with its receipt. Days are the site’s own.',
  },
  {
    name: 'shoppers',
    label: 'Shoppers',
    noun: 'shoppers',
    isMoney: false,
    definition:
      'Distinct shoppers with at least one play in the period. Someone who comes on three days ' +
      'counts once, so the days do not add up to this.',
  },
  {
    name: 'vouchers',
    label: 'Vouchers',
    noun: 'vouchers',
    isMoney: false,
    definition: 'Vouchers issued in the period, whether they were used or not.',
  },
  {
    name: 'prizeCost',
    label: 'Prize cost',
    noun: 'prize cost',
    isMoney: true,
    definition:
      'The cost you gave each prize × prizes given in the period. Vouchers that were issued and ' +
      'not yet redeemed count here too.',
  },
  {
    name: 'attributedRevenue',
    label: 'Attributed revenue',
    noun: 'attributed revenue',
    isMoney: true,
    definition:
      'Order net (without tax, shipping and refunds) of orders that redeemed one of your ' +
      'vouchers. Orders without a voucher do not count, whoever placed them.',
  },
];

export const funnelDefinition =
  'Distinct shoppers at each step within the campaign, over the whole period. The percentage is ' +
  'the share of the step before. Shown, opened and started are counted with consent only; plays ' +
  'always.';

export const stepWords: Readonly<Record<FunnelStep, { label: string; definition: string }>> = {
  shown: { label: 'Shown', definition: 'saw a game, in the page or in the panel' },
  opened: { label: 'Opened', definition: 'opened the panel' },
  started: { label: 'Started', definition: 'started a game' },
  settled: { label: 'Settled', definition: 'had a play settled by the server' },
  won: { label: 'Won', definition: 'won a prize' },
  claimed: { label: 'Claimed', definition: 'claimed a voucher, or won what needs no claim' },
  redeemed: { label: 'Redeemed', definition: 'used a voucher in an order' },
};

export const prizesDefinition =
  'Odds set are the odds as configured now. Observed is times given ÷ plays of the game in the ' +
  'period. Expected is the range that chance stays within in 999 of 1,000 periods, by the odds ' +
  'that were set when each play came; what lies outside is marked. Of a pool that you imported, ' +
  'codes are shown where they run out before the stock. Cost is given × the cost you gave the ' +
  'prize.';

export const latestPlaysDefinition =
  'The newest settled draws of the site, whatever period and campaign are chosen, in the site’s ' +
  'time zone. Shoppers are shown by the end of their id.';
