/** Every command that changes money, points, stock or limits. Parsed, stamped with who sends it. */
import type { AttributeValue } from '../../shared/attribute.ts';
import type { Locale } from '../../shared/words/locales.ts';
import type {
  CommandId,
  Customer,
  GameId,
  HoldId,
  OrderId,
  ParcelId,
  PrizeId,
  ShopperId,
  SiteDay,
  SiteId,
  VoucherId,
} from '../../shared/ids.ts';
import type { ProfileFact } from './profile.ts';
import type { Unit } from '../../shared/points.ts';
import type { Device } from '../../shared/schema/audience.ts';
import type { Address } from '../../shared/schema/parcel.ts';
import type { OrderItem } from '../../shared/schema/storefront-api.ts';
import type { BoardCommand } from './leaderboard-prizes.ts';
import type { TurnCampaignCommand } from './tidy.ts';

export interface Base {
  readonly siteId: SiteId;
  /** Made by the client, unique within the site. */
  readonly commandId: CommandId;
}

interface ByShopper extends Base {
  readonly shopperId: ShopperId;
}

export interface PlayCommand extends Base {
  readonly kind: 'play';
  readonly shopperId: ShopperId;
  readonly gameId: GameId;
  readonly commitment: string;
  readonly clientSeed: string;
  /** Of a mystery box: shown again, and of no weight. */
  readonly pick?: number | undefined;
  readonly region?: string | undefined;
  /** Years. */
  readonly ageConfirmed?: number | undefined;
  /** As their browser tells; so is the language. */
  readonly device?: Device | undefined;
  readonly language?: string | undefined;
}

export interface ClaimCommand extends Base {
  readonly kind: 'claim';
  readonly shopperId: ShopperId;
  readonly voucherId: VoucherId;
}

/** For a voucher that asks for a contact, or without one where a network's limit does. */
export interface LeaveContactCommand extends ByShopper {
  readonly kind: 'leave_contact';
  readonly voucherId: VoucherId | null;
  readonly of: 'email' | 'phone';
  readonly contact: string;
  /** Keyed, of its one spelling. */
  readonly hash: string;
  /** The sentence that was agreed to. */
  readonly consent: string | null;
  /** The shopper's language; null for the site's own. */
  readonly locale: Locale | null;
}

export interface ConfirmContactCommand extends ByShopper {
  readonly kind: 'confirm_contact';
  readonly code: string;
}

/** Of everything personal; see `erase.ts`. */
export interface EraseDataCommand extends ByShopper {
  readonly kind: 'erase_data';
}

export interface BuyRewardCommand extends Base {
  readonly kind: 'buy_reward';
  readonly shopperId: ShopperId;
  readonly rewardId: string;
}

/** A shopper says where to send a gift, again while it has not been sent. */
export interface GiveAddressCommand extends Base {
  readonly kind: 'give_address';
  readonly shopperId: ShopperId;
  readonly parcelId: ParcelId;
  readonly address: Address;
}

export interface EraseAddressCommand extends Base {
  readonly kind: 'erase_address';
  readonly shopperId: ShopperId;
  readonly parcelId: ParcelId;
}

export interface MoveParcelCommand extends Base {
  readonly kind: 'move_parcel';
  readonly parcelId: ParcelId;
  readonly to: 'shipped' | 'delivered' | 'cancelled';
  /** With `shipped`: what the shopper may follow it by. */
  readonly tracking: string | null;
}

/** A shopper of this id: the shop's back end names its own customer, else the id is a token's. */
interface OfShopper extends Base {
  readonly shopperId: ShopperId;
  /** The shop's own id, where its back end sends the command. */
  readonly externalId: string | null;
}

export interface SetProfileCommand extends OfShopper {
  readonly kind: 'set_profile';
  readonly changes: readonly ProfileFact[];
}

export interface OpenReferralCommand extends OfShopper {
  readonly kind: 'open_referral';
}

export interface AttachReferralCommand extends OfShopper {
  readonly kind: 'attach_referral';
  readonly code: string;
}

/** Gives whatever is due to a shopper on an occasion. */
export interface GiveGiftsCommand extends Base {
  readonly kind: 'give_gifts';
  readonly shopperId: ShopperId;
}

/** Moves a referral as far as it can go now. */
export interface SettleReferralCommand extends Base {
  readonly kind: 'settle_referral';
  readonly referralId: string;
}

export interface ReviewReferralCommand extends Base {
  readonly kind: 'review_referral';
  readonly referralId: string;
  readonly verdict: 'approve' | 'reject';
}

export interface PauseCommand extends OfShopper {
  readonly kind: 'pause';
  /** Null for good. */
  readonly days: number | null;
}

