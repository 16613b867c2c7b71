/** What a panel beside the page, or in it, needs beyond what a modal dialog is by itself. */
import { modes } from '../styles/modes.ts';
import type { FairgroundPanel } from './panel.ts';

export function standFree(panel: FairgroundPanel): void {
  const root = panel.shadowRoot;
  if (modes.styleSheet) root?.adoptedStyleSheets.push(modes.styleSheet);
  // Where a page holds what is fixed in it, a card would stand at its end; on top of all it is seen
  if (root?.querySelector<HTMLElement>('.hidden')?.offsetParent) panel.mode = 'modal';
  root?.addEventListener('keydown', (event) => {
    if (event instanceof KeyboardEvent && event.key === 'Escape' && isFree(event)) panel.close();
  });
}

/** What closes the list of games, or has done something else, closes nothing more. */
function isFree(event: Event): boolean {
  const isOfList = event
    .composedPath()
    .some((node) => node instanceof ShadowRoot && node.querySelector(':popover-open'));
  return !event.defaultPrevented && !isOfList;
}
