/** One customer of a site with tiers, without a store: what is decided for them is kept. */
import { expect } from 'vitest';
import type { Change, Decision } from '../../server/core/decision.ts';
import type { Order, ShopperFacts } from '../../server/core/facts.ts';
import {
  decideCancelOrder,
  decideRefundOrder,
  decideReportOrder,
} from '../../server/core/order.ts';
import type { ProgressStates } from '../../server/core/progress.ts';
import { decideReportEvent } from '../../server/core/report-event.ts';
import { decideBuyReward } from '../../server/core/reward-shop.ts';
import { decideReviewTier } from '../../server/core/tidy.ts';
import { tierView } from '../../server/core/tier-view.ts';
import type { TierView } from '../../shared/schema/rewards-api.ts';
import type { SiteCalendar } from '../../server/core/time.ts';
import { compileProgramme } from '../../server/core/programme.ts';
import { progressWith, shopperFacts, shopperWith, stampAt } from './facts.ts';
import { programmeOf, siteId, type ProgrammeParts } from './programme.ts';
import { customer } from './shopping.ts';

export type Tiers = NonNullable<ProgrammeParts['tiers']>;

export const at = (day: string, time = '10:00:00', zone = '+07:00'): number =>
  Date.parse(`${day}T${time}${zone}`);

export const shown = (instant: number | null): string | null =>
  instant === null ? null : new Date(instant + 7 * 3_600_000).toISOString().slice(0, 16);

const levels: Tiers['levels'] = [
  { id: 'silver', name: 'Silver', from: 1_000, welcomePrizeId: 'hello', earlyAccessHours: 12 },
  { id: 'gold', name: 'Gold', from: 3_000, earningPercent: 200, welcomePrizeId: 'hooray' },
];
const hello = { id: 'hello', kind: 'points', label: 'Hello', points: 5 } as const;
const hooray = { id: 'hooray', kind: 'points', label: 'Hooray', points: 50, stock: 2 } as const;
/** The prizes that come with the levels. */
export const gifts = { hello, hooray };

export const tenDays = { kind: 'rolling', days: 10 } as const;
export const calendar = (period: 'month' | 'quarter' | 'year') =>
  ({ kind: 'calendar', period }) as const;

export const site = (tiers: Partial<Tiers> = {}, parts: ProgrammeParts = {}): ProgrammeParts => ({
  prizes: [hello, hooray],
  tiers: { measure: 'spend', window: tenDays, levels, ...tiers },
  ...parts,
});

export type Step =
  | readonly ['order', day: string, net: number]
  | readonly ['refund', day: string, amount: number]
  | readonly ['cancel', day: string];

/** Orders have the ids a, b, c …; refunds and cancellations are of the first. */
export function after(parts: ProgrammeParts, story: readonly Step[]): Member {
  const member = new Member(parts);
  let orders = 0;
  for (const [what, day, amount] of story) {
    if (what === 'order') {
      expect(member.order(at(day), amount, 'abcdefgh'[orders])).toBe('ok');
      orders += 1;
    } else if (what === 'refund') expect(member.refund(at(day), 'a', amount)).toBe('ok');
    else expect(member.cancel(at(day), 'a')).toBe('ok');
  }
  return member;
}

export class Member {
  facts: ShopperFacts;
  /** When the tier is to be looked at. */
  reviewAt: number | null = null;
  /** The prizes that were given, and the events of tiers, in order. */
  readonly got: string[] = [];
  readonly #orders = new Map<string, Order>();
  readonly #lots = new Map<number, number>();
  #commands = 0;

  constructor(parts: ProgrammeParts, zone?: Pick<SiteCalendar, 'zoneBefore' | 'zoneFrom'>) {
    this.facts = shopperFacts(parts, {
      shopper: shopperWith({ kind: 'identified', externalId: 'anna' }),
    });
    this.follow(parts, zone);
  }

