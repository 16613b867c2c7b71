/** All work that time makes due, in the order in which it is done. */
import { instantOf } from '../../shared/time.ts';
import { decideExpireVoucher, decideReleaseVoucher } from '../core/checkout.ts';
import { decideTidy, decideTurnCampaign, type TurnCampaignCommand } from '../core/tidy.ts';
import {
  holdsDue,
  lotsDue,
  pendingDue,
  pointsHoldsDue,
  settledAmong,
  vouchersDue,
} from '../store/sql/due.ts';
import { planReleaseVoucher } from '../store/sql/plans.ts';
import { planVoucherById, planTidy, planNothing } from '../store/sql/plans-due.ts';
import { intOf, textOf } from '../store/sql/row.ts';
import { dueClosings, dueForgetting, dueRanks } from './due-leaderboards.ts';
import {
  dueBirthdays,
  dueErasures,
  dueReferrals,
  dueTiers,
  orderedReferrals,
} from './due-rewards.ts';
import { dueWork, systemId, type DueAt, type DueWork } from './due-work.ts';

const expiredLots = dueWork({
  name: 'expired points',
  mechanic: { plan: planTidy, decide: decideTidy },
  query: lotsDue,
  commands: (rows, { siteId }) =>
    rows.map((row) => {
      const shopperId = textOf(row, 'shopper_id');
      const commandId = systemId('expire', shopperId, intOf(row, 'expires_at'));
      return { kind: 'tidy', siteId, commandId, shopperId };
    }),
});

const releasedPoints = dueWork({
  name: 'points after their return window',
  mechanic: { plan: planTidy, decide: decideTidy },
  query: pendingDue,
  commands: (rows, { siteId }) =>
    rows.map((row) => {
      const [shopperId, sourceId] = [textOf(row, 'shopper_id'), textOf(row, 'source_id')];
      const commandId = systemId('earned', shopperId, sourceId, intOf(row, 'due_at'));
      return { kind: 'tidy', siteId, commandId, shopperId };
    }),
});

const endedPointsHolds = dueWork({
  name: 'ended holds of points',
  mechanic: { plan: planTidy, decide: decideTidy },
  query: pointsHoldsDue,
  commands: (rows, { siteId }) =>
    rows.map((row) => {
      const commandId = systemId('unhold', textOf(row, 'hold_id'));
      return { kind: 'tidy', siteId, commandId, shopperId: textOf(row, 'shopper_id') };
    }),
});

const endedHolds = dueWork({
  name: 'ended voucher holds',
  mechanic: { plan: planReleaseVoucher, decide: decideReleaseVoucher },
  query: holdsDue,
  commands: (rows, { siteId }) =>
    rows.map((row) => {
      const holdId = textOf(row, 'hold_id');
      return { kind: 'release_voucher', siteId, commandId: systemId('release', holdId), holdId };
    }),
});

const expiredVouchers = dueWork({
  name: 'expired vouchers',
  mechanic: { plan: planVoucherById, decide: decideExpireVoucher },
  query: vouchersDue,
  commands: (rows, { siteId }) =>
    rows.map((row) => {
      const voucherId = textOf(row, 'voucher_id');
      const commandId = systemId('expire-voucher', voucherId);
      return { kind: 'expire_voucher', siteId, commandId, voucherId };
    }),
});

const turnedCampaigns = dueWork({
  name: 'starts and ends of campaigns',
  mechanic: { plan: planNothing, decide: decideTurnCampaign },
  query(at) {
    const turns = campaignTurns(at);
    const ids = turns.map(({ commandId }) => commandId);
    return ids.length === 0 ? null : settledAmong(at.siteId, ids);
  },
  commands(rows, at) {
    const told = new Set(rows.map((row) => textOf(row, 'command_id')));
    const due = campaignTurns(at).filter(({ commandId }) => !told.has(commandId));
    return due.slice(at.skip, at.skip + at.rowsMax);
  },
});

/** Every start and end that has come, told or not. */
function campaignTurns({ siteId, programme, now }: DueAt): TurnCampaignCommand[] {
  const ends = programme.document.campaigns.flatMap(({ id, startsAt, endsAt }) => [
    { campaignId: id, turn: 'started', at: instantOf(startsAt) } as const,
    { campaignId: id, turn: 'ended', at: instantOf(endsAt) } as const,
  ]);
  return ends
    .filter(({ at }) => at <= now)
    .toSorted((a, b) => a.at - b.at)
    .map(({ campaignId, turn }) => {
      const commandId = systemId('campaign', campaignId, turn);
      return { kind: 'turn_campaign', siteId, commandId, campaignId, turn };
    });
}

export const dueWorks: readonly DueWork[] = [
  endedHolds,
  endedPointsHolds,
  releasedPoints,
  expiredVouchers,
  expiredLots,
  turnedCampaigns,
  orderedReferrals,
  dueReferrals,
  dueBirthdays,
  dueTiers,
  dueErasures,
  dueClosings,
  dueRanks,
  dueForgetting,
];
