/** Where a game stands for the one who plays it. */
import type { Refusal } from '../../shared/refusals.ts';
import type { Settled } from '../state/plays.ts';

export type PlayState =
  | { readonly status: 'idle' }
  | { readonly status: 'playing'; readonly isSlow: boolean }
  | { readonly status: 'settled'; readonly settled: Settled; readonly isEarlier: boolean }
  | { readonly status: 'refused'; readonly refusal: Refusal }
  /** `isSent`: the play is written down and may have been settled. */
  | { readonly status: 'unreachable'; readonly isSent: boolean };
