/** Which facts each command needs: whom to lock, what to read, and how the rows become facts. */
import type { OrderId, ShopperId, SiteId } from '../../../shared/ids.ts';
import { orderSource } from '../../../shared/points.ts';
import { progressKinds } from '../../../shared/progress.ts';
import type {
  AdjustCreditCommand,
  AdjustPointsCommand,
  BuyRewardCommand,
  CancelOrderCommand,
  ClaimCommand,
  GrantPrizeCommand,
  HoldVoucherCommand,
  IdentifyCommand,
  PauseCommand,
  RedeemVoucherCommand,
  RefundOrderCommand,
  ReleaseVoucherCommand,
  ReportOrderCommand,
} from '../../core/command.ts';
import type {
  ClaimFacts,
  Hold,
  IdentifyFacts,
  OrderFacts,
  ShopperFacts,
  VoucherFacts,
  WalletFacts,
} from '../../core/facts.ts';
import type { Programme } from '../../core/programme.ts';
import type { Voucher } from '../../core/voucher.ts';
import type { Query, Row } from '../store.ts';
import { belongingsFrom, belongingsOf } from './belongings.ts';
import { leadRow, leadsOf } from './lead.ts';
import { orderById, orderRow, partiesFrom, partiesOf } from './order.ts';
import {
  anonymousShopper,
  identifiedShopper,
  newcomerOf,
  purseContents,
  shopperNeed,
  shopperPlan,
  wallet,
  walletQueries,
  withOwn,
  type Need,
  type Plan,
} from './needs.ts';
import { holdRow, holdsOfOrder, pendingOfSource, pendingRow } from './points.ts';
import { progressFrom, progressOf } from './progress.ts';
import {
  shopperById,
  shopperRow,
  streamRow,
  streamsOf,
  usedToken,
  type Newcomer,
} from './shopper.ts';
import {
  voucherByHold,
  voucherById,
  voucherRow,
  vouchersByCode,
  vouchersByOrder,
} from './voucher.ts';

export function planClaim(command: ClaimCommand): Plan<ClaimFacts> {
  const { siteId, shopperId, voucherId } = command;
  return {
    need: (programme, now) => ({
      shopperIds: [shopperId],
      orderIds: [],
      queries: [
        ...walletQueries(programme, shopperId, now),
        voucherById(siteId, voucherId),
        leadsOf(siteId, shopperId),
      ],
      facts([shopper, lots, vouchers, leads], reading) {
        const voucher = vouchers?.[0] ? voucherRow(vouchers[0]) : null;
        const known = (leads ?? []).map(leadRow);
        const newcomer = anonymousShopper(shopperId);
        return { ...wallet(shopper, lots, newcomer, reading), voucher, leads: known };
      },
    }),
  };
}

export function planIdentify(command: IdentifyCommand): Plan<IdentifyFacts> {
  const { siteId, customer, anonymousId, tokenId } = command;
  return {
    need: (programme) => ({
      shopperIds: anonymousId ? [customer.shopperId, anonymousId] : [customer.shopperId],
      orderIds: [],
      queries: [
        ...walletQueries(programme, customer.shopperId),
        streamsOf(siteId, customer.shopperId),
        progressOf(siteId, customer.shopperId, progressKinds),
        usedToken(siteId, tokenId),
        ...(anonymousId
          ? [
              ...walletQueries(programme, anonymousId),
              streamsOf(siteId, anonymousId),
              progressOf(siteId, anonymousId, progressKinds),
              belongingsOf(siteId, anonymousId),
            ]
          : []),
      ],
      facts([shopper, lots, streams, progress, tokens, ...old], reading) {
        const [oldShopper, oldLots, oldStreams, oldProgress, oldBelongings] = old;
        const anonymous = oldShopper?.[0] && {
          shopper: shopperRow(oldShopper[0]),
          ...purseContents(oldLots, anonymousId ?? ''),
          streams: (oldStreams ?? []).map(streamRow),
          progress: progressFrom(oldProgress ?? []),
          belongings: belongingsFrom(oldBelongings ?? []),
        };
        return {
          ...wallet(shopper, lots, identifiedShopper(customer), reading),
          streams: (streams ?? []).map(streamRow),
          progress: progressFrom(progress ?? []),
          tokenUsed: (tokens ?? []).length > 0,
          // Somebody who never played has no row, and nothing to merge.
          anonymous: anonymous && anonymous.shopper.walletVersion > 0 ? anonymous : null,
        };
      },
    }),
  };
}

export function planReportOrder(command: ReportOrderCommand): Plan<OrderFacts> {
  const { orderId, customer } = command;
  return {
    need: (programme) => orderNeed(programme, orderId, customer && identifiedShopper(customer)),
  };
}

/**
 * A refund or a cancellation: the order says whose points are at stake. Somebody else may have
 * spent some on it before it was reported.
 */
