/** Turns a decision's changes into writes, each with the number of rows that it must touch. */
import type { CommandId, SiteId } from '../../../shared/ids.ts';
import type {
  Change,
  LeadChange,
  Moment,
  ParcelChange,
  ReferralChange,
  TierChange,
} from '../../core/decision.ts';
import type { Write } from '../store.ts';
import { moveBelonging } from './belongings.ts';
import { spendBudget } from './budget.ts';
import { parcelWrites } from './writes-parcel.ts';
import { referralWrites } from './writes-referral.ts';
import { checkInWrites } from './check-in.ts';
import { insertEvent } from './event.ts';
import { queueMail, saveLead } from './lead.ts';
import { boardWrites } from './leaderboard-prizes.ts';
import { saveOrder } from './order.ts';
import { insertAward, insertPlay, takeStock } from './play.ts';
import { saveHold, savePending } from './points.ts';
import { saveProgress } from './progress.ts';
import {
  addFreePlays,
  changeLot,
  forgetUsedTokens,
  insertTransfer,
  insertUsedToken,
  saveShopper,
  saveStream,
} from './shopper.ts';
import { saveAnswer } from './survey.ts';
import { saveTierReview } from './tier.ts';
import { changeVoucher, insertVoucher } from './voucher.ts';

export interface WriteContext extends Moment {
  readonly siteId: SiteId;
  readonly commandId: CommandId;
}

/**
 * Budget and stock come last, in this order: their rows are those that many plays wait for. Stocks
 * come in the order of their prizes, whoever takes of several: so none waits for the other's.
 */
export function writesFor(changes: readonly Change[], context: WriteContext): Write[] {
  const cool = changes.filter((change) => change.kind !== 'budget_spent' && !isStock(change));
  const budgets = changes.filter(({ kind }) => kind === 'budget_spent');
  const stocks = changes.filter(isStock).toSorted((a, b) => (a.prizeId < b.prizeId ? -1 : 1));
  return [...cool, ...budgets, ...stocks].flatMap((change) => writesOf(change, context));
}

type StockChange = Change & { readonly kind: 'stock_taken' | 'stock_returned' };

function isStock(change: Change): change is StockChange {
  return change.kind === 'stock_taken' || change.kind === 'stock_returned';
}

function writesOf(change: Change, context: WriteContext): Write[] {
  const { siteId, commandId, now } = context;
  switch (change.kind) {
    case 'shopper':
      return [saveShopper(siteId, change.before, change.after)];
    case 'transfer':
      return [insertTransfer(siteId, commandId, change.transfer, now)];
    case 'lot':
      return [changeLot(siteId, change)];
    case 'pending':
      return [savePending(siteId, change.before, change.after)];
    case 'hold':
      return [saveHold(siteId, change.before, change.after)];
    case 'stream':
      return [saveStream(siteId, change.shopperId, change.stream)];
    case 'free_plays':
      return [addFreePlays(siteId, change.grant)];
    case 'progress':
      return [saveProgress(siteId, change.progress)];
    case 'check_in':
    case 'freeze_got':
    case 'freeze_used':
      return checkInWrites(change, context);
    case 'play':
      return [insertPlay(siteId, commandId, change.play, context)];
    case 'award':
      return [insertAward(siteId, change.award, now)];
    case 'voucher_issued':
      return [insertVoucher(siteId, change.voucher)];
    case 'voucher_changed':
      return [changeVoucher(siteId, change.before, change.after)];
    case 'moved':
      return moveBelonging(change.what, { siteId, from: change.from, to: change.to, now });
    case 'stock_taken':
      return [takeStock(siteId, change.prizeId, change.kept ?? 0)];
    case 'budget_spent':
      return [spendBudget(siteId, change.charge)];
    case 'order':
      return [saveOrder(siteId, change.before, change.after)];
    case 'survey_answered':
      return [saveAnswer(siteId, commandId, change.answer, context)];
    case 'score':
    case 'board_player':
    case 'board_closed':
    case 'rank_paid':
    case 'scores_forgotten':
      return boardWrites(change, siteId, now);
    case 'token_used':
      return [
        forgetUsedTokens(siteId, now),
        insertUsedToken(siteId, change.tokenId, change.expiresAt),
      ];
    case 'event':
      return [insertEvent(siteId, change.event, context)];
    default:
      return personWrites(change, context);
  }
}

/** Tiers, gifts that are sent, contacts, profiles and referrals: each has its own file. */
function personWrites(
  change: TierChange | ParcelChange | ReferralChange | LeadChange,
  context: WriteContext,
): Write[] {
  switch (change.kind) {
    case 'tier_review':
      return [saveTierReview(context.siteId, change.shopperId, change.dueAt)];
    case 'parcel_opened':
    case 'parcel_changed':
    case 'award_returned':
    case 'stock_returned':
      return parcelWrites(change, context);
    case 'lead':
      return [saveLead(context.siteId, change.lead)];
    case 'mail_queued':
      return [queueMail(context.siteId, change.mail, context.now)];
    default:
      return referralWrites(change, context);
  }
}
