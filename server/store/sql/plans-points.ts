/** Which facts the commands about points at the checkout need. */
import type { HoldId, OrderId, SiteId } from '../../../shared/ids.ts';
import type {
  HoldPointsCommand,
  RedeemPointsCommand,
  ReleasePointsCommand,
} from '../../core/command.ts';
import type { HoldFacts, ShopperFacts } from '../../core/facts.ts';
import { anonymousShopper, identifiedShopper, shopperNeed, withOwn, type Plan } from './needs.ts';
import { orderById, orderRow } from './order.ts';
import { holdById, holdRow } from './points.ts';
import { textOrNull } from './row.ts';

const nothingElse = { lots: 'all', progress: [], prizeIds: [] } as const;

/** Whatever the programme says by now, what is held already counts. */
export function planHoldPoints({ siteId, customer }: HoldPointsCommand): Plan<ShopperFacts> {
  const newcomer = identifiedShopper(customer);
  return {
    need: (programme) =>
      shopperNeed({ ...programme, waits: true }, { siteId, newcomer, ...nothingElse }),
  };
}

export function planRedeemPoints(command: RedeemPointsCommand): Plan<HoldFacts> {
  return planUse(command, command.orderId);
}

export function planReleasePoints(command: ReleasePointsCommand): Plan<HoldFacts> {
  return planUse(command, null);
}

/** The hold says whose points they are; it never changes hands. */
function planUse(
  { siteId, holdId }: { readonly siteId: SiteId; readonly holdId: HoldId },
  orderId: OrderId | null,
): Plan<HoldFacts> {
  const find = holdById(siteId, holdId);
  return {
    find,
    need(programme, _now, found) {
      const owner = found[0] ? textOrNull(found[0], 'shopper_id') : null;
      const newcomer = anonymousShopper(owner ?? '');
      const waiting = { ...programme, waits: true };
      const need = shopperNeed(waiting, { siteId, newcomer, ...nothingElse });
      const orders = orderId === null ? [] : [orderById(siteId, orderId)];
      return {
        shopperIds: owner === null ? [] : [owner],
        orderIds: orderId === null ? [] : [orderId],
        queries: [find, ...orders, ...need.queries],
        facts([holds, ...rest], reading) {
          const facts = need.facts(rest.slice(orders.length), reading);
          const hold = holds?.[0] ? holdRow(holds[0]) : null;
          // It was made since it was looked for: its shopper is not locked.
          if (!facts || (hold !== null && owner === null)) return null;
          const order = orders.length > 0 && rest[0]?.[0] ? orderRow(rest[0][0]) : null;
          return { ...withOwn(facts, [], hold ? [hold] : []), hold, order };
        },
      };
    },
  };
}
