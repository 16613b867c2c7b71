/**
 * Tells the page's own `dataLayer` what happened, in the recommended event names of GA4. Never
 * `purchase`: what was bought is the shop's to count. Source: Google Analytics 4, recommended
 * events.
 */
import type { FairgroundEvents } from '../events.ts';

type Push = (entry: Readonly<Record<string, string | number>>) => void;

/** Pushes on every event of ours, for as long as the page lives. */
export function tellDataLayer(push: Push): void {
  const view = (): void => push({ event: 'view_promotion', promotion_id: 'fairground' });
  on('fairground-opened', view);
  // A touch that fetched us has opened it before we could listen.
  if (document.querySelector('fairground-panel')?.shadowRoot?.querySelector('dialog[open]')) view();
  on('fairground-play-settled', ({ gameId }) =>
    push({ event: 'select_promotion', promotion_id: gameId, creative_name: 'fairground' }),
  );
  on('fairground-prize-won', ({ prizeId, kind, points }) => {
    if (points) {
      push({ event: 'earn_virtual_currency', virtual_currency_name: 'points', value: points });
    } else if (kind === 'badge') push({ event: 'unlock_achievement', achievement_id: prizeId });
  });
  on('fairground-voucher-claimed', ({ prizeId }) =>
    push({ event: 'select_promotion', promotion_id: prizeId, creative_slot: 'voucher' }),
  );
}

function on<Name extends keyof FairgroundEvents>(
  name: Name,
  listener: (detail: FairgroundEvents[Name]) => void,
): void {
  document.addEventListener(name, (event: CustomEventInit<FairgroundEvents[Name]>) => {
    if (event.detail) listener(event.detail);
  });
}
