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

export function reportOrder(deps: Deps, command: ReportOrderCommand): Promise<Result<OrderReply>> {
  return settle(deps, { plan: planReportOrder, decide: decideReportOrder }, command);
}

export function refundOrder(deps: Deps, command: RefundOrderCommand): Promise<Result<OrderReply>> {
  return settle(deps, { plan: planChangeOrder, decide: decideRefundOrder }, command);
}

export function cancelOrder(deps: Deps, command: CancelOrderCommand): Promise<Result<OrderReply>> {
  return settle(deps, { plan: planChangeOrder, decide: decideCancelOrder }, command);
}
