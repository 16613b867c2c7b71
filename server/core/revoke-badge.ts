/** The shop's back end takes a badge away, with a reason. */
import type { RevokedReply } from '../../shared/schema/event-api.ts';
import { noBadge } from './badge.ts';
import type { RevokeBadgeCommand } from './command.ts';
import { refused, type Decision } from './decision.ts';
import { Effects } from './effects.ts';
import type { ShopperFacts } from './facts.ts';
import { tallied } from './measure.ts';
import type { Stamp } from './stamp.ts';

/** Takes a badge away. It is earned again only by as much anew, and its prizes stay given. */
export function decideRevokeBadge(
  facts: ShopperFacts,
  { badgeId, reason, customer }: RevokeBadgeCommand,
  stamp: Stamp,
): Decision<RevokedReply> {
  const { programme, shopper } = facts;
  if (shopper.walletVersion === 0) return refused({ code: 'shopper_not_found' });
  if (!programme.document.badges.some(({ id }) => id === badgeId)) {
    return refused({ code: 'badge_not_found' });
  }
  const effects = new Effects(facts, stamp);
  const state = effects.books.badges().get(badgeId) ?? noBadge;
  const { level, tally } = state;
  if (level === 0) return refused({ code: 'badge_not_earned' });

  // From here the revocation succeeds.
  const revoked = { at: stamp.now, reason };
  const since = state.since === 0 ? 0 : stamp.now + 1;
  const gone = { ...state, level: 0, spent: tallied(tally), since, revoked };
  effects.books.setBadge(badgeId, gone);
  effects.raise('badge.revoked', { itemId: badgeId, amount: level });
  return effects.decided(() => ({ shopperId: customer.externalId, badgeId, level }));
}
