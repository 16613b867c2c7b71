/** Where one can be in the panel. */

import type { tabs, View } from '../../shared/views.ts';

export type Tab = (typeof tabs)[number];

export interface Place {
  readonly view: View;
  /** What of its kind is shown: a play, a calendar, a quiz. */
  readonly id?: string | undefined;
  readonly gameId?: string | undefined;
}

const tabOfView: Partial<Record<View, Tab>> = {
  play: 'play',
  fair: 'play',
  wallet: 'wallet',
  shop: 'wallet',
  points: 'wallet',
  parcels: 'wallet',
  me: 'me',
  badges: 'me',
  tiers: 'me',
  referral: 'me',
  settings: 'me',
};

/** The tab that stays marked while one is there. */
export function tabOf({ view }: Place): Tab {
  return tabOfView[view] ?? 'home';
}
