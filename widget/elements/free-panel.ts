/** What a panel beside the page, or in it, needs beyond what a modal dialog is by itself. */
import { modes } from '../styles/modes.ts';
import type { FairgroundPanel } from './panel.ts';

export function standFree(panel: FairgroundPanel): void {
  const root = panel.shadowRoot;
  if (modes.styleSheet) root?.adoptedStyleSheets.push(modes.styleSheet);
  root?.addEventListener('keydown', (event) => {
    if (event instanceof KeyboardEvent && event.key === 'Escape' && isFree(event)) panel.close();
  });
}

/** What closes the list of games, or has done something else, closes nothing more. */
function isFree(event: Event): boolean {
  const isOfList = event
    .composedPath()
    .some((node) => isGames(node) && node.querySelector(':popover-open'));
  return !event.defaultPrevented && !isOfList;
}

function isGames(node: EventTarget): node is ShadowRoot {
  return node instanceof ShadowRoot && node.host.localName === 'fairground-games';
}
