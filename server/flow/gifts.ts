/** Gifts on an occasion, given along with a sign-in or an order. */
import type { ShopperId, SiteId } from '../../shared/ids.ts';
import { decideGiveGifts } from '../core/gifts.ts';
import { planGiveGifts } from '../store/sql/plans-gifts.ts';
import { settle, type Deps } from './deps.ts';

export const giftMechanic = { plan: planGiveGifts, decide: decideGiveGifts };

/** Whatever is due to the shopper; nothing is asked where the site gives no such gifts. */
export async function giveDueGifts(
  deps: Deps,
  siteId: SiteId,
  shopperId: ShopperId,
): Promise<void> {
  const rules = deps.programmes.get(siteId)?.document.gifts;
  if (!rules?.welcome && !rules?.birthday && !rules?.milestones.length) return;
  // Every try is a command of its own: what was given says whether it is due.
  const commandId = `gifts:${deps.entropy()}`;
  await settle(deps, giftMechanic, { kind: 'give_gifts', siteId, commandId, shopperId });
}