  /** The site applies another programme. */
  follow(parts: ProgrammeParts, zone?: Pick<SiteCalendar, 'zoneBefore' | 'zoneFrom'>): void {
    const programme = compileProgramme(1, programmeOf(parts), zone);
    const stocks = [...programme.prizes.values()].flatMap(({ id, stock }) =>
      stock === null ? [] : [[id, stock] as const],
    );
    this.facts = { ...this.facts, programme, stockLeft: new Map(stocks) };
  }

  order(at: number, net: number, orderId = `order-${this.#commands}`): string {
    const asked = { ...this.#sent(), orderId, customer: customer('anna'), currency: 'VND', net };
    const order = this.#orders.get(orderId) ?? null;
    const facts = { ...this.facts, wallet: this.facts, order, spenders: [], redeemed: null };
    return this.#keep(decideReportOrder(facts, { ...asked, kind: 'report_order' }, this.#at(at)));
  }

  refund(at: number, orderId: string, amount: number): string {
    const asked = { ...this.#sent(), kind: 'refund_order', orderId, amount } as const;
    return this.#keep(decideRefundOrder(this.#factsOf(orderId), asked, this.#at(at)));
  }

  cancel(at: number, orderId: string): string {
    const asked = { ...this.#sent(), kind: 'cancel_order', orderId } as const;
    return this.#keep(decideCancelOrder(this.#factsOf(orderId), asked, this.#at(at)));
  }

  event(at: number, name: string): string {
    const done = { eventId: 'one', customer: customer('anna'), name, amount: 0 };
    const asked = { ...this.#sent(), kind: 'report_event', ...done } as const;
    return this.#keep(decideReportEvent(this.facts, asked, this.#at(at)));
  }

  buy(at: number, rewardId: string): string {
    const asked = { ...this.#sent(), kind: 'buy_reward', shopperId: 'anna', rewardId } as const;
    return this.#keep(decideBuyReward(this.facts, asked, this.#at(at)));
  }

  review(at: number): string {
    const asked = { ...this.#sent(), kind: 'review_tier', shopperId: 'anna' } as const;
    return this.#keep(decideReviewTier(this.facts, asked, this.#at(at)));
  }

  view(at: number): TierView {
    const view = tierView(this.facts, at);
    if (!view) throw new Error('no tiers');
    return view;
  }

  #sent(): { siteId: string; commandId: string } {
    this.#commands += 1;
    return { siteId, commandId: `command-${this.#commands}` };
  }

  #at(at: number): ReturnType<typeof stampAt> {
    return stampAt(at);
  }

  #factsOf(orderId: string) {
    const order = this.#orders.get(orderId) ?? null;
    return { ...this.facts, wallet: this.facts, order, spenders: [], redeemed: null };
  }

  /** `ok`, or the code of the refusal. */
  #keep(decision: Decision<unknown>): string {
    if (decision.kind === 'refused') return decision.refusal.code;
    if (decision.kind === 'needs_code') return decision.kind;
    for (const change of decision.changes) this.#apply(change);
    const lots = [...this.#lots].map(([expiresAt, left]) => ({ expiresAt, left }));
    this.facts = { ...this.facts, lots };
    return 'ok';
  }

  #apply(change: Change): void {
    switch (change.kind) {
      case 'shopper':
        this.facts = { ...this.facts, shopper: change.after };
        break;
      case 'lot':
        this.#lots.set(change.expiresAt, (this.#lots.get(change.expiresAt) ?? 0) + change.change);
        break;
      case 'order':
        this.#orders.set(change.after.id, change.after);
        break;
      case 'award':
        this.got.push(change.award.prizeId);
        break;
      case 'tier_review':
        this.reviewAt = change.dueAt;
        break;
      case 'progress': {
        const { of, itemId, state } = change.progress;
        const items = new Map<string, ProgressStates[typeof of]>(this.facts.progress[of]);
        this.facts = {
          ...this.facts,
          progress: progressWith({ ...this.facts.progress, [of]: items.set(itemId, state) }),
        };
        break;
      }
      case 'event': {
        const { kind, payload } = change.event;
        if (kind.startsWith('tier.')) this.got.push(`${kind} ${payload.itemId}`);
        break;
      }
      default:
    }
  }
}
