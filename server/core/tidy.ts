/** What time alone brings about, as commands of the system's own. */
import type { CampaignId } from '../../shared/ids.ts';
import type { Base, ReviewTierCommand, TidyCommand } from './command.ts';
import { decided, raised, refused, type Decision } from './decision.ts';
import { Effects } from './effects.ts';
import type { BaseFacts, ShopperFacts } from './facts.ts';
import { idsFrom, type Stamp } from './stamp.ts';
import { reviewTier } from './tier.ts';

/** A campaign's start or end has come. */
export interface TurnCampaignCommand extends Base {
  readonly kind: 'turn_campaign';
  readonly campaignId: CampaignId;
  readonly turn: 'started' | 'ended';
}

export interface Tidied {
  /** The balance afterwards. */
  readonly points: number;
}

/** Opening a shopper's purse does everything that is due; closing it keeps that. */
export function decideTidy(
  facts: ShopperFacts,
  _command: TidyCommand,
  stamp: Stamp,
): Decision<Tidied> {
  const { now } = stamp;
  const due =
    facts.lots.some(({ expiresAt, left }) => expiresAt <= now && left > 0) ||
    facts.pending.some(({ dueAt }) => dueAt <= now) ||
    facts.holds.some(({ heldUntil }) => heldUntil <= now);
  if (!due) return decided({ points: facts.shopper.points }, []);
  return new Effects(facts, stamp).decided(({ points }) => ({ points }));
}

/** A level that was held until now is lowered, and the next review is set. */
export function decideReviewTier(
  facts: ShopperFacts,
  { commandId }: ReviewTierCommand,
  stamp: Stamp,
): Decision<object> {
  const { shopper, programme } = facts;
  if (!programme.document.tiers) return refused({ code: 'not_found' });
  if (shopper.mergedInto !== null) {
    return decided({}, [{ kind: 'tier_review', shopperId: shopper.id, dueAt: null }]);
  }
  const effects = new Effects(facts, stamp);
  reviewTier(effects, commandId);
  return effects.decided(() => ({}));
}

/** Says once that a campaign began, or that it ended. Games know their dates without it. */
export function decideTurnCampaign(
  _facts: BaseFacts,
  { campaignId, turn }: TurnCampaignCommand,
  stamp: Stamp,
): Decision<object> {
  const id = idsFrom(stamp).next('e');
  const kind = `campaign.${turn}` as const;
  return decided({}, [raised({ id, kind, shopperId: null, campaignId, payload: {} })]);
}
