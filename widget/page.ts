/**
 * What a page does some seconds after it is there, without being touched. The server sends this
 * with a last line that calls `attend` for the site.
 */
import type { TriggerRule } from '../shared/schema/trigger.ts';
import { lookAround, tell } from './oddities.ts';
import { watch } from './triggers.ts';

export function attend(siteId: string, rules: readonly TriggerRule[]): void {
  lookAround(siteId);
  keepInView();
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
  if (Object.keys(localStorage).join().includes(`fairground.${siteId}.pending.`)) {
    window.fairground?.('settle');
  }
  if (rules.length > 0) watch(siteId, rules);
}

/**
 * A body that is moved, filtered or contained holds what is fixed in it: at the end of the page,
 * where nobody sees it. On top of all, nothing holds it. One that the page dressed stays there.
 */
function keepInView(): void {
  const launcher = document.querySelector<HTMLElement>('body>fairground-launcher:empty');
  if (launcher?.offsetParent) {
    launcher.popover = 'manual';
    launcher.showPopover?.();
  }
}
