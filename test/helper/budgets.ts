/** What budgets say of themselves: the rows, and the alarms that were raised. */
import type { Deps } from '../../server/flow/deps.ts';
import { intOf, textOf } from '../../server/store/sql/row.ts';
import { siteId } from './programme.ts';

export interface BudgetFigures {
  readonly spent: Readonly<Record<string, number>>;
  /** Scope and percent, sorted. */
  readonly alarms: readonly string[];
}

export async function readFigures(deps: Deps): Promise<BudgetFigures> {
  const [rows, events] = await deps.store.read([
    { sql: 'SELECT scope, spent FROM budget WHERE site_id = $1', params: [siteId] },
    {
      sql: `SELECT payload FROM event WHERE site_id = $1 AND kind = 'budget.alarm'`,
      params: [siteId],
    },
  ]);
  const alarms = (events ?? []).map((row) => JSON.parse(textOf(row, 'payload')));
  return {
    spent: Object.fromEntries(
      (rows ?? []).map((row) => [textOf(row, 'scope'), intOf(row, 'spent')]),
    ),
    alarms: alarms.map(({ itemId, percent }) => `${itemId} ${percent}`).sort(),
  };
}
