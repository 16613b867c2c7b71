/**
 * Signing in: the shop vouches for a customer, and the anonymous shopper who presents its token is
 * merged into them. No limit starts anew: counts are added up, and the anonymous streams end.
 */
import type { ShopperId } from '../../shared/ids.ts';
import { booksToMerge } from './books.ts';
import type { IdentifyCommand } from './command.ts';
import { decided, raised, refused, type Change, type Decision } from './decision.ts';
import type { IdentifyFacts, Stream } from './facts.ts';
import { mergedProgress } from './progress.ts';
import { Purse } from './purse.ts';
import { idsFrom, type Stamp } from './stamp.ts';

export interface IdentifyOutcome {
  readonly shopperId: ShopperId;
  /** Whether an anonymous shopper was merged by this command. */
  readonly merged: boolean;
}

export function decideIdentify(
  facts: IdentifyFacts,
  command: IdentifyCommand,
  stamp: Stamp,
): Decision<IdentifyOutcome> {
  if (facts.tokenUsed) return refused({ code: 'token_replayed' });
  if (command.tokenExpiresAt <= stamp.now) return refused({ code: 'token_expired' });

  // From here the sign-in succeeds.
  const ids = idsFrom(stamp);
  const { shopper, anonymous } = facts;
  const { tokenId, tokenExpiresAt: expiresAt } = command;
  const changes: Change[] = [{ kind: 'token_used', tokenId, expiresAt }];
  const purse = new Purse(facts, stamp, ids);
  let { backlog } = shopper;
  // Never an identified shopper, and nobody twice.
  const merges =
    anonymous !== null &&
    anonymous.shopper.kind === 'anonymous' &&
    anonymous.shopper.mergedInto === null;
  if (merges) {
    const books = booksToMerge({ ...facts, ...anonymous }, facts);
    backlog = books.backlog;
    const old = new Purse({ ...facts, ...anonymous }, stamp, ids);
    old.pourInto(purse);
    purse.pauseUntil(anonymous.shopper.pausedUntil);
    changes.push(
      ...old.close({ mergedInto: shopper.id, backlog: null }).changes,
      ...mergedStreams(facts, anonymous.streams).map(
        (stream) => ({ kind: 'stream', shopperId: shopper.id, stream }) as const,
      ),
      ...mergedProgress(books.from, books.to, shopper.id).map(
        (progress) => ({ kind: 'progress', progress }) as const,
      ),
      ...tierReviews(facts, anonymous),
      ...anonymous.belongings.map(
        (what) => ({ kind: 'moved', what, from: anonymous.shopper.id, to: shopper.id }) as const,
      ),
    );
  }
  const payload = merges ? { mergedFrom: anonymous.shopper.id } : {};
  const { changes: last } = purse.close({ backlog });
  const of = { id: ids.next('e'), shopperId: shopper.id };
  changes.push(...last, raised({ ...of, kind: 'shopper.identified', payload }));
  return decided({ shopperId: shopper.id, merged: merges }, changes);
}

/** What both have done may reach a level: it is looked at as soon as possible. */
function tierReviews(
  { shopper }: IdentifyFacts,
  from: NonNullable<IdentifyFacts['anonymous']>,
): Change[] {
  if (from.progress.tier.size === 0) return [];
  return [
    { kind: 'tier_review', shopperId: from.shopper.id, dueAt: null },
    { kind: 'tier_review', shopperId: shopper.id, dueAt: 0 },
  ];
}

/** The identified shopper's streams go on; the counts of the anonymous ones are added to them. */
function mergedStreams(
  { programme, streams }: Pick<IdentifyFacts, 'programme' | 'streams'>,
  ended: readonly Stream[],
): Stream[] {
  return ended.map((from) => {
    const to = streams.find(({ gameId }) => gameId === from.gameId);
    if (!to) return { ...from, epoch: -1, index: -1, lastPlayId: null };
    const day = from.day > to.day ? from.day : to.day;
    const on = (stream: Stream, campaignId: string): number =>
      stream.campaignId === campaignId ? stream.playsCampaign : 0;
    const cost = (stream: Stream, campaignId: string): number =>
      stream.campaignId === campaignId ? stream.costCampaign : 0;
    // A game may have moved to another campaign since one of them played: that one's count is over.
    const running = programme.games.get(from.gameId)?.campaign.id;
    const { campaignId } = from.campaignId === running ? from : to;
    return {
      ...to,
      campaignId,
      day,
      playsDay: (to.day === day ? to.playsDay : 0) + (from.day === day ? from.playsDay : 0),
      playsCampaign: on(to, campaignId) + on(from, campaignId),
      playsEver: to.playsEver + from.playsEver,
      freePlays: to.freePlays + from.freePlays,
      drawsDay: (to.day === day ? to.drawsDay : 0) + (from.day === day ? from.drawsDay : 0),
      losses: Math.max(to.losses, from.losses),
      costCampaign: cost(to, campaignId) + cost(from, campaignId),
    };
  });
}
