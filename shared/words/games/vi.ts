/** What a shopper reads of the games beside the wheel, in Vietnamese. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  scratch: 'Cào lớp bạc',
};
