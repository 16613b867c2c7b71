/** Statements about the lines of a shopper's points, with the commands that wrote them. */
import type { ShopperId, SiteId } from '../../../shared/ids.ts';
import { never } from '../../../shared/time.ts';
import type { HistoryEntry } from '../../core/history.ts';
import type { Query, Row } from '../store.ts';
import { intOf, textOf, textOrNull, wordOf } from './row.ts';

interface HistoryPage {
  /** The last line of the page before; none for the newest. */
  readonly before?: { readonly at: number; readonly id: string } | undefined;
  readonly rowsMax: number;
}

export function historyOf(
  siteId: SiteId,
  shopperId: ShopperId,
  { before = { at: never, id: '' }, rowsMax }: HistoryPage,
): Query {
  return {
    sql: `SELECT transfer.transfer_id, transfer.at, transfer.amount, transfer.from_account,
        transfer.to_account, transfer.reason, command.kind, command.outcome
      FROM transfer LEFT JOIN command
        ON command.site_id = transfer.site_id AND command.command_id = transfer.command_id
      WHERE transfer.site_id = $1 AND transfer.shopper_id = $2 AND transfer.unit = 'points'
        AND (transfer.from_account = 'shopper' OR transfer.to_account = 'shopper')
        AND transfer.at <= $3 AND (transfer.at < $3 OR transfer.transfer_id < $4)
      ORDER BY transfer.at DESC, transfer.transfer_id DESC LIMIT $5`,
    params: [siteId, shopperId, before.at, before.id, rowsMax],
  };
}

const others = [
  'pending',
  'held',
  'issued',
  'redeemed',
  'expired',
  'clawed_back',
  'merged',
] as const;

export function historyRow(row: Row): HistoryEntry {
  const amount = intOf(row, 'amount');
  const cameIn = textOf(row, 'to_account') === 'shopper';
  const outcome = textOrNull(row, 'outcome');
  return {
    id: textOf(row, 'transfer_id'),
    at: intOf(row, 'at'),
    change: cameIn ? amount : -amount,
    other: wordOf(row, cameIn ? 'from_account' : 'to_account', others),
    reason: textOf(row, 'reason'),
    command: textOrNull(row, 'kind'),
    outcome: outcome === null ? null : JSON.parse(outcome),
  };
}
