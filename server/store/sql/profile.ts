/** Statements about what is known of a shopper: a birthday, and contacts as keyed hashes. */
import type { ShopperId, SiteDay, SiteId } from '../../../shared/ids.ts';
import type { ProfileFact } from '../../core/profile.ts';
import type { Query, Write } from '../store.ts';
import type { DuePage } from './due.ts';

/**
 * What a friend shares with others: contacts with anybody; devices and networks, which many share,
 * with the referrer and the referrer's other friends.
 */
export function sharedContacts(siteId: SiteId, friendId: ShopperId, referrerId: ShopperId): Query {
  return {
    sql: `SELECT DISTINCT own.kind FROM contact AS own JOIN contact AS other
        ON other.site_id = own.site_id AND other.hash = own.hash
      WHERE own.site_id = $1 AND own.shopper_id = $2 AND other.shopper_id <> $2
        AND (own.kind IN ('email', 'phone') OR other.shopper_id = $3
          OR EXISTS (SELECT 1 FROM referral WHERE referral.site_id = $1
            AND referral.friend_id = other.shopper_id AND referral.referrer_id = $3))`,
    params: [siteId, friendId, referrerId],
  };
}

export function saveProfile(siteId: SiteId, shopperId: ShopperId, fact: ProfileFact): Write {
  const { of, value } = fact;
  if (of === 'birthday') return saveBirthday(siteId, shopperId, value);
  if (value === null) {
    return {
      sql: `DELETE FROM contact WHERE site_id = $1 AND shopper_id = $2 AND kind = $3`,
      params: [siteId, shopperId, of],
      rows: null,
    };
  }
  return {
    sql: `INSERT INTO contact (site_id, shopper_id, kind, hash) VALUES ($1, $2, $3, $4)
      ON CONFLICT (site_id, shopper_id, kind) DO UPDATE SET hash = excluded.hash`,
    params: [siteId, shopperId, of, value],
    rows: 1,
  };
}

/** The customer's own birthday stays; else they take the one that they gave before signing in. */
export function moveProfile(siteId: SiteId, from: ShopperId, to: ShopperId): Write[] {
  return [
    {
      sql: `INSERT INTO profile (site_id, shopper_id, birthday)
        SELECT site_id, $3, birthday FROM profile WHERE site_id = $1 AND shopper_id = $2
        ON CONFLICT (site_id, shopper_id) DO NOTHING`,
      params: [siteId, from, to],
      rows: null,
    },
    {
      sql: `DELETE FROM profile WHERE site_id = $1 AND shopper_id = $2`,
      params: [siteId, from],
      rows: null,
    },
  ];
}

export function birthdayOf(siteId: SiteId, shopperId: ShopperId): Query {
  return {
    sql: `SELECT birthday FROM profile WHERE site_id = $1 AND shopper_id = $2`,
    params: [siteId, shopperId],
  };
}

/** Customers with one of the birthdays, `MM-DD`, who had no gift since a day. */
export function birthdaysDue(
  { siteId, rowsMax, skip }: DuePage,
  birthdays: readonly string[],
  since: SiteDay,
): Query {
  const places = birthdays.map((_, at) => `$${at + 5}`).join(', ');
  return {
    sql: `SELECT shopper_id FROM profile WHERE site_id = $1 AND birthday IN (${places})
        AND (gift_on IS NULL OR gift_on < $2) AND EXISTS (SELECT 1 FROM shopper
          WHERE shopper.site_id = $1 AND shopper.shopper_id = profile.shopper_id
            AND shopper.kind = 'identified')
      ORDER BY birthday, shopper_id LIMIT $3 OFFSET $4`,
    params: [siteId, since, rowsMax, skip, ...birthdays],
  };
}

/** So that the birthday is not looked at again; what was given decides. */
export function markBirthday(siteId: SiteId, shopperId: ShopperId, day: SiteDay): Write {
  return {
    sql: `UPDATE profile SET gift_on = $3 WHERE site_id = $1 AND shopper_id = $2`,
    params: [siteId, shopperId, day],
    rows: null,
  };
}

function saveBirthday(siteId: SiteId, shopperId: ShopperId, birthday: string | null): Write {
  if (birthday === null) {
    return {
      sql: `DELETE FROM profile WHERE site_id = $1 AND shopper_id = $2`,
      params: [siteId, shopperId],
      rows: null,
    };
  }
  return {
    sql: `INSERT INTO profile (site_id, shopper_id, birthday) VALUES ($1, $2, $3)
      ON CONFLICT (site_id, shopper_id) DO UPDATE SET birthday = excluded.birthday`,
    params: [siteId, shopperId, birthday],
    rows: 1,
  };
}
