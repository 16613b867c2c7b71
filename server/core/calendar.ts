/** A check-in calendar ready to use: its rules in whole days, and what each square gives. */
import type { PrizeId } from '../../shared/ids.ts';
import type { CheckInCalendar } from '../../shared/schema/check-in.ts';
import type { StreakRules } from './streak.ts';
import { dayAt, numberOfDay, type SiteCalendar } from './time.ts';

export interface PlayableCalendar {
  readonly calendar: CheckInCalendar;
  readonly rules: StreakRules;
  readonly prizeOfSquare: ReadonlyMap<number, PrizeId>;
  /** Every prize that the calendar could give. */
  readonly prizeIds: readonly PrizeId[];
  /** Whether the site's calendar left the day out. */
  neverWas(day: number): boolean;
}

export function playableCalendar(calendar: CheckInCalendar, site: SiteCalendar): PlayableCalendar {
  const { streak, length, rewards, milestones } = calendar;
  const neverWas = isLeftOut(site);
  const pauses = calendar.pauses.map(
    ({ from, to }) => [numberOfDay(from), numberOfDay(to)] as const,
  );
  return {
    calendar,
    rules: {
      by: streak.by,
      daysPerWeek: streak.daysPerWeek,
      grace: streak.grace,
      roundDays: length === 'month' ? 31 : length,
      startsOver: streak.afterBreak === 'start_over',
      isPaused: (day) => neverWas(day) || pauses.some(([from, to]) => from <= day && day <= to),
    },
    prizeOfSquare: new Map(rewards.map(({ square, prizeId }) => [square, prizeId])),
    prizeIds: [...rewards, ...milestones].map(({ prizeId }) => prizeId),
    neverWas,
  };
}

/** Where a site moves west over the date line, a day is left out: nobody could check in on it. */
function isLeftOut({ timeZone, zoneBefore, zoneFrom }: SiteCalendar): (day: number) => boolean {
  if (zoneBefore === null) return () => false;
  const last = numberOfDay(dayAt(zoneFrom - 1, zoneBefore).day);
  const next = numberOfDay(dayAt(zoneFrom, timeZone).day);
  return (day) => last < day && day < next;
}
