/**
 * What one command of a shopper's changes, gathered until the decision is complete: points, prizes,
 * what is counted, and events. Refuse first; then build with these.
 */
import type { GameId, PrizeId } from '../../shared/ids.ts';
import type { ProgressKind } from '../../shared/progress.ts';
import type { GivenView } from '../../shared/schema/rewards-api.ts';
import type { WalletChange } from '../../shared/schema/shopper-api.ts';
import { Giver, outsideGames, type Given, type GivingPlace, type Supply } from './award.ts';
import { giveBadge } from './badge.ts';
import { Books } from './books.ts';
import {
  decided,
  raised,
  type Cause,
  type Change,
  type Decision,
  type EventKind,
  type EventPayload,
} from './decision.ts';
import type { ShopperFacts } from './facts.ts';
import type { ProgressStates } from './progress.ts';
import { Purse } from './purse.ts';
import { idsFrom, type Ids, type Stamp } from './stamp.ts';

export class Effects {
  readonly facts: ShopperFacts;
  readonly stamp: Stamp;
  readonly ids: Ids;
  readonly purse: Purse;
  readonly books: Books;
  readonly #giver: Giver;
  readonly #progress = new Map<string, Change & { kind: 'progress' }>();
  readonly #kept: { [Kind in ProgressKind]?: Map<string, ProgressStates[Kind]> } = {};
  readonly #rows: Change[] = [];
  readonly #events: Change[] = [];
  #wish: Decision<never> | null = null;

  constructor(facts: ShopperFacts, stamp: Stamp) {
    this.facts = facts;
    this.stamp = stamp;
    this.ids = idsFrom(stamp);
    this.purse = new Purse(facts, stamp, this.ids);
    this.books = new Books(facts, stamp.now);
    this.#giver = new Giver(facts, this.purse, stamp, this.ids);
  }

  supplyOf(prizeId: PrizeId): Supply {
    return this.#giver.supplyOf(prizeId);
  }

  /** Gives a prize that is in supply. */
  give(prizeId: PrizeId, cause: Cause, reason: string, place: GivingPlace = outsideGames): Given {
    const given = this.#giver.give(prizeId, cause, reason, place);
    if (given.badge) giveBadge(this, given.badge);
    return given;
  }

  /**
   * Gives what is left of a reward that comes along: null when it has run out. Where it needs a
   * code of the shop's, the whole decision asks for the code, to be made again with it.
   */
  giveIfLeft(prizeId: PrizeId, cause: Cause, reason: string): Given | null {
    const supply = this.supplyOf(prizeId);
    if (supply.kind === 'needs_code') this.#wish ??= supply;
    return supply.kind === 'available' ? this.give(prizeId, cause, reason) : null;
  }

  /** Gives what is left of the prizes that an item comes with, each an event of its own. */
  giveAll(prizeIds: readonly PrizeId[], cause: Cause, itemId: string): GivenView[] {
    return prizeIds.flatMap((prizeId) => {
      const given = this.giveIfLeft(prizeId, cause, cause.kind);
      if (!given) return [];
      this.raise('prize.granted', { ...given.payload, itemId });
      return [given.view];
    });
  }

  /** Free plays of a game that came along: its play counts them in its own stream. */
  takeFreePlays(gameId: GameId): number {
    return this.#giver.takeFreePlays(gameId);
  }

  /** How many units of a prize this command has taken. */
  taken(prizeId: PrizeId): number {
    return this.#giver.taken(prizeId);
  }

  /** Rows of the command's own. */
  change(...rows: readonly Change[]): void {
    this.#rows.push(...rows);
  }

  /** Keeps the item's new state; the last one counts. */
  keep<Kind extends ProgressKind>(of: Kind, itemId: string, state: ProgressStates[Kind]): void {
    const progress = { shopperId: this.facts.shopper.id, of, itemId, state };
    this.#progress.set(`${of} ${itemId}`, { kind: 'progress', progress });
    const kept: { [Each in Kind]?: Map<string, ProgressStates[Kind]> } = this.#kept;
    (kept[of] ??= new Map()).set(itemId, state);
  }

  /** The item's state by now: as it was loaded, or as this command keeps it. */
  stateOf<Kind extends ProgressKind>(of: Kind, itemId: string): ProgressStates[Kind] | undefined {
    return this.#kept[of]?.get(itemId) ?? this.facts.progress[of].get(itemId);
  }

  raise(kind: EventKind, payload: EventPayload, place: GivingPlace = outsideGames): void {
    const { campaignId, gameId } = place;
    const shopperId = this.facts.shopper.id;
    const id = this.ids.next('e');
    this.#events.push(raised({ id, kind, shopperId, campaignId, gameId, payload }));
  }

  /** The decision, or the wish for a code that one of the prizes needs. */
  decided<Outcome>(outcomeOf: (wallet: WalletChange) => Outcome): Decision<Outcome> {
    if (this.#wish) return this.#wish;
    const { backlog, kept } = this.books.close();
    for (const { of, state } of kept) this.keep(of, 'all', state);
    const { shopper, changes } = this.purse.close({ backlog });
    return decided(outcomeOf(this.#giver.walletChange(shopper)), [
      ...changes,
      ...this.#giver.changes(),
      ...this.#rows,
      ...this.#progress.values(),
      ...this.#events,
    ]);
  }
}
