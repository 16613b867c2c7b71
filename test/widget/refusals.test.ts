/** "Why did I not get this?": every refusal that a shopper can meet has a sentence of its own. */
import { refusalStatus, type RefusalCode } from '../../shared/refusals.ts';
import { words as contact } from '../../shared/words/contact/en.ts';
import { words as counter } from '../../shared/words/counter/en.ts';
import { words as first } from '../../shared/words/first/en.ts';
import { words as games } from '../../shared/words/games/en.ts';
import { words as more } from '../../shared/words/more/en.ts';
import { words as progress } from '../../shared/words/progress/en.ts';
import { words as standing } from '../../shared/words/standing/en.ts';
import { refusalSentence } from '../../widget/i18n/refusal-sentence.ts';
import { Words } from '../../widget/i18n/words.ts';
import { equal, ok } from './helper.ts';

/** Our own fault, the shop's back end, its checkout or its admin; forms speak for contacts. */
const apologies = `
  bad_request link_expired not_found method_not_allowed command_conflict body_too_large
  batch_too_large unsupported_media_type internal_error storage_unavailable programme_invalid
  attribute_limit_reached badge_not_found badge_not_earned referral_not_due
  referral_in_review referral_not_in_review gift_not_due parcel_needs_address
  minimum_spend_not_met currency_mismatch hold_not_found hold_expired hold_redeemed
  too_many_holds prize_not_found contact_needed contact_unconfirmed contact_not_asked
  points_not_accepted not_enough_credit shopper_not_found play_not_found order_not_found
  order_already_reported order_cancelled refund_exceeds_order
`
  .trim()
  .split(/\s+/);

function isCode(name: string): name is RefusalCode {
  return name in refusalStatus;
}

describe('the sentence of a refusal', () => {
  const words = new Words();
  for (const set of [first, more, games, progress, standing, counter, contact]) words.add(set);

  it('is an apology only where nobody but us can do anything', () => {
    const codes = Object.keys(refusalStatus).filter(isCode);
    const sorry = codes.filter((code) => refusalSentence(words, { code }) === more.sorry);
    equal(sorry.toSorted(), apologies.toSorted());
  });

  it('is never empty, and says when where that is known', () => {
    for (const code of Object.keys(refusalStatus).filter(isCode)) {
      ok(refusalSentence(words, { code }, 'tomorrow at 09:00'), code);
    }
    const dated: RefusalCode[] = ['daily_limit_reached', 'reward_not_open', 'paced_out'];
    for (const code of [...dated, 'quiz_day_limit_reached' as const]) {
      ok(refusalSentence(words, { code }, 'tomorrow at 09:00').includes('tomorrow at 09:00'), code);
    }
  });

  it('tells who must sign in, whose tier is another, and who plays elsewhere apart', () => {
    const codes = ['identification_needed', 'tier_needed', 'campaign_excluded', 'not_in_audience'];
    equal(new Set(codes.filter(isCode).map((code) => refusalSentence(words, { code }))).size, 4);
  });
});
