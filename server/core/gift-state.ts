/** What is kept of a gift on an occasion. */
import type { SiteDay } from '../../shared/ids.ts';

export interface GiftState {
  readonly given: number;
  /** The site's day of the last one. */
  readonly on: SiteDay;
}

/** No occasion comes back by signing in. */
export function mergeGiftState(from: GiftState, to: GiftState | undefined): GiftState {
  if (!to) return from;
  return { given: from.given + to.given, on: from.on > to.on ? from.on : to.on };
}
