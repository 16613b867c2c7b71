/** A claim: the shopper takes a voucher that they won. */
import type { ClaimReply } from '../../shared/schema/shopper-api.ts';
import type { ClaimCommand } from './command.ts';
import { decided, raised, refused, type Change, type Decision } from './decision.ts';
import type { ClaimFacts } from './facts.ts';
import { refusalOfContact } from './lead.ts';
import { Purse } from './purse.ts';
import { idsFrom, type Stamp } from './stamp.ts';
import { voucherStateAt, voucherView, type Voucher } from './voucher.ts';

export function decideClaim(
  facts: ClaimFacts,
  _command: ClaimCommand,
  stamp: Stamp,
): Decision<ClaimReply> {
  const { voucher, shopper } = facts;
  if (shopper.mergedInto !== null) return refused({ code: 'shopper_merged' });
  if (!voucher || voucher.shopperId !== shopper.id) return refused({ code: 'voucher_not_found' });
  const state = voucherStateAt(voucher, stamp.now);
  if (state === 'expired') return refused({ code: 'voucher_expired' });
  if (state === 'voided') return refused({ code: 'voucher_voided' });
  const missing = refusalOfContact(voucher, shopper.kind === 'identified', facts.leads);
  if (missing) return refused(missing);

  // From here the claim succeeds; a second one changes nothing but is no mistake.
  const ids = idsFrom(stamp);
  const wallet = new Purse(facts, stamp, ids).close();
  const claimed: Voucher = { ...voucher, claimedAt: voucher.claimedAt ?? stamp.now };
  const changes: Change[] = [...wallet.changes];
  if (voucher.claimedAt === null) {
    const { campaignId, gameId, prizeId, id: voucherId } = voucher;
    const payload = { prizeId, voucherId };
    changes.push(
      { kind: 'voucher_changed', before: voucher, after: claimed },
      raised({
        id: ids.next('e'),
        kind: 'voucher.claimed',
        shopperId: shopper.id,
        campaignId,
        gameId,
        payload,
      }),
    );
  }
  const view = voucherView(claimed, stamp.now);
  const { walletVersion: version, points } = wallet.shopper;
  return decided({ voucher: view, wallet: { version, points, vouchers: [view] } }, changes);
}
