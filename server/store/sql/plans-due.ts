/** Which facts the system's own commands need. */
import type {
  ExpireVoucherCommand,
  ReviewTierCommand,
  TidyCommand,
  VoidVoucherCommand,
} from '../../core/command.ts';
import type { TurnCampaignCommand } from '../../core/tidy.ts';
import type { ForgetScoresCommand } from '../../core/leaderboard-prizes.ts';
import type { BaseFacts, ShopperFacts, VoucherFacts } from '../../core/facts.ts';
import { anonymousShopper, shopperNeed, shopperPlan, type Plan } from './needs.ts';
import { voucherNeed } from './plans.ts';
import { voucherById } from './voucher.ts';

export function planTidy({ siteId, shopperId }: TidyCommand): Plan<ShopperFacts> {
  return {
    need: (programme, now) =>
      // Whatever the programme says by now: what waits was promised.
      shopperNeed(
        { ...programme, waits: true },
        {
          siteId,
          newcomer: anonymousShopper(shopperId),
          lots: now,
          progress: [],
          prizeIds: [],
        },
      ),
  };
}

export function planReviewTier({ siteId, shopperId }: ReviewTierCommand): Plan<ShopperFacts> {
  return shopperPlan(siteId, anonymousShopper(shopperId), ({ document }) => ({
    progress: ['tier'],
    prizeIds: (document.tiers?.levels ?? []).flatMap(({ welcomePrizeId }) => welcomePrizeId ?? []),
  }));
}

export function planVoucherById(
  command: ExpireVoucherCommand | VoidVoucherCommand,
): Plan<VoucherFacts> {
  const { siteId, voucherId } = command;
  const find = voucherById(siteId, voucherId);
  return { find, need: (_programme, _now, found) => voucherNeed(siteId, find, found, null) };
}

/** The programme is all there is to know. */
export function planNothing(_command: TurnCampaignCommand | ForgetScoresCommand): Plan<BaseFacts> {
  return {
    need: () => ({ shopperIds: [], orderIds: [], queries: [], facts: (_rows, facts) => facts }),
  };
}
