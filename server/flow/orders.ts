/** The shop's back end reports an order, cancels it, or refunds a part of it. */
import type { Result } from '../../shared/refusals.ts';
import type { OrderReply } from '../../shared/schema/storefront-api.ts';
import type {
  CancelOrderCommand,
  RefundOrderCommand,
  ReportOrderCommand,
} from '../core/command.ts';
import { decideCancelOrder, decideRefundOrder, decideReportOrder } from '../core/order.ts';
import { planChangeOrder, planReportOrder } from '../store/sql/plans.ts';
import { settle, type Deps } from './deps.ts';
import { giveDueGifts } from './gifts.ts';
import { settleReferralOfOrder, settleReferralsOf } from './referral.ts';

export async function reportOrder(
  deps: Deps,
  command: ReportOrderCommand,
): Promise<Result<OrderReply>> {
  const { siteId, customer } = command;
  const reply = await settle(deps, { plan: planReportOrder, decide: decideReportOrder }, command);
  if (reply.ok && customer) {
    await giveDueGifts(deps, siteId, customer.shopperId);
    await settleReferralsOf(deps, siteId, customer.shopperId);
  }
  return reply;
}

export async function refundOrder(
  deps: Deps,
  command: RefundOrderCommand,
): Promise<Result<OrderReply>> {
  const reply = await settle(deps, { plan: planChangeOrder, decide: decideRefundOrder }, command);
  if (reply.ok) await settleReferralOfOrder(deps, command.siteId, command.orderId);
  return reply;
}

export async function cancelOrder(
  deps: Deps,
  command: CancelOrderCommand,
): Promise<Result<OrderReply>> {
  const reply = await settle(deps, { plan: planChangeOrder, decide: decideCancelOrder }, command);
  if (reply.ok) await settleReferralOfOrder(deps, command.siteId, command.orderId);
  return reply;
}
