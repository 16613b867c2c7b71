/** What a shop's back end reports of a shopper: a visit, a share, a review, a sign-up, its own. */
import { limits } from '../../shared/limits.ts';
import type { ReportedEventReply } from '../../shared/schema/event-api.ts';
import { countActivity } from './activity.ts';
import type { ReportEventCommand } from './command.ts';
import { refused, type Decision } from './decision.ts';
import { earnedByEvent } from './earning.ts';
import { Effects } from './effects.ts';
import type { ShopperFacts } from './facts.ts';
import { pointsKept, tooManyPoints } from './purse.ts';
import type { Stamp } from './stamp.ts';
import { levelOf } from './tier.ts';

export function decideReportEvent(
  facts: ShopperFacts,
  command: ReportEventCommand,
  stamp: Stamp,
): Decision<ReportedEventReply> {
  const { commandId, eventId, customer, name, amount, productId, categoryId } = command;
  const { occurredAt } = command;
  const effects = new Effects(facts, stamp);
  const category = categoryId === undefined ? {} : { categoryId };
  const items = productId === undefined ? [] : [{ productId, ...category, quantity: 1, amount }];
  const earnedPoints = earnedByEvent(facts.programme, name, {
    level: levelOf(facts, stamp.now),
    now: stamp.now,
  });
  if (pointsKept(facts.shopper) + earnedPoints > limits.pointsMax) return refused(tooManyPoints);

  // From here the report succeeds.
  if (earnedPoints > 0) effects.purse.earn(earnedPoints, 'event');
  const activity = { commandId, name, amount, items, points: earnedPoints };
  const earned = countActivity(effects, { kind: 'event', ...activity });
  effects.raise('activity.reported', {
    itemId: name,
    amount,
    ...(occurredAt === undefined ? {} : { occurredAt }),
  });
  return effects.decided((wallet) => ({
    eventId,
    shopperId: customer.externalId,
    points: wallet.points,
    earned,
  }));
}
