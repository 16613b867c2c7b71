/** What a shopper is shown of the tiers: where they stand, what is missing, and until when. */
import type { TierView } from '../../shared/schema/rewards-api.ts';
import type { ShopperFacts } from './facts.ts';
import { prizeView } from './programme.ts';
import { sumsOn } from './tier-window.ts';
import { fallsAt, standingOf } from './tier.ts';
import { siteDayAt } from './time.ts';

export function tierView(facts: ShopperFacts, now: number): TierView | null {
  const { programme } = facts;
  const { tiers } = programme.document;
  const standing = standingOf(facts, now);
  if (!tiers || !standing) return null;
  const { state, at } = standing;
  const { day } = siteDayAt(now, programme.calendar);
  const { current, kept } = sumsOn(tiers, state.parts, day);
  const level = tiers.levels[at];
  const next = tiers.levels[at + 1];
  const { measure, window } = tiers;
  return {
    measure,
    window,
    levels: tiers.levels.map(({ welcomePrizeId, ...each }) => {
      const prize = welcomePrizeId === undefined ? undefined : programme.prizes.get(welcomePrizeId);
      return { ...each, welcomePrize: prize ? prizeView(prize) : null };
    }),
    level: level?.id ?? null,
    current,
    next: next ? { id: next.id, left: next.from - current } : null,
    fallsAt: fallsAt(programme, standing, now),
    endsAt: state.endsAt,
    inGrace: level !== undefined && kept < level.from,
  };
}
