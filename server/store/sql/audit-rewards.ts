/** What must hold of prizes that come without a draw: ranks, gifts, referrals and contacts. */
import { check, type AuditCheck } from './audit-check.ts';

export const rewardChecks: readonly AuditCheck[] = [
  check(
    'I3',
    'a rank is paid by its own kind of command, and every rank stands on a closed board',
    `
    SELECT award.site_id, award_id AS what FROM award LEFT JOIN command
      ON command.site_id = award.site_id AND command.command_id = award.cause_id
    WHERE award.cause_kind = 'leaderboard' AND (command.kind IS NULL OR command.kind <> 'pay_rank')
    UNION ALL
    SELECT won.site_id, won.board_id FROM leaderboard_prize AS won LEFT JOIN leaderboard_closed
      ON leaderboard_closed.site_id = won.site_id AND leaderboard_closed.board_id = won.board_id
        AND leaderboard_closed.period = won.period
    WHERE leaderboard_closed.period IS NULL`,
  ),
  check(
    'I3',
    'a gift on an occasion is given by its own kind of command',
    `
    SELECT award.site_id, award_id AS what FROM award LEFT JOIN command
      ON command.site_id = award.site_id AND command.command_id = award.cause_id
    WHERE award.cause_kind = 'gift' AND (command.kind IS NULL OR command.kind <> 'give_gifts')`,
  ),
  check(
    'I3',
    'a referral is paid by one command, at most one prize for each of two shoppers',
    `
    SELECT award.site_id, cause_id AS what FROM award LEFT JOIN referral
      ON referral.site_id = award.site_id AND referral.paid_by = award.cause_id
    WHERE award.cause_kind = 'referral'
    GROUP BY award.site_id, cause_id
    HAVING count(DISTINCT referral.referral_id) <> 1 OR count(*) > 2
      OR count(*) <> count(DISTINCT award.shopper_id)`,
  ),
  check(
    'I3',
    'a referral is paid once, when it says so, and after its order',
    `
    SELECT site_id, referral_id AS what FROM referral
    WHERE (state = 'paid') <> (paid_by IS NOT NULL) OR (state = 'paid') <> (paid_month IS NOT NULL)
      OR (state = 'paid' AND (order_id IS NULL OR closed_at < due_at OR review = 'needed'))`,
  ),
  check(
    'I3',
    'a prize that asks for a contact is used by nobody before it is taken with one',
    `
    SELECT voucher.site_id, voucher_id AS what FROM voucher JOIN shopper
      ON shopper.site_id = voucher.site_id AND shopper.shopper_id = voucher.shopper_id
    LEFT JOIN (SELECT site_id, owner, max(at) AS at FROM command WHERE kind = 'erase_data'
        GROUP BY site_id, owner) AS erased
      ON erased.site_id = voucher.site_id AND erased.owner = voucher.shopper_id
    WHERE claim IS NOT NULL AND (
      (claimed_at IS NULL AND voucher.state IN ('held', 'redeemed'))
      -- Whoever had their contact erased took the prize with it before.
      OR (claimed_at > coalesce(erased.at, -1) AND shopper.kind = 'anonymous' AND NOT EXISTS (
        SELECT 1 FROM lead WHERE lead.site_id = voucher.site_id
          AND lead.shopper_id = voucher.shopper_id)))`,
  ),
];
