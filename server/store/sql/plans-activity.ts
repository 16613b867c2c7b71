/** Which facts the commands about activities, badges and leaderboards need. */
import { bookKinds } from '../../../shared/progress.ts';
import type {
  ReportEventCommand,
  RevokeBadgeCommand,
  SetPlayerCommand,
} from '../../core/command.ts';
import type { ShopperFacts } from '../../core/facts.ts';
import { anonymousShopper, identifiedShopper, shopperPlan, type Plan } from './needs.ts';

export function planReportEvent({ siteId, customer }: ReportEventCommand): Plan<ShopperFacts> {
  return shopperPlan(siteId, identifiedShopper(customer), () => ({ activities: ['event'] }));
}

export function planRevokeBadge({ siteId, customer }: RevokeBadgeCommand): Plan<ShopperFacts> {
  return shopperPlan(siteId, identifiedShopper(customer), () => ({ progress: bookKinds }));
}

export function planSetPlayer({ siteId, shopperId }: SetPlayerCommand): Plan<ShopperFacts> {
  return shopperPlan(siteId, anonymousShopper(shopperId), () => ({}));
}
