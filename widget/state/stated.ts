/** Where the shopper said to be, and which age they said to have reached: asked once a browser. */
import type { Terms } from '../../shared/schema/terms.ts';
import type { Keep } from './keep.ts';

export interface Stated {
  readonly region?: string | undefined;
  readonly ageConfirmed?: number | undefined;
}

type Asking = Pick<Terms, 'regions' | 'ageMin'>;

/** What a play under these terms states: what they ask for, and nothing else. */
export function statedFor(keep: Keep, { regions, ageMin }: Asking): Stated {
  const { region, ageConfirmed } = read(keep);
  return {
    ...(regions.length > 0 && region ? { region } : {}),
    ...(ageMin !== null && ageConfirmed ? { ageConfirmed } : {}),
  };
}

/** What these terms ask for and the shopper has not stated. */
export function asksFor(
  keep: Keep,
  { regions, ageMin }: Asking,
): { region: boolean; age: boolean } {
  const { region, ageConfirmed = 0 } = read(keep);
  return {
    region: regions.length > 0 && !(region && isIn(region, regions)),
    age: ageMin !== null && ageConfirmed < ageMin,
  };
}

export function state(keep: Keep, stated: Stated): void {
  keep.set('stated', JSON.stringify({ ...read(keep), ...stated }));
}

/** What was stated did not do: the next play asks again. */
export function takeBack(keep: Keep): void {
  keep.remove('stated');
}

function read(keep: Keep): Stated {
  try {
    const stated: Stated = JSON.parse(keep.get('stated') ?? '{}');
    return stated;
  } catch {
    return {};
  }
}

/** As the server has it: a part is in its country. */
function isIn(region: string, regions: readonly string[]): boolean {
  const [country = region] = region.split('-', 1);
  return regions.includes(region) || regions.includes(country);
}
