/** Whether a play states what the terms of its campaign ask for. */
import type { Refusal } from '../../shared/refusals.ts';
import type { Campaign } from '../../shared/schema/campaign.ts';
import type { PlayCommand } from './command.ts';

export function refusalOfTerms(
  { terms }: Campaign,
  { region, ageConfirmed }: Pick<PlayCommand, 'region' | 'ageConfirmed'>,
): Refusal | null {
  if (!terms) return null;
  const { regions, ageMin } = terms;
  const isOpen = regions.length === 0 || (region !== undefined && isIn(region, regions));
  if (!isOpen) {
    return { code: 'region_not_allowed', detail: `region must be in ${regions.join(', ')}` };
  }
  if (ageMin !== null && (ageConfirmed ?? 0) < ageMin) {
    return { code: 'age_not_confirmed', detail: `ageConfirmed must be at least ${ageMin}` };
  }
  return null;
}

/** A part is in its country; a country is in none of its parts. */
function isIn(region: string, regions: readonly string[]): boolean {
  const [country = region] = region.split('-', 1);
  return regions.includes(region) || regions.includes(country);
}
