/** A campaign's budget: what prizes may cost per day, per shopper and in all. */
import type { BudgetScope, SlotReason } from '../../shared/draw.ts';
import { campaignRow, dayRow } from '../../shared/budget.ts';
import { scaleBy } from '../../shared/money.ts';
import type { Campaign } from '../../shared/schema/campaign.ts';
import type { BudgetSpent, Stream } from './facts.ts';
import type { PlayableGame, Programme } from './programme.ts';
import type { Stamp } from './stamp.ts';
import { siteDayAt, type SiteCalendar } from './time.ts';

export interface BudgetFacts {
  readonly programme: Programme;
  readonly spent: BudgetSpent;
  readonly streams: readonly Stream[];
}

/** Shoppers' own stand in their streams and have no row. */
interface Fund {
  readonly scope: BudgetScope;
  readonly row: string | null;
  /** Null where there is none: it is counted all the same, for a cap that comes later. */
  readonly cap: number | null;
  readonly spent: number;
}

/** What a play adds to a row, and what must have been spent before for it to be right. */
export interface BudgetCharge {
  readonly row: string;
  /** Minor units, more than 0. */
  readonly cost: number;
  readonly spentMin: number;
  readonly spentMax: number;
}

/** Part of a budget that is spent for the first time. */
export interface BudgetAlarm {
  readonly scope: BudgetScope;
  readonly percent: number;
  readonly spent: number;
}

/** The rows with a cap that a play of the campaign looks at. */
export function budgetRows(
  { budget, id }: Campaign,
  calendar: SiteCalendar,
  now: number,
): string[] {
  if (budget === null) return [];
  return [
    ...(budget.perDay === null ? [] : [dayRow(id, siteDayAt(now, calendar).day)]),
    ...(budget.total === null ? [] : [campaignRow(id)]),
  ];
}

/** Why a prize of this cost is over budget, by the cap that holds longest; null when it is not. */
export function overBudget(
  facts: BudgetFacts,
  playable: PlayableGame,
  { slot, cost }: { readonly slot: number; readonly cost: number },
  stamp: Stamp,
): (SlotReason & { readonly kind: 'over_budget' }) | null {
  if (cost === 0 || playable.campaign.budget === null) return null;
  for (const { scope, spent, cap } of fundsOf(facts, playable, stamp)) {
    if (cap !== null && spent + cost > cap) {
      return { kind: 'over_budget', slot, scope, spent, cost, cap };
    }
  }
  return null;
}

/** What giving a prize of this cost adds to which rows, and the alarms that it sets off. */
export function chargesOf(
  facts: BudgetFacts,
  playable: PlayableGame,
  cost: number,
  stamp: Stamp,
): { readonly charges: readonly BudgetCharge[]; readonly alarms: readonly BudgetAlarm[] } {
  const charges: BudgetCharge[] = [];
  const alarms: BudgetAlarm[] = [];
  if (cost === 0 || playable.campaign.budget === null) return { charges, alarms };
  for (const { scope, row, cap, spent } of fundsOf(facts, playable, stamp)) {
    const after = spent + cost;
    const marks = cap === null ? [] : marksOf(cap, playable);
    for (const { percent, at } of marks) {
      if (spent < at && at <= after) alarms.push({ scope, percent, spent: after });
    }
    // A shopper's own is in their streams, which they alone change.
    if (row === null) continue;
    if (cap === null) {
      charges.push({ row, cost, spentMin: 0, spentMax: Number.MAX_SAFE_INTEGER });
      continue;
    }
    // Between the same marks as seen here: so each mark is passed by one play, which knows it.
    const [before, then] = [bandAt(marks, spent), bandAt(marks, after)];
    const spentMin = Math.max(before.from, then.from - cost);
    const spentMax = Math.min(before.below - 1, then.below - 1 - cost, cap - cost);
    charges.push({ row, cost, spentMin, spentMax });
  }
  // The campaign's row last: more plays wait for it than for the day's.
  return { charges: charges.toReversed(), alarms };
}

/** Adds what a play spent to what was read. */
export function spentAfter(spent: BudgetSpent, charges: readonly BudgetCharge[]): BudgetSpent {
  const added = charges.map(({ row, cost }) => [row, (spent.get(row) ?? 0) + cost] as const);
  return new Map([...spent, ...added]);
}

function fundsOf(
  { programme, spent, streams }: BudgetFacts,
  { campaign }: PlayableGame,
  stamp: Stamp,
): Fund[] {
  const { budget, id } = campaign;
  const today = dayRow(id, siteDayAt(stamp.now, programme.calendar).day);
  const own = streams
    .filter(({ campaignId }) => campaignId === id)
    .reduce((sum, { costCampaign }) => sum + costCampaign, 0);
  const funds = [
    { scope: 'campaign', row: campaignRow(id), cap: budget?.total ?? null },
    { scope: 'shopper', row: null, cap: budget?.perShopper ?? null },
    { scope: 'day', row: today, cap: budget?.perDay ?? null },
  ] as const;
  return funds.map(({ scope, row, cap }) => {
    return { scope, row, cap, spent: row === null ? own : (spent.get(row) ?? 0) };
  });
}

interface Mark {
  readonly percent: number;
  readonly at: number;
}

/** A budget is spent, to 100 %, as soon as the cheapest prize does not fit any more. */
function marksOf(cap: number, { cheapest }: PlayableGame): Mark[] {
  return [
    { percent: 50, at: scaleBy('ceiling', cap, 1, 2) },
    { percent: 80, at: scaleBy('ceiling', cap, 4, 5) },
    { percent: 100, at: Math.max(1, cap - cheapest + 1) },
  ];
}

/** The stretch without a mark in it that `spent` lies in: from ≤ spent < below. */
function bandAt(marks: readonly Mark[], spent: number): { from: number; below: number } {
  const passed = marks.map(({ at }) => at).filter((at) => at <= spent);
  const ahead = marks.map(({ at }) => at).filter((at) => at > spent);
  return { from: Math.max(0, ...passed), below: Math.min(Infinity, ...ahead) };
}
