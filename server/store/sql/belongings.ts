/**
 * What a shopper may have beside wallet, streams and progress. It follows them when they sign in;
 * most have little of it, so that one question in front saves a dozen writes that touch nothing.
 */
import type { SiteId, ShopperId } from '../../../shared/ids.ts';
import type { Belonging } from '../../core/facts.ts';
import type { Query, Row, Write } from '../store.ts';
import { copyCheckIns, moveFreezes } from './check-in.ts';
import { moveLeads } from './lead.ts';
import { moveScores } from './leaderboard.ts';
import { moveParcels } from './parcel.ts';
import { moveProfile } from './profile.ts';
import { moveReferrals } from './referral.ts';
import { wordOf } from './row.ts';
import { moveVouchers } from './voucher.ts';

interface Move {
  readonly siteId: SiteId;
  readonly from: ShopperId;
  readonly to: ShopperId;
  readonly now: number;
}

const moves: Readonly<Record<Belonging, (move: Move) => Write[]>> = {
  check_ins: ({ siteId, from, to }) => [
    copyCheckIns(siteId, from, to),
    moveFreezes(siteId, from, to),
  ],
  leads: ({ siteId, from, to }) => moveLeads(siteId, from, to),
  parcels: ({ siteId, from, to }) => [moveParcels(siteId, from, to)],
  profile: ({ siteId, from, to }) => moveProfile(siteId, from, to),
  referrals: ({ siteId, from, to, now }) => moveReferrals(siteId, from, to, now),
  scores: ({ siteId, from, to }) => moveScores(siteId, from, to),
  vouchers: ({ siteId, from, to }) => [moveVouchers(siteId, from, to)],
};

/** Where the shopper's rows are, by what they are. */
const places: Readonly<Record<Belonging, readonly string[]>> = {
  check_ins: ['check_in WHERE shopper_id', 'streak_freeze WHERE used_for IS NULL AND shopper_id'],
  leads: ['lead WHERE shopper_id'],
  parcels: ['parcel WHERE shopper_id'],
  profile: ['profile WHERE shopper_id'],
  referrals: [
    'referral_code WHERE shopper_id',
    'referral WHERE referrer_id',
    'referral WHERE friend_id',
  ],
  scores: ['leaderboard_player WHERE shopper_id', 'leaderboard_score WHERE shopper_id'],
  vouchers: ['voucher WHERE shopper_id'],
};

const kinds: readonly Belonging[] = [
  'check_ins',
  'leads',
  'parcels',
  'profile',
  'referrals',
  'scores',
  'vouchers',
];

const asked = kinds
  .map((kind) => {
    const found = places[kind].map(
      (place) => `EXISTS (SELECT 1 FROM ${place} = $2 AND site_id = $1)`,
    );
    return `SELECT '${kind}' AS kind WHERE ${found.join(' OR ')}`;
  })
  .join(' UNION ALL ');

export function belongingsOf(siteId: SiteId, shopperId: ShopperId): Query {
  return { sql: asked, params: [siteId, shopperId] };
}

export function belongingsFrom(rows: readonly Row[]): Belonging[] {
  return rows.map((row) => wordOf(row, 'kind', kinds));
}

export function moveBelonging(kind: Belonging, move: Move): Write[] {
  return moves[kind](move);
}
