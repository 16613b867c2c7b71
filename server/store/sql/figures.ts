/** Statements about rollups: what the projector adds to, and what the figures are read from. */
import { funnelSteps as steps } from '../../../shared/funnel.ts';
import type { CampaignId, ShopperId, SiteDay, SiteId } from '../../../shared/ids.ts';
import type { DayDelta, PrizeDelta, ShopperDelta } from '../../core/figures.ts';
import type { Query, Write } from '../store.ts';

export function addToDay(delta: DayDelta): Write {
  return {
    sql: `INSERT INTO rollup_day (site_id, campaign_id, day, plays, vouchers, prize_cost,
        attributed_revenue)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      ON CONFLICT (site_id, campaign_id, day) DO UPDATE SET
        plays = rollup_day.plays + excluded.plays,
        vouchers = rollup_day.vouchers + excluded.vouchers,
        prize_cost = rollup_day.prize_cost + excluded.prize_cost,
        attributed_revenue = rollup_day.attributed_revenue + excluded.attributed_revenue`,
    params: [
      delta.siteId,
      delta.campaignId,
      delta.day,
      delta.plays,
      delta.vouchers,
      delta.prizeCost,
      delta.attributedRevenue,
    ],
    rows: 1,
  };
}

export function addToPrize(delta: PrizeDelta): Write {
  const { siteId, campaignId, gameId, prizeId, day, given, cost } = delta;
  return {
    sql: `INSERT INTO rollup_prize (site_id, campaign_id, game_id, prize_id, day, given, cost)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      ON CONFLICT (site_id, campaign_id, game_id, prize_id, day) DO UPDATE SET
        given = rollup_prize.given + excluded.given, cost = rollup_prize.cost + excluded.cost`,
    params: [siteId, campaignId, gameId, prizeId, day, given, cost],
    rows: 1,
  };
}

const orEach = steps
  .map((step) => `${step} = rollup_shopper.${step} | excluded.${step}`)
  .join(', ');

export function addToShopper(delta: ShopperDelta): Write {
  const { siteId, day, campaignId, gameId, shopperId, reached } = delta;
  return {
    sql: `INSERT INTO rollup_shopper (site_id, day, campaign_id, game_id, shopper_id,
        ${steps.join(', ')})
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
      ON CONFLICT (site_id, day, campaign_id, game_id, shopper_id) DO UPDATE SET ${orEach}`,
    params: [
      siteId,
      day,
      campaignId,
      gameId,
      shopperId,
      ...steps.map((step) => (reached.has(step) ? 1 : 0)),
    ],
    rows: 1,
  };
}

/** After a merge the days of the anonymous shopper are days of the identified one. */
export function mergeShopper(siteId: SiteId, from: ShopperId, to: ShopperId): Write[] {
  return [
    {
      sql: `INSERT INTO rollup_shopper (site_id, day, campaign_id, game_id, shopper_id,
          ${steps.join(', ')})
        SELECT site_id, day, campaign_id, game_id, $3, ${steps.join(', ')} FROM rollup_shopper
        WHERE site_id = $1 AND shopper_id = $2
        ON CONFLICT (site_id, day, campaign_id, game_id, shopper_id) DO UPDATE SET ${orEach}`,
      params: [siteId, from, to],
      rows: null,
    },
    {
      sql: `DELETE FROM rollup_shopper WHERE site_id = $1 AND shopper_id = $2`,
      params: [siteId, from],
      rows: null,
    },
  ];
}

export function moveProjector(xid: number, seq: number): Write {
  return {
    sql: `UPDATE projector SET xid = $1, seq = $2 WHERE name = 'figures'`,
    params: [xid, seq],
    rows: 1,
  };
}

export interface Period {
  readonly siteId: SiteId;
  readonly from: SiteDay;
  readonly to: SiteDay;
  /** Empty for all campaigns. */
  readonly campaignId: CampaignId;
}

function inPeriod({ siteId, from, to, campaignId }: Period): Query['params'] {
  return [siteId, from, to, campaignId];
}

const periodWhere = `site_id = $1 AND day >= $2 AND day <= $3
  AND ($4 = '' OR campaign_id = $4)`;

/**
 * Distinct shoppers at each step of the funnel over the whole period: each shopper once, then added
 * up, which sorts a million rows once and not for every step.
 */
export function funnelOf(period: Period): Query {
  const reached = steps.map((step) => `max(${step}) AS ${step}`).join(', ');
  const shoppers = steps.map((step) => `coalesce(sum(${step}), 0) AS ${step}`).join(', ');
  return {
    sql: `SELECT ${shoppers} FROM (SELECT ${reached} FROM rollup_shopper
      WHERE ${periodWhere} GROUP BY shopper_id) AS each_shopper`,
    params: inPeriod(period),
  };
}

export function daysOf(period: Period): Query {
  return {
    sql: `SELECT day, CAST(sum(plays) AS BIGINT) AS plays,
        CAST(sum(vouchers) AS BIGINT) AS vouchers,
        CAST(sum(prize_cost) AS BIGINT) AS prize_cost,
        CAST(sum(attributed_revenue) AS BIGINT) AS attributed_revenue
      FROM rollup_day WHERE ${periodWhere} GROUP BY day ORDER BY day`,
    params: inPeriod(period),
  };
}

/** Distinct players of each day. */
export function playersOf(period: Period): Query {
  return {
    sql: `SELECT day, count(DISTINCT shopper_id) AS shoppers FROM rollup_shopper
      WHERE ${periodWhere} AND settled = 1 GROUP BY day`,
    params: inPeriod(period),
  };
}

/** Plays of each game on each day. */
export function playsOf(period: Period): Query {
  return {
    sql: `SELECT campaign_id, game_id, day, CAST(sum(given) AS BIGINT) AS plays
      FROM rollup_prize WHERE ${periodWhere} GROUP BY campaign_id, game_id, day`,
    params: inPeriod(period),
  };
}

export function prizesOf(period: Period): Query {
  return {
    sql: `SELECT campaign_id, game_id, prize_id, CAST(sum(given) AS BIGINT) AS given,
        CAST(sum(cost) AS BIGINT) AS cost
      FROM rollup_prize WHERE ${periodWhere} GROUP BY campaign_id, game_id, prize_id`,
    params: inPeriod(period),
  };
}
