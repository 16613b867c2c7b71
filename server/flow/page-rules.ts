/** What a page of the shop is told before anybody touches it: nothing of a shopper's. */
import type { SiteId } from '../../shared/ids.ts';
import type { TriggerRule } from '../../shared/schema/trigger.ts';
import { triggerRules } from '../core/triggers.ts';
import type { Deps } from './deps.ts';

/** Undefined for a site that is not there. Reads no database: every page view asks. */
export function pageRules({ programmes, clock }: Deps, siteId: SiteId): TriggerRule[] | undefined {
  const programme = programmes.get(siteId);
  return programme && triggerRules(programme, clock());
}
