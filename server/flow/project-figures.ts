/** The projector: adds new events to the rollups, and moves its cursor in the same transaction. */
import { limits } from '../../shared/limits.ts';
import type { EventKind } from '../core/decision.ts';
import { foldEvents, type KeptEvent } from '../core/figures.ts';
import {
  addToDay,
  addToPrize,
  addToShopper,
  mergeShopper,
  moveProjector,
} from '../store/sql/figures.ts';
import { intOf, textOf, textOrNull, wordOf } from '../store/sql/row.ts';
import type { Row, Script } from '../store/store.ts';
import type { Deps } from './deps.ts';

const eventKinds = [
  'game.shown',
  'game.opened',
  'game.started',
  'play.settled',
  'budget.alarm',
  'shopper.paused',
  'shopper.erased',
  'prize.granted',
  'voucher.claimed',
  'voucher.redeemed',
  'voucher.released',
  'voucher.expired',
  'order.reported',
  'order.cancelled',
  'order.refunded',
  'order.attributed',
  'points.adjusted',
  'points.held',
  'points.redeemed',
  'credit.adjusted',
  'reward.bought',
  'parcel.addressed',
  'parcel.shipped',
  'parcel.delivered',
  'parcel.cancelled',
  'campaign.started',
  'campaign.ended',
  'mission.completed',
  'survey.asked',
  'survey.answered',
  'attributes.set',
  'gift.given',
  'referral.attached',
  'referral.pending',
  'referral.doubted',
  'referral.approved',
  'referral.paid',
  'referral.cancelled',
  'badge.earned',
  'leaderboard.closed',
  'leaderboard.won',
  'badge.revoked',
  'activity.reported',
  'check_in.credited',
  'freeze.bought',
  'quiz.answered',
  'tier.reached',
  'tier.lowered',
  'shopper.identified',
] as const satisfies readonly EventKind[];

/** One slice. Answers how many events it counted; 0 when the figures are up to date. */
export function projectFigures(deps: Deps): Promise<number> {
  return deps.store.run(projectScript);
}

function* projectScript(): Script<number> {
  yield { kind: 'lock_work', name: 'projector figures' };
  const [rows] = yield { kind: 'new_events', eventsMax: limits.projectorSliceEventsMax };
  const last = rows?.at(-1);
  if (!rows || !last) return 0;
  const { days, prizes, shoppers, merges } = foldEvents(rows.map(eventRow));
  yield {
    kind: 'write',
    writes: [
      ...days.map(addToDay),
      ...prizes.map(addToPrize),
      ...shoppers.map(addToShopper),
      ...merges.flatMap(({ siteId, from, to }) => mergeShopper(siteId, from, to)),
      moveProjector(intOf(last, 'xid'), intOf(last, 'seq')),
    ],
  };
  return rows.length;
}

function eventRow(row: Row): KeptEvent {
  return {
    siteId: textOf(row, 'site_id'),
    kind: wordOf(row, 'kind', eventKinds),
    shopperId: textOrNull(row, 'shopper_id'),
    campaignId: textOf(row, 'campaign_id'),
    gameId: textOf(row, 'game_id'),
    day: textOf(row, 'day'),
    payload: JSON.parse(textOf(row, 'payload')),
  };
}
