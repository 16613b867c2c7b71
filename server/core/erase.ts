/**
 * A shopper has what is personal erased: attributes, addresses, contacts, birthday, the name on
 * boards, what they wrote, and what they stated before plays. Points, plays and vouchers stay under
 * an id that says nothing, or the books would no longer balance.
 */
import type { ErasedReply } from '../../shared/schema/personal-data-api.ts';
import type { EraseDataCommand } from './command.ts';
import { refused, type Decision } from './decision.ts';
import { Effects } from './effects.ts';
import type { ShopperFacts } from './facts.ts';
import type { Stamp } from './stamp.ts';

export function decideEraseData(
  facts: ShopperFacts,
  _command: EraseDataCommand,
  stamp: Stamp,
): Decision<ErasedReply> {
  const { shopper } = facts;
  if (shopper.mergedInto !== null) return refused({ code: 'shopper_merged' });

  // From here it is erased.
  const effects = new Effects(facts, stamp);
  effects.change({ kind: 'person_erased', shopperId: shopper.id });
  effects.raise('shopper.erased', {});
  return effects.decided((wallet) => ({ erasedAt: stamp.now, wallet }));
}
