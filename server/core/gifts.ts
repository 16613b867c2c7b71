/** Gifts on an occasion: a welcome, a birthday in the site's days, and so many orders. */
import type { SiteDay } from '../../shared/ids.ts';
import { limits } from '../../shared/limits.ts';
import type { GiftRules } from '../../shared/schema/gifts.ts';
import type { GiftsReply } from '../../shared/schema/rewards-api.ts';
import type { GiveGiftsCommand } from './command.ts';
import { refused, type Decision } from './decision.ts';
import { Effects } from './effects.ts';
import type { ShopperFacts } from './facts.ts';
import type { GiftState } from './gift-state.ts';
import type { Stamp } from './stamp.ts';
import { addDays, daysBetween, siteDayAt } from './time.ts';

export interface GiftFacts extends ShopperFacts {
  /** `MM-DD`; null when it is not known. */
  readonly birthday: string | null;
  /** Orders that are not cancelled or fully refunded, counted as far as a milestone reaches. */
  readonly orders: number;
}

interface DueGift {
  /** `welcome`, `birthday`, or `order-` and the milestone's id. */
  readonly occasion: string;
  readonly prizeId: string;
}

/** Gives all that is due. What has run out stays due. */
export function decideGiveGifts(
  facts: GiftFacts,
  { commandId }: GiveGiftsCommand,
  stamp: Stamp,
): Decision<GiftsReply> {
  const { shopper, programme, progress } = facts;
  if (shopper.mergedInto !== null) return refused({ code: 'shopper_merged' });
  const { day } = siteDayAt(stamp.now, programme.calendar);
  const due = giftsDue(facts, day, stamp.now);
  if (due.length === 0) return refused({ code: 'gift_not_due' });
  const effects = new Effects(facts, stamp);
  const given: GiftsReply['given'][number][] = [];
  for (const { occasion, prizeId } of due) {
    const supply = effects.supplyOf(prizeId);
    if (supply.kind === 'needs_code') return supply;
    if (supply.kind === 'sold_out') continue;
    const gift = effects.give(prizeId, { kind: 'gift', id: commandId }, 'gift');
    const before = progress.gift.get(occasion)?.given ?? 0;
    effects.keep('gift', occasion, { given: before + 1, on: day });
    if (occasion === 'birthday') {
      effects.change({ kind: 'birthday_given', shopperId: shopper.id, day });
    }
    effects.raise('gift.given', { ...gift.payload, itemId: occasion });
    given.push({ occasion, ...gift.view });
  }
  if (given.length === 0) return refused({ code: 'sold_out' });
  return effects.decided((wallet) => ({ given, wallet }));
}

function giftsDue(facts: GiftFacts, today: SiteDay, now: number): DueGift[] {
  const { shopper, programme, progress, birthday, orders } = facts;
  // Before they sign in nobody knows whether they had theirs.
  if (shopper.kind !== 'identified') return [];
  const { gifts: rules } = programme.document;
  const last = (occasion: string): GiftState | undefined => progress.gift.get(occasion);
  const due: DueGift[] = [];
  if (rules.welcome && !last('welcome')) {
    const { prizeId, withinDays } = rules.welcome;
    const isNew = now - shopper.createdAt <= withinDays * 86_400_000;
    if (isNew) due.push({ occasion: 'welcome', prizeId });
  }
  if (rules.birthday && birthday !== null) {
    const { prizeId, leapDay } = rules.birthday;
    const isDay = birthdaysWithin(today, leapDay).includes(birthday);
    if (isDay && isYearAfter(last('birthday'), today)) due.push({ occasion: 'birthday', prizeId });
  }
  for (const { id, orders: needed, prizeId } of rules.milestones) {
    const occasion = `order-${id}`;
    if (orders >= needed && !last(occasion)) due.push({ occasion, prizeId });
  }
  return due;
}

/** Who changes their birthday waits as long as everybody else. */
function isYearAfter(last: GiftState | undefined, today: SiteDay): boolean {
  return last === undefined || daysBetween(last.on, today) >= limits.birthdayGiftGapDays;
}

/**
 * The birthdays, `MM-DD`, that are celebrated today or were within the days that a gift may be
 * late. 29 February is celebrated on its day where the year has it, else as the site says.
 */
export function birthdaysWithin(
  today: SiteDay,
  leapDay: NonNullable<GiftRules['birthday']>['leapDay'],
): string[] {
  const days = Array.from({ length: limits.birthdayGiftLateDays + 1 }, (_, late) =>
    addDays(today, -late),
  );
  return days.flatMap((day) => {
    const named = day.slice(5);
    const isCommon = addDays(`${day.slice(0, 4)}-02-28`, 1).slice(5) === '03-01';
    const instead = leapDay === 'march_1' ? '03-01' : '02-28';
    return isCommon && named === instead ? [named, '02-29'] : [named];
  });
}
