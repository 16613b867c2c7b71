/** Where a shopper stands in a check-in calendar, in a line each. */
import type { CheckInState } from '../../server/core/check-in.ts';
import type { CheckInFacts } from '../../server/core/facts.ts';
import { never } from '../../shared/time.ts';
import { progressWith, shopperFacts, shopperWith } from './facts.ts';
import type { ProgrammeParts } from './programme.ts';

type Calendar = NonNullable<ProgrammeParts['checkIns']>[number];

export const base: Calendar = {
  id: 'daily',
  name: 'Every day',
  length: 7,
  rewards: [
    { square: 1, prizeId: 'ten-points' },
    { square: 2, prizeId: 'own' },
  ],
  milestones: [{ streak: 3, prizeId: 'ten-off' }],
  freeze: { price: 50, heldMax: 2 },
  makeUp: { daysBackMax: 3, price: 20 },
};
export const own = {
  id: 'own',
  kind: 'voucher',
  label: 'Own',
  poolId: 'imported',
  benefit: { kind: 'free_shipping' },
} as const;

const ice = {
  id: 'ice',
  kind: 'freeze',
  label: 'Freeze',
  calendarId: 'daily',
  freezes: 2,
} as const;

export interface Given extends Partial<Pick<CheckInFacts, 'shopper' | 'claimed' | 'poolFree'>> {
  readonly calendar?: Partial<Calendar>;
  readonly site?: ProgrammeParts['site'];
  readonly state?: CheckInState | null;
  readonly points?: number;
  /** The days on which held freezes were got. */
  readonly freezes?: readonly string[];
}

export function facts(given: Given = {}): CheckInFacts {
  const { calendar, site, state, points = 0, freezes = [], ...changes } = given;
  const parts = {
    checkIns: [{ ...base, ...calendar }],
    prizes: [own, ice],
    ...(site ? { site } : {}),
  };
  const held = freezes.map((day, at) => ({
    id: `f_${at}`,
    shopperId: 'anna',
    calendarId: 'daily',
    day,
  }));
  return {
    ...shopperFacts(parts, {
      shopper: shopperWith({ points }),
      lots: points > 0 ? [{ expiresAt: never, left: points }] : [],
      progress: progressWith(state ? { check_in: new Map([['daily', state]]) } : {}),
      ...changes,
    }),
    freezes: held,
  };
}

/** What was kept of the days from the one named on. */
export function kept(first: string, days: string, more: Partial<CheckInState> = {}): CheckInState {
  const total = days.replaceAll(/[^xm]/g, '').length;
  return { total, last: '', first, days, best: total, milestones: {}, ...more };
}
