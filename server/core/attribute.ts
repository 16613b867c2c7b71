/** Attributes: what is known of a shopper by name. The last word about a name holds. */
import type { AttributeValue } from '../../shared/attribute.ts';
import { limits } from '../../shared/limits.ts';
import type { AttributesReply } from '../../shared/schema/attribute.ts';
import type { SetAttributesCommand } from './command.ts';
import { refused, type Decision } from './decision.ts';
import { Effects } from './effects.ts';
import type { ShopperFacts } from './facts.ts';
import type { ProgressFacts } from './progress.ts';
import type { Stamp } from './stamp.ts';

export interface AttributeState {
  readonly value: AttributeValue;
  /** When it was said, epoch milliseconds. */
  readonly at: number;
}

export function mergeAttribute(
  from: AttributeState,
  to: AttributeState | undefined,
): AttributeState {
  return to && to.at >= from.at ? to : from;
}

/** By name: for audiences and segments, and for the shop. */
export function attributesOf({
  attribute,
}: Pick<ProgressFacts, 'attribute'>): Map<string, AttributeValue> {
  return new Map([...attribute].map(([name, { value }]) => [name, value]));
}

export function decideSetAttributes(
  facts: ShopperFacts,
  { attributes, customer }: SetAttributesCommand,
  stamp: Stamp,
): Decision<AttributesReply> {
  const known = attributesOf(facts.progress);
  for (const [name, value] of Object.entries(attributes)) known.set(name, value);
  if (known.size > limits.attributesPerShopperMax) {
    const detail = `a shopper has at most ${limits.attributesPerShopperMax} attributes`;
    return refused({ code: 'attribute_limit_reached', detail });
  }

  // From here they are set.
  const effects = new Effects(facts, stamp);
  for (const [name, value] of Object.entries(attributes)) {
    effects.keep('attribute', name, { value, at: stamp.now });
  }
  effects.raise('attributes.set', {});
  const reply = { shopperId: customer.externalId, attributes: Object.fromEntries(known) };
  return effects.decided(() => reply);
}
