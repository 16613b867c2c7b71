/** What a shopper reads of check-ins, missions, badges, tiers and boards, in Vietnamese. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  checkIn: 'Điểm danh hôm nay',
};
