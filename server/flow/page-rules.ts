/** What a page of the shop is told before anybody touches it: nothing of a shopper's. */
import type { TriggerRule } from '../../shared/schema/trigger.ts';
import { triggerRules } from '../core/triggers.ts';
import type { Deps } from './deps.ts';

/** Undefined for a site that is not there. Reads no database: every page view asks. */
export function pageRules(
  { programmes, clock }: Deps,
  siteId: string,
): readonly TriggerRule[] | undefined {
  for (const programme of programmes.values()) {
    if (programme.siteId === siteId) return triggerRules(programme, clock());
  }
  return undefined;
}
