/**
 * What a page does some seconds after it is there, without being touched. The server sends this
 * with a last line that calls `attend` for the site.
 */
import type { TriggerRule } from '../shared/schema/trigger.ts';
import { watch } from './triggers.ts';

export function attend(siteId: string, rules: readonly TriggerRule[]): void {
  for (const { src, dataset } of document.scripts) {
    const other = dataset['site'];
    if (src.endsWith('/fairground.js') && other !== siteId) {
      console.warn(`fairground: this page is for the site "${siteId}"; "${other}" is left out`);
    }
  }
  // What was sent and never answered is settled without waiting for a click.
  const pending = `fairground.${siteId}.pending.`;
  if (Object.keys(localStorage).some((key) => key.startsWith(pending))) {
    window.fairground?.('settle');
  }
  if (rules.length > 0) watch(siteId, rules);
}