export interface CheckInCommand extends ByShopper {
  readonly kind: 'check_in';
  readonly calendarId: string;
}

export interface MakeUpCommand extends ByShopper {
  readonly kind: 'make_up';
  readonly calendarId: string;
  readonly day: SiteDay;
}

export interface BuyFreezeCommand extends ByShopper {
  readonly kind: 'buy_freeze';
  readonly calendarId: string;
}

export interface AnswerQuizCommand extends ByShopper {
  readonly kind: 'answer_quiz';
  readonly quizId: string;
  readonly questionId: string;
  readonly choice: string;
}

/** After a sign-in: what two had answered apart may be a whole quiz. */
export interface FinishQuizzesCommand extends ByShopper {
  readonly kind: 'finish_quizzes';
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
  readonly items?: readonly OrderItem[] | undefined;
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

export interface AnswerSurveyCommand extends Base {
  readonly kind: 'answer_survey';
  readonly shopperId: ShopperId;
  readonly surveyId: string;
  readonly subject: string;
  readonly score?: number | undefined;
  readonly text?: string | undefined;
}

export interface SetAttributesCommand extends Base {
  readonly kind: 'set_attributes';
  readonly customer: Customer;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
}

/** Lets what is due for a shopper happen without waiting for their next command. */
export interface TidyCommand extends Base {
  readonly kind: 'tidy';
  readonly shopperId: ShopperId;
}

/** The shopper's tier may have come to its end. */
export interface ReviewTierCommand extends Base {
  readonly kind: 'review_tier';
  readonly shopperId: ShopperId;
}

/** The shop takes back what nobody has used. */
export interface VoidVoucherCommand extends Base {
  readonly kind: 'void_voucher';
  readonly voucherId: VoucherId;
  readonly reason: string;
}

export interface ExpireVoucherCommand extends Base {
  readonly kind: 'expire_voucher';
  readonly voucherId: VoucherId;
}

export interface HoldPointsCommand extends Base {
  readonly kind: 'hold_points';
  readonly customer: Customer;
  readonly unit: Unit;
  readonly amount: number;
  readonly currency: string;
  readonly net: number;
  readonly ttlSeconds: number;
}

export interface RedeemPointsCommand extends Base {
  readonly kind: 'redeem_points';
  readonly holdId: HoldId;
  readonly orderId: OrderId;
}

export interface ReleasePointsCommand extends Base {
  readonly kind: 'release_points';
  readonly holdId: HoldId;
}

export interface AdjustCreditCommand extends Base {
  readonly kind: 'adjust_credit';
  readonly customer: Customer;
  readonly change: number;
  readonly reason: string;
}

/** `commandId` is made from `eventId`: an event counts once under whichever key it is sent. */
export interface ReportEventCommand extends Base {
  readonly kind: 'report_event';
  readonly eventId: string;
  readonly customer: Customer;
  readonly name: string;
  readonly amount: number;
  readonly productId?: string | undefined;
  readonly categoryId?: string | undefined;
  readonly occurredAt?: string | undefined;
}

export interface RevokeBadgeCommand extends Base {
  readonly kind: 'revoke_badge';
  readonly customer: Customer;
  readonly badgeId: string;
  readonly reason: string;
}

export interface SetPlayerCommand extends Base {
  readonly kind: 'set_player';
  readonly shopperId: ShopperId;
  readonly alias: string | null;
  readonly hidden: boolean;
}

export type Command =
  | ReportEventCommand
  | RevokeBadgeCommand
  | SetPlayerCommand
  | PlayCommand
  | ClaimCommand
  | LeaveContactCommand
  | ConfirmContactCommand
  | BuyRewardCommand
  | PauseCommand
  | GiveAddressCommand
  | EraseAddressCommand
  | EraseDataCommand
  | MoveParcelCommand
  | SetProfileCommand
  | OpenReferralCommand
  | AttachReferralCommand
  | SettleReferralCommand
  | GiveGiftsCommand
  | ReviewReferralCommand
  | CheckInCommand
  | MakeUpCommand
  | BuyFreezeCommand
  | AnswerQuizCommand
  | FinishQuizzesCommand
  | IdentifyCommand
  | ReportOrderCommand
  | CancelOrderCommand
  | RefundOrderCommand
  | HoldVoucherCommand
  | RedeemVoucherCommand
  | ReleaseVoucherCommand
  | AdjustPointsCommand
  | GrantPrizeCommand
  | AnswerSurveyCommand
  | SetAttributesCommand
  | HoldPointsCommand
  | RedeemPointsCommand
  | ReleasePointsCommand
  | AdjustCreditCommand
  | TidyCommand
  | ExpireVoucherCommand
  | VoidVoucherCommand
  | ReviewTierCommand
  | TurnCampaignCommand
  | BoardCommand;
