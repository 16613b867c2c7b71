/**
 * Opens the panel by itself, where the site's owner asked for that and the shopper has not had it
 * open in this visit. ARCHITECTURE.md says what is remembered, and why.
 */
import type { TriggerRule } from '../shared/schema/trigger.ts';
import { offer } from './offer.ts';

type Kind = TriggerRule['on'];

/** So long the loader waits before it asks for us. */
const waitedSeconds = 3;
/** A fling: so far up, in so little time, so soon after a finger. */
const flingPx = 600;
const flingMs = 400;
const fingerMs = 1_500;

/** Called once a page. */
export function watch(siteId: string, rules: readonly TriggerRule[]): void {
  const prefix = `fairground.${siteId}.trigger.`;
  let offered: TriggerRule | undefined;

  /** False too where nothing can be remembered: it would come again with every page. */
  function isFree({ id, pages, restHours }: TriggerRule): boolean {
    try {
      const closedAt = Number(localStorage[prefix + id] ?? -Infinity);
      const restMs = restHours === null ? Infinity : restHours * 3_600_000;
      return (
        !sessionStorage[prefix] &&
        Date.now() - closedAt >= restMs &&
        new RegExp(pages, 'i').test(location.pathname) &&
        !document.querySelector('dialog:modal') &&
        !isTyping(document)
      );
    } catch {
      return false;
    }
  }

  function signal(kind: Kind, reached: number): void {
    for (const rule of rules) {
      const { id, on, from, place } = rule;
      if (on !== kind || reached < from || !isFree(rule) || sessionStorage[prefix + id]) continue;
      // Once a visit, also where the shopper could not have played.
      sessionStorage[prefix + id] = 1;
      offered = rule;
      window.fairground?.('offer', (...page) => offer(place, () => isFree(rule), ...page));
    }
  }

  document.addEventListener('fairground-opened', () => remember(() => sessionStorage, prefix));
  document.addEventListener('fairground-closed', () => {
    if (offered?.restHours) remember(() => localStorage, prefix + offered.id);
  });
  document.addEventListener('fairground-play-settled', ({ detail }) => {
    for (const { id, place, restHours } of rules) {
      const isOver = restHours === null && place.gameId === detail.gameId;
      if (isOver) remember(() => localStorage, prefix + id);
    }
  });

  const watches: Record<Kind, (signal: (reached: number) => void) => void> = {
    delay: watchTime,
    scroll: watchDepth,
    exit: watchLeaving,
  };
  for (const kind of new Set(rules.map(({ on }) => on))) {
    watches[kind]((reached) => signal(kind, reached));
  }
}

function remember(storage: () => Storage, name: string): void {
  try {
    storage()[name] = Date.now();
  } catch {
    // Then nothing opened by itself here, and nothing will.
  }
}

/** Whether keys go into a field: one of ours too, or of a frame that we cannot look into. */
function isTyping({ activeElement: at }: DocumentOrShadowRoot): boolean {
  if (at?.shadowRoot) return isTyping(at.shadowRoot);
  return Boolean(at?.matches('input,textarea,select,iframe,:read-write'));
}

/** Seconds that this page was in view; a page that changes its own address is another one. */
function watchTime(signal: (seconds: number) => void): void {
  let seconds = waitedSeconds;
  let path = location.pathname;
  setInterval(() => {
    if (path !== location.pathname) seconds = 0;
    path = location.pathname;
    if (!document.hidden) signal((seconds += 1));
  }, 1_000);
}

/** Percent of the way down; a page that fits its window has none. */
function watchDepth(signal: (percent: number) => void): void {
  addEventListener('scroll', () => {
    const way = document.documentElement.scrollHeight - innerHeight;
    if (way > 0) signal((scrollY / way) * 100);
  });
}

/** A pointer that leaves for the tabs or the address, or a finger that flings the page back up. */
function watchLeaving(signal: (reached: number) => void): void {
  document.documentElement.addEventListener('mouseleave', ({ clientY }) => {
    if (clientY <= 0) signal(0);
  });
  let touchedAt = -Infinity;
  let [fromY, fromAt] = [scrollY, 0];
  addEventListener('touchmove', ({ timeStamp }) => (touchedAt = timeStamp), { passive: true });
  addEventListener('scroll', ({ timeStamp }) => {
    if (timeStamp - fromAt > flingMs) [fromY, fromAt] = [scrollY, timeStamp];
    if (fromY - scrollY > flingPx && timeStamp - touchedAt < fingerMs) signal(0);
  });
}
