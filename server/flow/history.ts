/** Every change of a shopper's points, newest first, each with its cause. */
import type { ShopperId, SiteId } from '../../shared/ids.ts';
import { limits } from '../../shared/limits.ts';
import { ok, refuse, type Result } from '../../shared/refusals.ts';
import type { HistoryPlace, HistoryReply } from '../../shared/schema/history-api.ts';
import { historyLine } from '../core/history.ts';
import { historyOf, historyRow } from '../store/sql/history.ts';
import { shopperById, shopperRow } from '../store/sql/shopper.ts';
import type { Deps } from './deps.ts';
import { currentProgramme } from './programmes.ts';

export async function readHistory(
  deps: Deps,
  siteId: SiteId,
  shopperId: ShopperId,
  before?: HistoryPlace,
): Promise<Result<HistoryReply>> {
  const programme = await currentProgramme(deps, siteId);
  if (!programme) return refuse('site_not_found');
  const rowsMax = limits.historyPageLines;
  const [shoppers, rows] = await deps.store.read([
    shopperById(siteId, shopperId),
    // One more tells whether another page follows.
    historyOf(siteId, shopperId, { before, rowsMax: rowsMax + 1 }),
  ]);
  // Nobody is kept before their first command.
  if (!shoppers?.[0]) return ok({ lines: [], next: null });
  const shopper = shopperRow(shoppers[0]);
  if (shopper.mergedInto !== null) return refuse('shopper_merged');
  let balance = before?.balance ?? shopper.points;
  const lines = (rows ?? []).slice(0, rowsMax).map((row) => {
    const entry = historyRow(row);
    const line = historyLine(programme, entry, balance);
    balance -= entry.change;
    return line;
  });
  const last = lines.at(-1);
  const isMore = (rows ?? []).length > rowsMax;
  return ok({ lines, next: isMore && last ? { at: last.at, id: last.id, balance } : null });
}
