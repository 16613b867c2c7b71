/** Which facts the commands about contacts need. */
import type { ShopperId, SiteId, VoucherId } from '../../../shared/ids.ts';
import { limits } from '../../../shared/limits.ts';
import type { ConfirmContactCommand, LeaveContactCommand } from '../../core/command.ts';
import type { LeadFacts } from '../../core/lead.ts';
import type { Query } from '../store.ts';
import { leadRow, leadsOf, mailsSince } from './lead.ts';
import { anonymousShopper, shopperNeed, withMore, type Plan } from './needs.ts';
import { intOf } from './row.ts';
import { voucherById, voucherRow } from './voucher.ts';

export function planLeaveContact(command: LeaveContactCommand): Plan<LeadFacts> {
  const { hash, voucherId } = command;
  return leadPlan(command, { hash, voucherId });
}

export function planConfirmContact(command: ConfirmContactCommand): Plan<LeadFacts> {
  return leadPlan(command, { hash: null, voucherId: null });
}

interface About {
  readonly hash: string | null;
  readonly voucherId: VoucherId | null;
}

function leadPlan(
  { siteId, shopperId }: { readonly siteId: SiteId; readonly shopperId: ShopperId },
  { hash, voucherId }: About,
): Plan<LeadFacts> {
  return {
    need(programme, now) {
      const newcomer = anonymousShopper(shopperId);
      const ask = { siteId, newcomer, lots: now, progress: [], prizeIds: [] } as const;
      const need = shopperNeed(programme, ask);
      const hour = now - 3_600_000;
      const vouchers: Query[] = voucherId === null ? [] : [voucherById(siteId, voucherId)];
      const mails =
        hash === null ? [] : [mailsSince(siteId, hash, hour, limits.codesPerContactHourMax)];
      const own = [leadsOf(siteId, shopperId), ...vouchers, ...mails];
      const full = withMore(need, own, (rows) => {
        const [voucher] = vouchers.length === 0 ? [] : (rows[1] ?? []);
        const sent = mails.length === 0 ? [] : (rows.at(-1) ?? []);
        return {
          leads: (rows[0] ?? []).map(leadRow),
          voucher: voucher ? voucherRow(voucher) : null,
          codesSentAt: sent.map((row) => intOf(row, 'queued_at')),
        };
      });
      // Codes to one contact are counted, whoever asks for them.
      return { ...full, contactHash: hash ?? undefined };
    },
  };
}
