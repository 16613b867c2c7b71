/** What is known of a shopper beside their rewards: a birthday, and contacts as keyed hashes. */
import type { ContactKind, ProfileReply } from '../../shared/schema/profile.ts';
import type { SetProfileCommand } from './command.ts';
import { refused, type Decision } from './decision.ts';
import { Effects } from './effects.ts';
import type { ShopperFacts } from './facts.ts';
import type { Stamp } from './stamp.ts';

/** One fact about a shopper; null forgets it. A type, so that it may stand in canonical JSON. */
export type ProfileFact =
  | { readonly of: 'birthday'; readonly value: string | null }
  | { readonly of: ContactKind; readonly value: string | null };

export function decideSetProfile(
  facts: ShopperFacts,
  { changes }: SetProfileCommand,
  stamp: Stamp,
): Decision<ProfileReply> {
  const { shopper } = facts;
  if (shopper.mergedInto !== null) return refused({ code: 'shopper_merged' });
  const effects = new Effects(facts, stamp);
  for (const fact of changes) effects.change({ kind: 'profile', shopperId: shopper.id, fact });
  return effects.decided(() => ({ changed: changes.map(({ of }) => of) }));
}
