/** The sentence of each refusal. */
import type { Refusal, RefusalCode } from '../../shared/refusals.ts';
import { keyed, type PlainKey, type Words } from './words.ts';

/** `when` is the text of `refusal.nextAt`, where there is one. */
export function refusalSentence({ say }: Words, { code }: Refusal, when?: string): string {
  switch (code) {
    case 'daily_limit_reached':
    case 'site_daily_limit_reached':
      return when ? say('limitDayNext', { when }) : say('limitDay');
    case 'campaign_not_started':
      return when ? say('notStartedNext', { when }) : say('notStarted');
    case 'paced_out':
    case 'budget_spent':
      return when ? say('laterNext', { when }) : say('later');
    case 'checked_in_already':
      return when ? say('checkedInNext', { when }) : say('checkedIn');
    case 'quiz_day_limit_reached':
      return when ? say('quizNextAt', { when }) : say('quizTomorrow');
    case 'reward_not_open':
      return when ? say('shopOpens', { when }) : say('shopGone');
    default:
      return say(sentences[code] ?? 'sorry');
  }
}

/** Codes that are not here are no shopper's doing: the sentence is an apology. */
const sentences: Partial<Record<RefusalCode, PlainKey>> = keyed({
  unauthorized: 'signedOut',
  token_expired: 'signedOut',
  token_replayed: 'signedOut',
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
  voucher_not_found: 'voucherGone',
  voucher_expired: 'voucherGone',
  voucher_redeemed: 'voucherGone',
  voucher_voided: 'voucherGone',
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
  quiz_not_found: 'quizGone',
  quiz_not_open: 'quizGone',
  question_not_found: 'quizGone',
  question_answered: 'quizGone',
  question_not_open: 'quizGone',
  survey_not_found: 'surveyGone',
  survey_not_open: 'surveyGone',
  survey_answered: 'surveyGone',
});
