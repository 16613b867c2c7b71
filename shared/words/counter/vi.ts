/** What a shopper reads of points, the reward shop, friends, parcels and settings: Vietnamese. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  buy: 'Đổi lấy với {count} điểm',
};
