/** Whether a shopper is among those whom a campaign is for, and what would make them so. */
import type { ProgressKind } from '../../shared/progress.ts';
import type { Refusal } from '../../shared/refusals.ts';
import type { Audience, Device } from '../../shared/schema/audience.ts';
import type { TierLevel } from '../../shared/schema/tiers.ts';
import type { AttributeState } from './attribute.ts';
import { tierNeeded } from './tier.ts';

/** Who asks to play, and what their browser told about itself. */
export interface Visitor {
  readonly isIdentified: boolean;
  /** Epoch milliseconds. */
  readonly firstSeenAt: number;
  readonly device: Device | undefined;
  readonly language: string | undefined;
  /** Loaded where an audience asks for any. */
  readonly attributes: ReadonlyMap<string, AttributeState>;
  /** The tier held; null for none, and where nothing asks for it. */
  readonly level: TierLevel | null;
}

const dayMs = 86_400_000;

/** What the shopper cannot change is refused first: nobody signs in for nothing. */
export function refusalByAudience(
  audience: Audience | null,
  visitor: Visitor,
  now: number,
): Refusal | null {
  if (audience === null) return null;
  const { shoppers, newForDays, identifiedOnly, devices, languages, tiers } = audience;
  const isNew = now - visitor.firstSeenAt <= newForDays * dayMs;
  const isMet =
    (shoppers === 'all' || isNew === (shoppers === 'new')) &&
    (devices.length === 0 || (visitor.device !== undefined && devices.includes(visitor.device))) &&
    (languages.length === 0 || languages.some((each) => speaks(visitor, each)));
  if (!isMet) return { code: 'not_in_audience' };
  // Who they are to the shop is known once they are signed in.
  if (identifiedOnly && !visitor.isIdentified) return { code: 'identification_needed' };
  if (!hasAttributes(audience, visitor)) return { code: 'not_in_audience' };
  const isOfTier = visitor.level !== null && tiers.includes(visitor.level.id);
  return tiers.length === 0 || isOfTier ? null : tierNeeded(tiers);
}

function hasAttributes({ attributes }: Audience, visitor: Visitor): boolean {
  return Object.entries(attributes).every(([name, allowed]) => {
    const known = visitor.attributes.get(name);
    return known !== undefined && allowed.includes(known.value);
  });
}

/** What must be loaded of a shopper to tell. */
export function progressAsked(audience: Audience | null): ProgressKind[] {
  if (audience === null) return [];
  const asked: ProgressKind[] = [];
  if (Object.keys(audience.attributes).length > 0) asked.push('attribute');
  if (audience.tiers.length > 0) asked.push('tier');
  return asked;
}

/** A language stands for its regions; case has no meaning. */
function speaks({ language }: Visitor, asked: string): boolean {
  const told = language?.toLowerCase();
  const name = asked.toLowerCase();
  return told === name || (told?.startsWith(`${name}-`) ?? false);
}
