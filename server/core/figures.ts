/** Folds events into what each rollup gains: the figures are sums of these. */
import { assertNever } from '../../shared/assert-never.ts';
import type { FunnelStep } from '../../shared/funnel.ts';
import type {
  CampaignId,
  GameId,
  PrizeId,
  ShopperId,
  SiteDay,
  SiteId,
} from '../../shared/ids.ts';
import type { EventKind, EventPayload } from './decision.ts';

/** An event as the projector reads it. */
export interface KeptEvent {
  readonly siteId: SiteId;
  readonly kind: EventKind;
  readonly shopperId: ShopperId | null;
  readonly campaignId: CampaignId;
  readonly gameId: GameId;
  readonly day: SiteDay;
  readonly payload: EventPayload;
}

export interface DayDelta {
  readonly siteId: SiteId;
  readonly campaignId: CampaignId;
  readonly day: SiteDay;
  plays: number;
  vouchers: number;
  /** Minor units. */
  prizeCost: number;
  /** Minor units. */
  attributedRevenue: number;
}

export interface PrizeDelta {
  readonly siteId: SiteId;
  readonly campaignId: CampaignId;
  readonly gameId: GameId;
  readonly prizeId: PrizeId;
  readonly day: SiteDay;
  given: number;
  /** Minor units. */
  cost: number;
}

/** The steps that one shopper reached in one game on one day. */
export interface ShopperDelta {
  readonly siteId: SiteId;
  readonly day: SiteDay;
  readonly campaignId: CampaignId;
  readonly gameId: GameId;
  readonly shopperId: ShopperId;
  readonly reached: Set<FunnelStep>;
}

export interface Merge {
  readonly siteId: SiteId;
  readonly from: ShopperId;
  readonly to: ShopperId;
}

export interface Deltas {
  readonly days: readonly DayDelta[];
  readonly prizes: readonly PrizeDelta[];
  readonly shoppers: readonly ShopperDelta[];
  /** To be written after all the rest. */
  readonly merges: readonly Merge[];
}

/** Each row of each rollup once, whatever the number of events. */
export function foldEvents(events: readonly KeptEvent[]): Deltas {
  const days = new Map<string, DayDelta>();
  const prizes = new Map<string, PrizeDelta>();
  const shoppers = new Map<string, ShopperDelta>();
  const merges: Merge[] = [];

  function dayOf({ siteId, campaignId, day }: KeptEvent): DayDelta {
    const none = { plays: 0, vouchers: 0, prizeCost: 0, attributedRevenue: 0 };
    return entry(days, [siteId, campaignId, day], () => ({ siteId, campaignId, day, ...none }));
  }

  function reach(event: KeptEvent, reached: readonly FunnelStep[]): void {
    const { siteId, day, campaignId, gameId, shopperId } = event;
    // What the back end granted belongs to no campaign, and to no funnel.
    if (shopperId === null || campaignId === '') return;
    const delta = entry(shoppers, [siteId, day, campaignId, gameId, shopperId], () => ({
      siteId,
      day,
      campaignId,
      gameId,
      shopperId,
      reached: new Set<FunnelStep>(),
    }));
    for (const step of reached) delta.reached.add(step);
  }

  function give(event: KeptEvent): void {
    const { voucherId, cost = 0 } = event.payload;
    const day = dayOf(event);
    day.vouchers += voucherId === undefined ? 0 : 1;
    day.prizeCost += cost;
  }

  function settle(event: KeptEvent): void {
    const { siteId, campaignId, gameId, day, payload } = event;
    const { prizeId = '', cost = 0, won = false, voucherId } = payload;
    give(event);
    dayOf(event).plays += 1;
    const prize = entry(prizes, [siteId, campaignId, gameId, prizeId, day], () => {
      return { siteId, campaignId, gameId, prizeId, day, given: 0, cost: 0 };
    });
    prize.given += 1;
    prize.cost += cost;
    // Whoever has played was shown the game, consent or not; points need no claiming.
    reach(event, ['shown', 'opened', 'started', 'settled']);
    if (won) reach(event, voucherId === undefined ? ['won', 'claimed'] : ['won']);
  }

  for (const event of events) {
    switch (event.kind) {
      case 'game.shown':
        reach(event, ['shown']);
        break;
      case 'game.opened':
        reach(event, ['shown', 'opened']);
        break;
      case 'game.started':
        reach(event, ['shown', 'opened', 'started']);
        break;
      case 'play.settled':
        settle(event);
        break;
      case 'prize.granted':
        give(event);
        break;
      case 'voucher.claimed':
        reach(event, ['claimed']);
        break;
      case 'voucher.redeemed':
        reach(event, ['claimed', 'redeemed']);
        break;
      case 'order.attributed':
        dayOf(event).attributedRevenue += event.payload.amount ?? 0;
        break;
      case 'shopper.identified': {
        const { mergedFrom: from } = event.payload;
        if (from !== undefined && event.shopperId !== null) {
          merges.push({ siteId: event.siteId, from, to: event.shopperId });
        }
        break;
      }
      case 'order.reported':
      case 'order.cancelled':
      case 'order.refunded':
      case 'points.adjusted':
        break;
      default:
        assertNever(event.kind);
    }
  }
  const all = { days: [...days.values()], prizes: [...prizes.values()] };
  return { ...all, shoppers: [...shoppers.values()], merges };
}

function entry<Value>(
  map: Map<string, Value>,
  key: readonly string[],
  make: () => Value,
): Value {
  const name = key.join('\n');
  const known = map.get(name);
  if (known !== undefined) return known;
  const made = make();
  map.set(name, made);
  return made;
}
