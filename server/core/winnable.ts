/** Which prizes of a game's table can be given now, and why the others cannot. */
import {
  isFor,
  narrowed,
  type Deviation,
  type DrawTable,
  type SlotReason,
} from '../../shared/draw.ts';
import type { Refusal } from '../../shared/refusals.ts';
import type { Prize } from '../../shared/schema/prize.ts';
import type { Visitor } from './audience.ts';
import { inSupply } from './award.ts';
import { overBudget, type BudgetFacts } from './budget.ts';
import type { SupplyFacts } from './facts.ts';
import { nextReleaseAt, releasedBy, type PacedStock } from './pacing.ts';
import type { PlayableGame, Programme } from './programme.ts';
import type { Stamp } from './stamp.ts';
import { tierNeeded } from './tier.ts';
import { siteDayAt } from './time.ts';

export interface WinnableFacts extends SupplyFacts, BudgetFacts {
  readonly visitor: Pick<Visitor, 'level'>;
}

/** What a draw is made from: the table, or the wins that are possible after too many losses. */
export interface DrawnTable {
  readonly table: DrawTable;
  readonly deviations: readonly Deviation[];
}

export function tableToDraw(
  facts: WinnableFacts,
  playable: PlayableGame,
  losses: number,
  stamp: Stamp,
): DrawnTable {
  const { table } = playable;
  if (!table.pity || losses < table.pity.after) return { table, deviations: [] };
  const reasons = table.pity.wins.flatMap((slot) => whyNot(facts, playable, slot, stamp) ?? []);
  const missing = new Set(reasons.map(({ slot }) => slot));
  const slots = table.pity.wins.filter((slot) => !missing.has(slot));
  if (slots.length === 0) return { table, deviations: [] };
  return {
    table: narrowed(table, slots),
    deviations: [...reasons, { kind: 'pity', losses, slots }],
  };
}

/** Whether any win could be given now. */
export function isWinnable(facts: WinnableFacts, playable: PlayableGame, stamp: Stamp): boolean {
  return playable.wins.some((slot) => whyNot(facts, playable, slot, stamp) === null);
}

/** Why the slot's prize cannot be given, as far as facts go without claiming a code. */
export function whyNot(
  facts: WinnableFacts,
  playable: PlayableGame,
  slot: number,
  stamp: Stamp,
): SlotReason | null {
  const prize = prizeAt(playable, slot);
  const kept = keptForTiers(facts, playable, slot);
  if (kept) return kept;
  if (!inSupply(facts, prize)) return { kind: 'sold_out', slot, left: 0 };
  return heldBack(facts, playable, slot, stamp);
}

/** A prize of the table that is for other shoppers. */
export function keptForTiers(
  { visitor }: Pick<WinnableFacts, 'visitor'>,
  { table }: PlayableGame,
  slot: number,
): SlotReason | null {
  const drawn = table.slots[slot];
  const level = visitor.level?.id ?? null;
  return !drawn || isFor(drawn, level) ? null : { kind: 'tier_only', slot, level };
}

/** Why a prize that is in supply is not given now. */
export function heldBack(
  facts: WinnableFacts,
  playable: PlayableGame,
  slot: number,
  stamp: Stamp,
): SlotReason | null {
  const prize = prizeAt(playable, slot);
  const paced = pacedStock(facts.programme, playable, prize);
  if (paced) {
    const [given, released] = [givenOf(facts, paced, prize), releasedBy(paced, stamp.now)];
    if (given >= released) return { kind: 'paced', slot, given, released };
  }
  return overBudget(facts, playable, { slot, cost: prize.cost }, stamp);
}

/** How many units must be left after one is given: those that pacing has not released. */
export function unitsKept(
  { programme }: WinnableFacts,
  playable: PlayableGame,
  prize: Prize,
  stamp: Stamp,
): number {
  const paced = pacedStock(programme, playable, prize);
  return paced ? paced.total - releasedBy(paced, stamp.now) : 0;
}

/**
 * Why a play could win nothing, with when that ends; null when a win is possible. A table of
 * nothings is never sold out.
 */
export function refusalOfLostDraw(
  facts: WinnableFacts,
  playable: PlayableGame,
  stamp: Stamp,
): Refusal | null {
  if (playable.wins.length === 0 || isWinnable(facts, playable, stamp)) return null;
  const reasons = playable.wins.map((slot) => whyNot(facts, playable, slot, stamp));
  if (reasons.every((reason) => reason?.kind === 'tier_only')) {
    const tiers = playable.wins.flatMap((slot) => playable.table.slots[slot]?.tiers ?? []);
    return tierNeeded(tiers);
  }
  const ends = reasons.flatMap((reason) => endOf(facts, playable, reason, stamp) ?? []);
  const soonest = Math.min(...ends);
  const nextAt = soonest < playable.endsAt ? soonest : undefined;
  if (reasons.some((reason) => reason?.kind === 'paced')) return { code: 'paced_out', nextAt };
  const spent = reasons.some((reason) => reason?.kind === 'over_budget');
  return spent ? { code: 'budget_spent', nextAt } : { code: 'sold_out' };
}

function endOf(
  facts: WinnableFacts,
  playable: PlayableGame,
  reason: SlotReason | null,
  stamp: Stamp,
): number | null {
  if (reason?.kind === 'over_budget' && reason.scope === 'day') {
    return siteDayAt(stamp.now, facts.programme.calendar).endsAt;
  }
  if (reason?.kind !== 'paced') return null;
  const paced = pacedStock(facts.programme, playable, prizeAt(playable, reason.slot));
  return paced && nextReleaseAt(paced, reason.given);
}

function pacedStock(
  { calendar }: Programme,
  { campaign, startsAt, endsAt }: PlayableGame,
  { id, stock: total }: Prize,
): PacedStock | null {
  const pacing = campaign.pacing.find(({ prizeId }) => prizeId === id);
  return pacing && total !== null ? { pacing, startsAt, endsAt, calendar, total } : null;
}

function givenOf({ stockLeft }: SupplyFacts, { total }: PacedStock, { id }: Prize): number {
  return total - (stockLeft.get(id) ?? 0);
}

function prizeAt({ prizes }: PlayableGame, slot: number): Prize {
  const prize = prizes[slot];
  if (!prize) throw new Error(`no prize at slot ${slot}`);
  return prize;
}
