/** The step of the schema that keeps contacts, birthdays, and who brought whom. */
import type { Migration } from './migrations.ts';

export const referralMigration: Migration = {
  version: 11,
  statements: [
    // Keyed hashes of one spelling each: enough to see the same person again.
    `CREATE TABLE contact (
      site_id TEXT NOT NULL,
      shopper_id TEXT NOT NULL,
      kind TEXT NOT NULL,
      hash TEXT NOT NULL,
      PRIMARY KEY (site_id, shopper_id, kind)
    )`,
    `CREATE INDEX contact_alike ON contact (site_id, hash)`,
    // `birthday` is MM-DD; `gift_on` the site's day of its last gift.
    `CREATE TABLE profile (
      site_id TEXT NOT NULL,
      shopper_id TEXT NOT NULL,
      birthday TEXT NOT NULL,
      gift_on TEXT,
      PRIMARY KEY (site_id, shopper_id)
    )`,
    `CREATE INDEX profile_birthday ON profile (site_id, birthday, shopper_id)`,
    `CREATE TABLE referral_code (
      site_id TEXT NOT NULL,
      code TEXT NOT NULL,
      shopper_id TEXT NOT NULL,
      PRIMARY KEY (site_id, code)
    )`,
    `CREATE INDEX referral_code_of_shopper ON referral_code (site_id, shopper_id)`,
    `CREATE TABLE referral (
      site_id TEXT NOT NULL,
      referral_id TEXT NOT NULL,
      friend_id TEXT NOT NULL,
      referrer_id TEXT NOT NULL,
      code TEXT NOT NULL,
      state TEXT NOT NULL,
      review TEXT NOT NULL,
      doubts TEXT NOT NULL,
      reason TEXT,
      attached_at BIGINT NOT NULL,
      order_id TEXT,
      due_at BIGINT,
      closed_at BIGINT,
      paid_month TEXT,
      paid_by TEXT,
      PRIMARY KEY (site_id, referral_id)
    )`,
    `CREATE UNIQUE INDEX referral_of_friend ON referral (site_id, friend_id)`,
    `CREATE INDEX referral_of_referrer ON referral (site_id, referrer_id, attached_at)`,
    `CREATE INDEX referral_paid ON referral (site_id, referrer_id, paid_month)
      WHERE paid_month IS NOT NULL`,
    `CREATE INDEX referral_of_order ON referral (site_id, order_id) WHERE order_id IS NOT NULL`,
    `CREATE INDEX referral_due ON referral (site_id, due_at) WHERE state = 'pending'`,
    `CREATE INDEX referral_in_review ON referral (site_id, referral_id) WHERE review = 'needed'`,
    `CREATE INDEX shop_order_of_shopper ON shop_order (site_id, shopper_id, at)`,
  ],
};
