/** How a figure moved against the period of equal length just before, in a sign and words. */
import type { Compared } from '../../shared/schema/admin-api.ts';
import { formatShare } from './format.ts';

export interface Change {
  readonly direction: 'up' | 'down' | 'same';
  /** `+120 (+14%)`, or a sentence where a percentage would mean nothing. */
  readonly text: string;
}

/** `noun` completes "no … in the period before"; `format` writes the difference without a sign. */
export function changeOf(
  { value, before }: Compared,
  { noun, format }: { noun: string; format: (value: number) => string },
): Change {
  if (before === 0) {
    const direction = value > 0 ? 'up' : value < 0 ? 'down' : 'same';
    return { direction, text: `no ${noun} in the period before` };
  }
  const difference = value - before;
  if (difference === 0) return { direction: 'same', text: 'as in the period before' };
  const direction = difference > 0 ? 'up' : 'down';
  const sign = difference > 0 ? '+' : '−';
  const absolute = `${sign}${format(Math.abs(difference))}`;
  // Below zero (refunds outweigh orders) a percentage has no meaning anyone would read from it.
  if (before < 0) return { direction, text: absolute };
  return { direction, text: `${absolute} (${relative(value, before, sign)})` };
}

/** Past tenfold nobody reads a percentage. */
function relative(value: number, before: number, sign: string): string {
  const ratio = value / before;
  if (ratio >= 10) return `${Math.floor(ratio)} times as much`;
  return `${sign}${formatShare(Math.abs(ratio - 1))}`;
}
