/** Every command that changes money, points, stock or limits. Parsed, stamped with who sends it. */
import type {
  CommandId,
  Customer,
  GameId,
  HoldId,
  OrderId,
  PrizeId,
  ShopperId,
  SiteId,
  VoucherId,
} from '../../shared/ids.ts';

interface Base {
  readonly siteId: SiteId;
  /** Made by the client, unique within the site. */
  readonly commandId: CommandId;
}

export interface PlayCommand extends Base {
  readonly kind: 'play';
  readonly shopperId: ShopperId;
  readonly gameId: GameId;
  readonly commitment: string;
  readonly clientSeed: string;
}

export interface ClaimCommand extends Base {
  readonly kind: 'claim';
  readonly shopperId: ShopperId;
  readonly voucherId: VoucherId;
}

export interface BuyRewardCommand extends Base {
  readonly kind: 'buy_reward';
  readonly shopperId: ShopperId;
  readonly rewardId: string;
}

export interface IdentifyCommand extends Base {
  readonly kind: 'identify';
  readonly customer: Customer;
  /** The anonymous shopper who presents the shop's token; null when there is none to merge. */
  readonly anonymousId: ShopperId | null;
  readonly tokenId: string;
  readonly tokenExpiresAt: number;
}

export interface ReportOrderCommand extends Base {
  readonly kind: 'report_order';
  readonly orderId: OrderId;
  readonly customer: Customer | null;
  readonly currency: string;
  readonly net: number;
}

export interface CancelOrderCommand extends Base {
  readonly kind: 'cancel_order';
  readonly orderId: OrderId;
}

export interface RefundOrderCommand extends Base {
  readonly kind: 'refund_order';
  readonly orderId: OrderId;
  readonly amount: number;
}

export interface HoldVoucherCommand extends Base {
  readonly kind: 'hold_voucher';
  readonly code: string;
  readonly customer: Customer | null;
  readonly currency: string;
  readonly net: number;
  readonly ttlSeconds: number;
}

export interface RedeemVoucherCommand extends Base {
  readonly kind: 'redeem_voucher';
  readonly holdId: HoldId;
  readonly orderId: OrderId;
}

export interface ReleaseVoucherCommand extends Base {
  readonly kind: 'release_voucher';
  readonly holdId: HoldId;
}

export interface AdjustPointsCommand extends Base {
  readonly kind: 'adjust_points';
  readonly customer: Customer;
  readonly change: number;
  readonly reason: string;
}

export interface GrantPrizeCommand extends Base {
  readonly kind: 'grant_prize';
  readonly customer: Customer;
  readonly prizeId: PrizeId;
  readonly reason: string;
}

export type Command =
  | PlayCommand
  | ClaimCommand
  | BuyRewardCommand
  | IdentifyCommand
  | ReportOrderCommand
  | CancelOrderCommand
  | RefundOrderCommand
  | HoldVoucherCommand
  | RedeemVoucherCommand
  | ReleaseVoucherCommand
  | AdjustPointsCommand
  | GrantPrizeCommand;

/** Who owns a command: only they may have its answer again. */
export function ownerOf(command: Command): string {
  switch (command.kind) {
    case 'play':
    case 'claim':
    case 'buy_reward':
      return command.shopperId;
    case 'identify':
      return command.anonymousId ?? command.customer.shopperId;
    default:
      return 'backend';
  }
}
