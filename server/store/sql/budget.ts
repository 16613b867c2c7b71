/** Statements about what campaigns have spent of their budgets. */
import type { CampaignId, SiteDay, SiteId } from '../../../shared/ids.ts';
import { campaignRow, dayRow } from '../../../shared/budget.ts';
import type { BudgetCharge } from '../../core/budget.ts';
import type { BudgetSpent } from '../../core/facts.ts';
import type { Query, StepRows, Write } from '../store.ts';
import { intOf, textOf } from './row.ts';

interface SpentNeed {
  readonly queries: readonly Query[];
  /** From the rows of `queries`, which come first. */
  spent(rows: StepRows): BudgetSpent;
}

const noBudget: BudgetSpent = new Map();
const nothingSpent: SpentNeed = { queries: [], spent: () => noBudget };

/** Rows of budgets, which are few: at most two a campaign. No query where there is no budget. */
export function spentNeed(siteId: SiteId, scopes: readonly string[]): SpentNeed {
  if (scopes.length === 0) return nothingSpent;
  const places = scopes.map((_, at) => `$${at + 2}`).join(', ');
  const query = {
    sql: `SELECT scope, spent FROM budget WHERE site_id = $1 AND scope IN (${places})`,
    params: [siteId, ...scopes],
  };
  return {
    queries: [query],
    spent: ([rows]) =>
      new Map((rows ?? []).map((row) => [textOf(row, 'scope'), intOf(row, 'spent')])),
  };
}

/** Touches no row when others have spent past what the decision allows for. */
export function spendBudget(siteId: SiteId, charge: BudgetCharge): Write {
  const { row, cost, spentMin, spentMax } = charge;
  return {
    sql: `INSERT INTO budget (site_id, scope, spent, opening) VALUES ($1, $2, $3, 0)
      ON CONFLICT (site_id, scope) DO UPDATE SET spent = budget.spent + excluded.spent
      WHERE budget.spent BETWEEN $4 AND $5`,
    params: [siteId, row, cost, spentMin, spentMax],
    rows: 1,
  };
}

/**
 * What a campaign had spent before it got its budget, as the figures have it: in all, and today.
 * Plays that were counted meanwhile stay counted.
 */
export function openBudget(siteId: SiteId, campaignId: CampaignId, day: SiteDay): Write[] {
  const rows = [
    { row: campaignRow(campaignId), days: '1 = 1', params: [] },
    { row: dayRow(campaignId, day), days: 'day = $4', params: [day] },
  ];
  return rows.map(({ row, days, params }) => ({
    sql: `INSERT INTO budget (site_id, scope, spent, opening)
      SELECT CAST($1 AS TEXT), CAST($2 AS TEXT), coalesce(sum(prize_cost), 0),
        coalesce(sum(prize_cost), 0)
      FROM rollup_day WHERE site_id = $1 AND campaign_id = $3 AND ${days}
      ON CONFLICT (site_id, scope) DO UPDATE SET
        opening = budget.opening + excluded.spent - budget.spent, spent = excluded.spent
      WHERE excluded.spent > budget.spent`,
    params: [siteId, row, campaignId, ...params],
    rows: null,
  }));
}
