/** Everything beside the games that a shopper may see: one read that writes nothing. */
import type { PrizeId, ShopperId, SiteId } from '../../shared/ids.ts';
import { limits } from '../../shared/limits.ts';
import { progressKinds } from '../../shared/progress.ts';
import { ok, refuse, type Result } from '../../shared/refusals.ts';
import type { RewardsReply } from '../../shared/schema/rewards-api.ts';
import { checkInViews } from '../core/check-in-view.ts';
import { parcelView } from '../core/parcel.ts';
import { badgeViews } from '../core/badge.ts';
import { settledBooks } from '../core/books.ts';
import { boardViews } from '../core/leaderboard.ts';
import { missionViews } from '../core/mission.ts';
import { pointsView } from '../core/points-view.ts';
import type { Programme } from '../core/programme.ts';
import { quizViews } from '../core/quiz.ts';
import { rewardViews } from '../core/reward-shop.ts';
import { surveyViews } from '../core/survey.ts';
import { tierView } from '../core/tier-view.ts';
import { freezeRow, freezesOf } from '../store/sql/check-in.ts';
import { anonymousShopper, shopperNeed } from '../store/sql/needs.ts';
import { parcelRow, parcelsOf } from '../store/sql/parcel.ts';
import { siteById, siteRow } from '../store/sql/site.ts';
import { stampOf, type Deps } from './deps.ts';
import { currentProgramme } from './programmes.ts';
import { referralReads, referralView } from './referral.ts';

export async function readRewards(
  deps: Deps,
  siteId: SiteId,
  shopperId: ShopperId,
): Promise<Result<RewardsReply>> {
  const programme = await currentProgramme(deps, siteId);
  if (!programme) return refuse('site_not_found');
  const stamp = stampOf(deps);
  const { now } = stamp;
  const need = shopperNeed(
    { ...programme, waits: true },
    {
      siteId,
      newcomer: anonymousShopper(shopperId),
      lots: 'all',
      progress: progressKinds,
      prizeIds: prizesShown(programme),
    },
  );
  const [sites, parcels, freezes, ...rows] = await deps.store.read([
    siteById(siteId),
    parcelsOf(siteId, shopperId, limits.parcelsOfShopperMax),
    freezesOf(siteId, shopperId),
    ...need.queries,
    ...referralReads(programme, shopperId),
  ]);
  const site = sites?.[0] && siteRow(sites[0]);
  if (!site) return refuse('site_not_found');
  const loaded = need.facts(rows, { programme, epoch: site.epoch, now, claimed: new Map() });
  if (!loaded) throw new Error('a read that locks nobody misses nobody');
  const facts = { ...loaded, progress: settledBooks(loaded) };
  if (facts.shopper.mergedInto !== null) return refuse('shopper_merged');
  const points = pointsView(facts, stamp);
  const held = { ...facts, freezes: (freezes ?? []).map(freezeRow) };
  return ok({
    points,
    rewardShop: rewardViews(facts, points.points, now),
    missions: missionViews(facts, now),
    surveys: surveyViews(facts, now),
    badges: badgeViews(facts),
    leaderboards: boardViews(programme, now),
    parcels: (parcels ?? []).map((row) => parcelView(parcelRow(row), now)),
    referral: referralView(programme, rows.slice(need.queries.length)),
    checkIns: checkInViews(held, points.points, now),
    quizzes: quizViews(facts, now),
    tier: tierView(facts, now),
  });
}

/** Every prize that the reply may name. */
function prizesShown({ rewards, checkIns, quizzes }: Programme): PrizeId[] {
  return [
    ...[...rewards.values()].map(({ prizeId }) => prizeId),
    ...[...checkIns.values()].flatMap(({ prizeIds }) => prizeIds),
    ...[...quizzes.values()].flatMap(({ prizeIds }) => prizeIds),
  ];
}
