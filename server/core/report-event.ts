/** What a shop's back end reports of a shopper: a visit, a share, a review, a sign-up, its own. */
import type { ReportedEventReply } from '../../shared/schema/event-api.ts';
import { countActivity } from './activity.ts';
import type { ReportEventCommand } from './command.ts';
import type { Decision } from './decision.ts';
import { Effects } from './effects.ts';
import type { ShopperFacts } from './facts.ts';
import type { Stamp } from './stamp.ts';

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
  const earned = countActivity(effects, { kind: 'event', commandId, name, amount, items });
  effects.raise('activity.reported', {
    itemId: name,
    amount,
    ...(occurredAt === undefined ? {} : { occurredAt }),
  });
  return effects.decided(({ points }) => ({
    eventId,
    shopperId: customer.externalId,
    points,
    earned,
  }));
}
