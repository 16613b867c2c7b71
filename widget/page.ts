/**
 * What a page does some seconds after it is there, without being touched. The server sends this
 * with a last line that calls `attend` for the site.
 */
import type { TriggerRule } from '../shared/schema/trigger.ts';
import { lookAround, tell } from './oddities.ts';
import { watch } from './triggers.ts';

export function attend(siteId: string, rules: readonly TriggerRule[]): void {
  lookAround(siteId);
  void customElements.whenDefined('fairground-wheel').then(() => {
    window.fairground?.('offer', ({ session: { odd } }) => {
      odd.forEach(tell);
      odd.add = (text) => {
        tell(text);
        return odd;
      };
    });
  });
  // What was sent and never answered is settled without waiting for a click.
  const pending = `fairground.${siteId}.pending.`;
  if (Object.keys(localStorage).some((key) => key.startsWith(pending))) {
    window.fairground?.('settle');
  }
  if (rules.length > 0) watch(siteId, rules);
}
