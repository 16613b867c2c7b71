/** A shopper's own pause: no game may be played until it ends, and nothing can shorten it. */
import type { PauseReply } from '../../shared/schema/pause.ts';
import { never } from '../../shared/time.ts';
import type { PauseCommand } from './command.ts';
import { refused, type Decision } from './decision.ts';
import { Effects } from './effects.ts';
import type { ShopperFacts } from './facts.ts';
import type { Stamp } from './stamp.ts';
import { endOfDayAfter } from './time.ts';

export function decidePause(
  facts: ShopperFacts,
  { days }: PauseCommand,
  stamp: Stamp,
): Decision<PauseReply> {
  const { shopper, programme } = facts;
  if (shopper.mergedInto !== null) return refused({ code: 'shopper_merged' });
  const asked = days === null ? never : endOfDayAfter(stamp.now, days, programme.calendar);
  const pausedUntil = Math.max(shopper.pausedUntil, asked);

  // From here the pause succeeds.
  const effects = new Effects(facts, stamp);
  effects.purse.pauseUntil(pausedUntil);
  effects.raise('shopper.paused', {});
  return effects.decided((wallet) => ({ pausedUntil, forGood: pausedUntil === never, wallet }));
}
