/** Whether a shopper is among those whom a campaign is for. */
import type { ProgressKind } from '../../shared/progress.ts';
import type { Audience, Device } from '../../shared/schema/audience.ts';
import type { TierLevel } from '../../shared/schema/tiers.ts';
import type { AttributeState } from './attribute.ts';

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

export function isInAudience(audience: Audience | null, visitor: Visitor, now: number): boolean {
  if (audience === null) return true;
  const { shoppers, newForDays, identifiedOnly, devices, languages, attributes, tiers } = audience;
  const isNew = now - visitor.firstSeenAt <= newForDays * dayMs;
  return (
    (!identifiedOnly || visitor.isIdentified) &&
    (shoppers === 'all' || isNew === (shoppers === 'new')) &&
    (devices.length === 0 || (visitor.device !== undefined && devices.includes(visitor.device))) &&
    (languages.length === 0 || languages.some((each) => speaks(visitor, each))) &&
    (tiers.length === 0 || (visitor.level !== null && tiers.includes(visitor.level.id))) &&
    Object.entries(attributes).every(([name, allowed]) => {
      const known = visitor.attributes.get(name);
      return known !== undefined && allowed.includes(known.value);
    })
  );
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
