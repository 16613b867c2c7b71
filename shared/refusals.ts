/**
 * The closed list of refusals. A refusal is a value: it has a code from here, an HTTP status, and
 * stores nothing. Whatever is not on this list is a bug, and throws.
 */
import type { ContactAsk } from './schema/contact-api.ts';

export const refusalStatus = {
  // The request itself.
  bad_request: 400,
  unauthorized: 401,
  token_expired: 401,
  token_replayed: 401,
  shopper_merged: 401,
  sign_in_failed: 401,
  link_expired: 401,
  forbidden: 403,
  origin_not_allowed: 403,
  not_found: 404,
  method_not_allowed: 405,
  command_conflict: 409,
  body_too_large: 413,
  batch_too_large: 413,
  unsupported_media_type: 415,
  rate_limited: 429,
  network_limit_reached: 429,
  internal_error: 500,
  busy: 503,
  storage_unavailable: 503,
  issuing_stopped: 503,

  // The site and its programme.
  site_not_found: 404,
  programme_invalid: 422,

  // A play.
  game_not_found: 404,
  campaign_not_started: 409,
  campaign_ended: 409,
  daily_limit_reached: 409,
  campaign_limit_reached: 409,
  ever_limit_reached: 409,
  not_enough_points: 409,
  sold_out: 409,
  paused: 409,
  not_in_audience: 403,
  campaign_excluded: 409,
  site_daily_limit_reached: 409,
  region_not_allowed: 403,
  age_not_confirmed: 403,
  paced_out: 409,
  budget_spent: 409,
  draw_moved: 409,

  // Rewards.
  reward_not_found: 404,
  reward_not_open: 409,
  reward_limit_reached: 409,
  tier_needed: 403,
  survey_not_found: 404,
  survey_not_open: 409,
  survey_answered: 409,
  attribute_limit_reached: 409,
  badge_not_found: 404,
  badge_not_earned: 409,
  board_not_found: 404,

  // Referral.
  referral_not_offered: 404,
  referral_not_found: 404,
  referral_own_code: 409,
  referral_attached: 409,
  referral_known_shopper: 409,
  referral_same_contact: 409,
  referral_ring: 409,
  referral_limit_reached: 409,
  referral_not_due: 409,
  referral_in_review: 409,
  referral_not_in_review: 409,

  // Gifts on an occasion, and those that are sent.
  gift_not_due: 409,
  parcel_not_found: 404,
  parcel_closed: 409,
  parcel_needs_address: 409,

  // Check-ins.
  calendar_not_found: 404,
  calendar_not_open: 409,
  checked_in_already: 409,
  make_up_not_possible: 409,
  freeze_not_for_sale: 409,
  freezes_full: 409,

  // Quizzes.
  quiz_not_found: 404,
  quiz_not_open: 409,
  question_not_found: 404,
  question_answered: 409,
  question_not_open: 409,
  quiz_day_limit_reached: 409,

  // Vouchers.
  voucher_not_found: 404,
  voucher_expired: 409,
  voucher_held: 409,
  voucher_redeemed: 409,
  voucher_voided: 409,
  shopper_needed: 409,
  minimum_spend_not_met: 409,
  identification_needed: 403,
  currency_mismatch: 409,
  hold_not_found: 404,
  hold_expired: 409,
  hold_redeemed: 409,
  too_many_holds: 409,
  prize_not_found: 404,

  // Contacts left for a prize.
  contact_needed: 403,
  contact_unconfirmed: 403,
  contact_not_asked: 409,
  contact_not_found: 404,
  consent_needed: 409,
  code_wrong: 409,
  code_expired: 409,
  code_used: 409,
  code_spent: 409,
  code_limit_reached: 429,

  // Orders, points and shoppers.
  points_not_accepted: 409,
  not_enough_credit: 409,
  shopper_not_found: 404,
  play_not_found: 404,
  order_not_found: 404,
  order_already_reported: 409,
  order_cancelled: 409,
  refund_exceeds_order: 409,
} as const satisfies Record<string, number>;

export type RefusalCode = keyof typeof refusalStatus;

/** Why something was not done. Carries no data of anyone but the caller. */
export interface Refusal {
  readonly code: RefusalCode;
  /** When trying again makes sense, epoch milliseconds. */
  readonly nextAt?: number | undefined;
  /** For the developer who reads the answer: what would have been right. */
  readonly detail?: string | undefined;
  /** Where in the input it went wrong. */
  readonly issues?: readonly RefusalIssue[] | undefined;
  /** What would help: with `contact_needed`, `contact_unconfirmed`, `network_limit_reached`. */
  readonly contact?: ContactAsk | undefined;
  /** With `draw_moved`: the draw that is offered now. */
  readonly draw?: OfferedDraw | undefined;
}

export interface RefusalIssue {
  readonly path: string;
  readonly message: string;
}

/** The next draw of a stream, before it is played. */
export interface OfferedDraw {
  readonly epoch: number;
  readonly index: number;
  /** SHA-256(serverSeed ‖ SHA-256(table) ‖ place), 64 lower-case hex digits. */
  readonly commitment: string;
}

export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal };

export function refuse(
  code: RefusalCode,
  more: Omit<Refusal, 'code'> = {},
): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: { code, ...more } };
}

export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}