export function planChangeOrder(
  command: RefundOrderCommand | CancelOrderCommand,
): Plan<OrderFacts> {
  const { siteId, orderId } = command;
  return {
    find: partiesOf(siteId, orderId),
    need(programme, _now, found) {
      const { ownerId, spenderIds } = partiesFrom(found);
      const need = orderNeed(
        programme,
        orderId,
        ownerId === null ? null : anonymousShopper(ownerId),
      );
      const wallets = spenderIds.flatMap((id) => walletQueries(programme, id));
      return {
        ...need,
        shopperIds: [...need.shopperIds, ...spenderIds],
        queries: [
          holdsOfOrder(siteId, orderId),
          pendingOfSource(siteId, ownerId ?? '', orderSource(orderId)),
          ...wallets,
          ...need.queries,
        ],
        facts([spent = [], waiting = [], ...rest], reading) {
          const facts = need.facts(rest.slice(wallets.length), reading);
          const holds = spent.map(holdRow);
          const isLocked = ({ shopperId }: Pick<Hold, 'shopperId'>): boolean =>
            shopperId === ownerId || spenderIds.includes(shopperId);
          // It was reported, or spent on, since it was looked for: not all of them are locked.
          if (!facts || !holds.every(isLocked)) return null;
          if (facts.order && facts.order.shopperId !== ownerId) return null;
          const spentBy = (id: ShopperId): Hold[] =>
            holds.filter(({ shopperId }) => shopperId === id);
          return {
            ...facts,
            wallet:
              facts.wallet &&
              withOwn(facts.wallet, waiting.map(pendingRow), spentBy(facts.wallet.shopper.id)),
            spenders: spenderIds.map((id, at) => {
              const [shopper, lots] = rest.slice(2 * at);
              return withOwn(wallet(shopper, lots, anonymousShopper(id), reading), [], spentBy(id));
            }),
          };
        },
      };
    },
  };
}

export function planHoldVoucher(command: HoldVoucherCommand): Plan<VoucherFacts> {
  const { siteId, code, customer } = command;
  const find = vouchersByCode(siteId, code, customer?.shopperId ?? null);
  return { find, need: (_programme, _now, found) => voucherNeed(siteId, find, found, null) };
}

export function planRedeemVoucher(command: RedeemVoucherCommand): Plan<VoucherFacts> {
  const { siteId, holdId, orderId } = command;
  const find = voucherByHold(siteId, holdId);
  return { find, need: (_programme, _now, found) => voucherNeed(siteId, find, found, orderId) };
}

export function planReleaseVoucher(command: ReleaseVoucherCommand): Plan<VoucherFacts> {
  const find = voucherByHold(command.siteId, command.holdId);
  return {
    find,
    need: (_programme, _now, found) => voucherNeed(command.siteId, find, found, null),
  };
}

export function planAdjustPoints({
  customer,
}: AdjustPointsCommand | AdjustCreditCommand): Plan<WalletFacts> {
  return {
    need: (programme) => ({
      shopperIds: [customer.shopperId],
      orderIds: [],
      queries: walletQueries(programme, customer.shopperId),
      facts: ([shopper, lots], reading) =>
        wallet(shopper, lots, identifiedShopper(customer), reading),
    }),
  };
}

export function planGrantPrize(command: GrantPrizeCommand): Plan<ShopperFacts> {
  const { siteId, customer, prizeId } = command;
  return {
    need: (programme) =>
      shopperNeed(programme, {
        siteId,
        newcomer: identifiedShopper(customer),
        lots: 'all',
        progress: [],
        prizeIds: [prizeId],
      }),
  };
}

export function planBuyReward(command: BuyRewardCommand): Plan<ShopperFacts> {
  const { siteId, shopperId, rewardId } = command;
  return {
    need(programme) {
      const reward = programme.rewards.get(rewardId);
      return shopperNeed(programme, {
        siteId,
        newcomer: anonymousShopper(shopperId),
        lots: 'all',
        progress: programme.document.tiers ? ['reward', 'tier'] : ['reward'],
        prizeIds: reward ? [reward.prizeId] : [],
      });
    },
  };
}

export function planPause(command: PauseCommand): Plan<ShopperFacts> {
  return shopperPlan(command.siteId, newcomerOf(command), () => ({}));
}

/** The order and its shopper; nothing of what was spent on it. */
function orderNeed(
  programme: Programme,
  orderId: OrderId,
  owner: Newcomer | null,
): Need<OrderFacts> {
  const { siteId } = programme;
  const ask = { siteId, lots: 'all', progress: [], prizeIds: [], activities: ['order'] } as const;
  const theirs = owner && shopperNeed(programme, { ...ask, newcomer: owner });
  return {
    shopperIds: owner ? [owner.id] : [],
    orderIds: [orderId],
    queries: [
      orderById(siteId, orderId),
      vouchersByOrder(siteId, orderId),
      ...(theirs?.queries ?? []),
    ],
    facts([orders, vouchers, ...rest], reading) {
      return {
        ...reading,
        order: orders?.[0] ? orderRow(orders[0]) : null,
        redeemed: vouchers?.[0] ? voucherRow(vouchers[0]) : null,
        wallet: theirs?.facts(rest, reading) ?? null,
        spenders: [],
      };
    },
  };
}

export function voucherNeed(
  siteId: SiteId,
  find: Query,
  found: readonly Row[],
  orderId: OrderId | null,
): Need<VoucherFacts> {
  const owners = [...new Set(found.map((row) => voucherRow(row).shopperId))];
  const named = orderId === null ? [] : [orderId];
  return {
    shopperIds: owners,
    orderIds: named,
    queries: [
      find,
      ...owners.map((id) => shopperById(siteId, id)),
      ...named.flatMap((id) => [orderById(siteId, id), vouchersByOrder(siteId, id)]),
    ],
    facts(rows, reading) {
      const vouchers: Voucher[] = (rows[0] ?? []).map(voucherRow);
      const shoppers = owners.flatMap((_, at) => (rows[at + 1] ?? []).map(shopperRow));
      const [orders, redeemed] = rows.slice(owners.length + 1);
      const locked = new Map(shoppers.map((shopper) => [shopper.id, shopper]));
      if (!vouchers.every(({ shopperId }) => locked.has(shopperId))) return null;
      return {
        ...reading,
        vouchers,
        shoppers: locked,
        order: orders?.[0] ? orderRow(orders[0]) : null,
        creditedAt: redeemed?.[0] ? voucherRow(redeemed[0]).redeemedAt : null,
      };
    },
  };
}
