/** Which facts the commands about activities, badges and leaderboards need. */
import { bookKinds } from '../../../shared/progress.ts';
import type {
  ReportEventCommand,
  RevokeBadgeCommand,
  SetPlayerCommand,
} from '../../core/command.ts';
import type { ShopperFacts } from '../../core/facts.ts';
import { anonymousShopper, identifiedShopper, shopperNeed, type Plan } from './needs.ts';

export function planReportEvent({ siteId, customer }: ReportEventCommand): Plan<ShopperFacts> {
  return {
    find: null,
    need: (programme, now) =>
      shopperNeed(programme, {
        siteId,
        newcomer: identifiedShopper(customer),
        lots: now,
        progress: [],
        prizeIds: [],
        activities: ['event'],
      }),
  };
}

export function planRevokeBadge({ siteId, customer }: RevokeBadgeCommand): Plan<ShopperFacts> {
  return {
    find: null,
    need: (programme, now) =>
      shopperNeed(programme, {
        siteId,
        newcomer: identifiedShopper(customer),
        lots: now,
        progress: bookKinds,
        prizeIds: [],
      }),
  };
}

export function planSetPlayer({ siteId, shopperId }: SetPlayerCommand): Plan<ShopperFacts> {
  return {
    find: null,
    need: (programme, now) =>
      shopperNeed(programme, {
        siteId,
        newcomer: anonymousShopper(shopperId),
        lots: now,
        progress: [],
        prizeIds: [],
      }),
  };
}
