/** The contacts that shoppers left, as a list for other programs. */
import { stringify } from 'csv-stringify/sync';
import type { SiteId } from '../../shared/ids.ts';
import { limits } from '../../shared/limits.ts';
import type { LeadsPage } from '../../shared/schema/leads.ts';
import { leadRow, leadsPage } from '../store/sql/lead.ts';
import { textOrNull } from '../store/sql/row.ts';
import type { Deps } from './deps.ts';

const columns = [
  'shopper',
  'customer',
  'kind',
  'contact',
  'consent',
  'left_at',
  'confirmed_at',
] as const;

/** One page of the list; the first has the names of the columns above it. */
export async function exportLeads(
  deps: Deps,
  siteId: SiteId,
  after: string | null,
): Promise<LeadsPage> {
  const rowsMax = limits.leadsPageMax;
  const [shopperId = '', kind = ''] = (after ?? '').split(' ');
  const page = { after: [shopperId, kind] as const, rowsMax: rowsMax + 1 };
  const [rows] = await deps.store.report([leadsPage(siteId, page)]);
  const shown = (rows ?? []).slice(0, rowsMax);
  const leads = shown.map((row) => {
    const lead = leadRow(row);
    const { contact, consent, leftAt, confirmedAt } = lead;
    const customer = textOrNull(row, 'external_id');
    const confirmed = confirmedAt === null ? null : timeOf(confirmedAt);
    const { shopperId: shopper, kind: of } = lead;
    return [shopper, customer, of, contact, consent, timeOf(leftAt), confirmed];
  });
  const [last] = shown.slice(-1).map(leadRow);
  const isMore = (rows ?? []).length > rowsMax;
  return {
    // What a spreadsheet would take for a formula is written so that it does not.
    csv: stringify([...(after === null ? [columns] : []), ...leads], { escape_formulas: true }),
    next: isMore && last ? `${last.shopperId} ${last.kind}` : null,
  };
}

function timeOf(at: number): string {
  return new Date(at).toISOString();
}
