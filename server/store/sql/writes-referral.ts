/** The writes of profiles and referrals. */
import { assertNever } from '../../../shared/assert-never.ts';
import type { SiteId } from '../../../shared/ids.ts';
import type { ReferralChange } from '../../core/decision.ts';
import type { Write } from '../store.ts';
import { erasePerson } from './personal-data.ts';
import { markBirthday, saveProfile } from './profile.ts';
import { changeReferral, insertReferral, insertReferralCode, markOrdered } from './referral.ts';

export function referralWrites(
  change: ReferralChange,
  { siteId, now }: { readonly siteId: SiteId; readonly now: number },
): Write[] {
  switch (change.kind) {
    case 'profile':
      return [saveProfile(siteId, change.shopperId, change.fact)];
    case 'person_erased':
      return erasePerson(siteId, change.shopperId, now);
    case 'birthday_given':
      return [markBirthday(siteId, change.shopperId, change.day)];
    case 'referral_code':
      return [insertReferralCode(siteId, change.code, change.shopperId)];
    case 'referral_opened':
      return [insertReferral(siteId, change.referral)];
    case 'referral_changed':
      return [changeReferral(siteId, change.before, change.after)];
    case 'friend_ordered':
      return [markOrdered(siteId, change.friendId, now)];
    default:
      return assertNever(change);
  }
}
