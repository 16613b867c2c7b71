/** What time makes due beside points and vouchers: referrals to pay, addresses to forget. */
import { limits } from '../../shared/limits.ts';
import { birthdaysWithin } from '../core/gifts.ts';
import { addDays, siteDayAt } from '../core/time.ts';
import { birthdaysDue } from '../store/sql/profile.ts';
import { giftMechanic } from './gifts.ts';
import { decideEraseAddress } from '../core/fulfilment.ts';
import { decideSettleReferral } from '../core/referral-payout.ts';
import { decideReviewTier } from '../core/tidy.ts';
import { addressesDue } from '../store/sql/parcel.ts';
import { planOwnParcel } from '../store/sql/plans-parcel.ts';
import { planSettleReferral } from '../store/sql/plans-referral.ts';
import { referralRow, referralsDue, referralsOrdered } from '../store/sql/referral.ts';
import { planReviewTier } from '../store/sql/plans-due.ts';
import { intOf, textOf } from '../store/sql/row.ts';
import { tiersDue } from '../store/sql/tier.ts';
import { dueWork, systemId } from './due-work.ts';

/** A referral is due again when the month had no place for it, or a person has approved it. */
export const dueReferrals = dueWork({
  name: 'referrals to pay',
  mechanic: { plan: planSettleReferral, decide: decideSettleReferral },
  query: (at) => (at.programme.document.referral === null ? null : referralsDue(at)),
  commands: (rows, { siteId }) =>
    rows.map(referralRow).map(({ id: referralId, dueAt, review }) => {
      const commandId = systemId('referral', referralId, dueAt ?? 0, review);
      return { kind: 'settle_referral', siteId, commandId, referralId };
    }),
});

/** An order was reported, and whoever saw to it did not come as far as the referral. */
export const orderedReferrals = dueWork({
  name: 'referrals with an order',
  mechanic: { plan: planSettleReferral, decide: decideSettleReferral },
  query: (at) => (at.programme.document.referral === null ? null : referralsOrdered(at)),
  commands: (rows, { siteId }) =>
    rows.map(referralRow).map(({ id: referralId, orderedAt }) => {
      const commandId = systemId('referral-order', referralId, orderedAt ?? 0);
      return { kind: 'settle_referral', siteId, commandId, referralId };
    }),
});

export const dueBirthdays = dueWork({
  name: 'birthday gifts',
  mechanic: giftMechanic,
  query(at) {
    const { birthday } = at.programme.document.gifts;
    if (!birthday) return null;
    const { day } = siteDayAt(at.now, at.programme.calendar);
    const since = addDays(day, 1 - limits.birthdayGiftGapDays);
    return birthdaysDue(at, birthdaysWithin(day, birthday.leapDay), since);
  },
  commands: (rows, { siteId, now, programme }) =>
    rows.map((row) => {
      const shopperId = textOf(row, 'shopper_id');
      const { day } = siteDayAt(now, programme.calendar);
      return {
        kind: 'give_gifts',
        siteId,
        commandId: systemId('gifts', shopperId, day),
        shopperId,
      };
    }),
});

export const dueTiers = dueWork({
  name: 'tiers that end',
  mechanic: { plan: planReviewTier, decide: decideReviewTier },
  query: (at) => (at.programme.document.tiers === null ? null : tiersDue(at)),
  commands: (rows, { siteId }) =>
    rows.map((row) => {
      const shopperId = textOf(row, 'shopper_id');
      const commandId = systemId('tier', shopperId, intOf(row, 'due_at'));
      return { kind: 'review_tier', siteId, commandId, shopperId };
    }),
});

export const dueErasures = dueWork({
  name: 'addresses to forget',
  mechanic: { plan: planOwnParcel, decide: decideEraseAddress },
  query: addressesDue,
  commands: (rows, { siteId }) =>
    rows.map((row) => {
      const parcelId = textOf(row, 'parcel_id');
      const commandId = systemId('erase', parcelId);
      const shopperId = textOf(row, 'shopper_id');
      return { kind: 'erase_address', siteId, commandId, shopperId, parcelId };
    }),
});
