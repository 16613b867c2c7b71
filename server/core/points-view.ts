/** What a shopper is shown of their points: what they have, what waits, and what expires soon. */
import type { PointsView } from '../../shared/schema/rewards-api.ts';
import type { WalletFacts } from './facts.ts';
import { Purse } from './purse.ts';
import { idsFrom, type Stamp } from './stamp.ts';
import { endOfDayAfter } from './time.ts';

/** As the next command will find it: what is due has happened. All lots must be loaded. */
export function pointsView(facts: WalletFacts, stamp: Stamp): PointsView {
  const { programme, lots, pending } = facts;
  const { shopper } = new Purse(facts, stamp, idsFrom(stamp)).close();
  const { now } = stamp;
  const { points: rules, calendar } = programme;
  const warnUntil = endOfDayAfter(now, rules.expiryWarningDays, calendar);
  return {
    points: shopper.points,
    pending: shopper.pointsPending,
    held: shopper.pointsHeld,
    credit: shopper.credit,
    creditPending: shopper.creditPending,
    creditHeld: shopper.creditHeld,
    expiring: lots
      .filter(({ expiresAt, left }) => left > 0 && expiresAt > now && expiresAt <= warnUntil)
      .toSorted((a, b) => a.expiresAt - b.expiresAt)
      .map(({ expiresAt: at, left: points }) => ({ at, points })),
    releases: pending
      .filter(({ unit, dueAt }) => unit === 'points' && dueAt > now)
      .toSorted((a, b) => a.dueAt - b.dueAt)
      .map(({ dueAt: at, amount: points }) => ({ at, points })),
    value: rules.value,
  };
}
