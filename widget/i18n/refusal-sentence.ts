/** The sentence of each refusal. */
import type { Refusal, RefusalCode } from '../../shared/refusals.ts';
import { keyed, type PlainKey, type Words } from './words.ts';

type DatedKey =
  | 'limitDayNext'
  | 'notStartedNext'
  | 'laterNext'
  | 'checkedInNext'
  | 'quizNextAt'
  | 'shopOpens';

type FirstWord<Code = RefusalCode> = Code extends `${infer First}_${string}` ? First : never;

/** `when` is the text of `refusal.nextAt`, where there is one. */
export function refusalSentence({ say }: Words, { code }: Refusal, when?: string): string {
  const soon = dated[code];
  if (when && soon) return say(soon, { when });
  return say(sentences[code] ?? sentences[code.split('_', 1)[0] ?? ''] ?? 'sorry');
}

/** Of what can be had later, once it is known when. */
const dated: Partial<Record<RefusalCode, DatedKey>> = keyed({
  daily_limit_reached: 'limitDayNext',
  site_daily_limit_reached: 'limitDayNext',
  campaign_not_started: 'notStartedNext',
  paced_out: 'laterNext',
  budget_spent: 'laterNext',
  checked_in_already: 'checkedInNext',
  quiz_day_limit_reached: 'quizNextAt',
  reward_not_open: 'shopOpens',
});

/**
 * By code, or by its first word. Codes that are not here are no shopper's doing: the sentence is an
 * apology.
 */
const sentences: Partial<Record<string, PlainKey>> = keyed<
  Partial<Record<RefusalCode | FirstWord, PlainKey>>
>({
  daily_limit_reached: 'limitDay',
  site_daily_limit_reached: 'limitDay',
  campaign_not_started: 'notStarted',
  paced_out: 'later',
  budget_spent: 'later',
  checked_in_already: 'checkedIn',
  quiz_day_limit_reached: 'quizTomorrow',
  reward_not_open: 'shopGone',
  unauthorized: 'signedOut',
  token: 'signedOut',
  shopper_merged: 'signedOut',
  sign_in_failed: 'signedOut',
  forbidden: 'signIn',
  identification_needed: 'signIn',
  shopper_needed: 'signIn',
  origin_not_allowed: 'notHere',
  site_not_found: 'notHere',
  game_not_found: 'notHere',
  rate_limited: 'tooMany',
  network_limit_reached: 'network',
  busy: 'tooMany',
  campaign_ended: 'ended',
  campaign_limit_reached: 'limitCampaign',
  campaign_excluded: 'excluded',
  paused: 'paused',
  region_not_allowed: 'region',
  age_not_confirmed: 'age',
  not_in_audience: 'notForYou',
  tier_needed: 'tierNeeded',
  ever_limit_reached: 'limitCampaign',
  not_enough_points: 'notEnoughPoints',
  sold_out: 'soldOut',
  issuing_stopped: 'stopped',
  draw_moved: 'moved',
  voucher: 'voucherGone',
  voucher_held: 'voucherHeld',
  calendar_not_found: 'calendarGone',
  calendar_not_open: 'calendarClosed',
  make_up_not_possible: 'makeUpLate',
  freeze_not_for_sale: 'freezeNone',
  freezes_full: 'freezesFull',
  board_not_found: 'boardGone',
  reward_not_found: 'shopGone',
  reward_limit_reached: 'shopLimit',
  parcel_not_found: 'parcelClosed',
  parcel_closed: 'parcelClosed',
  referral_not_offered: 'refUnknown',
  referral_not_found: 'refUnknown',
  referral_own_code: 'refOwn',
  referral_attached: 'refTwice',
  referral_limit_reached: 'refFull',
  referral_known_shopper: 'refKnown',
  referral_same_contact: 'refNotYou',
  referral_ring: 'refNotYou',
  consent_needed: 'contactConsentNeeded',
  code_wrong: 'codeWrong',
  code_expired: 'codeExpired',
  contact_not_found: 'codeExpired',
  code_used: 'codeUsed',
  code_spent: 'codeSpent',
  code_limit_reached: 'codeLimit',
  quiz: 'quizGone',
  question: 'quizGone',
  survey: 'surveyGone',
});
