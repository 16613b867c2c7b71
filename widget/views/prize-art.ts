/** What a prize is, as the small picture of it. */
import type { PrizeKind } from '../../shared/schema/shopper-api.ts';
import type { ArtName } from './art.ts';

export const prizeArt: Readonly<Record<PrizeKind, ArtName>> = {
  nothing: 'box',
  points: 'tokens',
  free_play: 'wheel',
  freeze: 'card',
  voucher: 'ticket',
  gift: 'parcel',
  credit: 'tokens',
  badge: 'pin',
};
