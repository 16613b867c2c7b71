/** Folds events into what each rollup gains: the figures are sums of these. */
import type { FunnelStep } from '../../shared/funnel.ts';
import type { CampaignId, GameId, PrizeId, ShopperId, SiteDay, SiteId } from '../../shared/ids.ts';
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
  const fold = new Fold();
  for (const event of events) fold.add(event);
  return fold.deltas();
}

class Fold {
  readonly #days = new Map<string, DayDelta>();
  readonly #prizes = new Map<string, PrizeDelta>();
  readonly #shoppers = new Map<string, ShopperDelta>();
  readonly #merges: Merge[] = [];

  deltas(): Deltas {
    return {
      days: [...this.#days.values()],
      prizes: [...this.#prizes.values()],
      shoppers: [...this.#shoppers.values()],
      merges: this.#merges,
    };
  }

  add(event: KeptEvent): void {
    switch (event.kind) {
      case 'game.shown':
        return this.#reach(event, ['shown']);
      case 'game.opened':
        return this.#reach(event, ['shown', 'opened']);
      case 'game.started':
        return this.#reach(event, ['shown', 'opened', 'started']);
      case 'play.settled':
        return this.#settle(event);
      case 'prize.granted':
      case 'referral.paid':
      case 'gift.given':
      case 'reward.bought':
        return this.#give(event);
      case 'voucher.claimed':
        return this.#reach(event, ['claimed']);
      case 'voucher.redeemed':
        return this.#reach(event, ['claimed', 'redeemed']);
      case 'order.attributed':
        this.#dayOf(event).attributedRevenue += event.payload.amount ?? 0;
        return;
      case 'shopper.identified':
        return this.#merge(event);
      // All other kinds are for whoever subscribes.
      default:
        return;
    }
  }

  #settle(event: KeptEvent): void {
    const { siteId, campaignId, gameId, day, payload } = event;
    const { prizeId = '', cost = 0, won = false, voucherId } = payload;
    this.#give(event);
    this.#dayOf(event).plays += 1;
    const place = { siteId, campaignId, gameId, prizeId, day };
    const prize = entry(this.#prizes, Object.values(place), { ...place, given: 0, cost: 0 });
    prize.given += 1;
    prize.cost += cost;
    // Whoever has played was shown the game, consent or not; points need no claiming.
    this.#reach(event, ['shown', 'opened', 'started', 'settled']);
    if (won) this.#reach(event, voucherId === undefined ? ['won', 'claimed'] : ['won']);
  }

  #give(event: KeptEvent): void {
    const { voucherId, cost = 0 } = event.payload;
    const day = this.#dayOf(event);
    day.vouchers += voucherId === undefined ? 0 : 1;
    day.prizeCost += cost;
  }

  #merge({ siteId, shopperId, payload }: KeptEvent): void {
    const { mergedFrom: from } = payload;
    if (from === undefined || shopperId === null) return;
    this.#merges.push({ siteId, from, to: shopperId });
  }

  #reach(event: KeptEvent, reached: readonly FunnelStep[]): void {
    const { siteId, day, campaignId, gameId, shopperId } = event;
    // What the back end granted belongs to no campaign, and to no funnel.
    if (shopperId === null || campaignId === '') return;
    const place = { siteId, day, campaignId, gameId, shopperId };
    const none = { ...place, reached: new Set<FunnelStep>() };
    const delta = entry(this.#shoppers, Object.values(place), none);
    for (const step of reached) delta.reached.add(step);
  }

  #dayOf({ siteId, campaignId, day }: KeptEvent): DayDelta {
    const none = { plays: 0, vouchers: 0, prizeCost: 0, attributedRevenue: 0 };
    const place = { siteId, campaignId, day };
    return entry(this.#days, Object.values(place), { ...place, ...none });
  }
}

/** The entry of a key, which starts as `none`. */
function entry<Value>(map: Map<string, Value>, key: readonly string[], none: Value): Value {
  const name = key.join('\n');
  const known = map.get(name);
  if (known !== undefined) return known;
  map.set(name, none);
  return none;
}
