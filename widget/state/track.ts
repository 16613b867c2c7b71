/** What the browser saw: in batches, and on leave. Comes only with consent. */
import { eventsPerCallMax } from '../../shared/limits.ts';
import type { TrackInput } from '../../shared/schema/shopper-api.ts';

type SeenKind = TrackInput['events'][number]['kind'];

const batchMs = 2_000;

/** `send` gets at most `eventsPerCallMax` events and must not throw. */
export function createTracker(send: (events: TrackInput['events']) => void) {
  const queue: TrackInput['events'] = [];
  const shown = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    while (queue.length > 0) send(queue.splice(0, eventsPerCallMax));
  }

  /** Other kinds than the three are no business of the browser. */
  function track(kind: string, gameId: string): void {
    if (!isSeenKind(kind)) return;
    if (kind === 'shown') {
      // Being seen counts once a page.
      if (shown.has(gameId)) return;
      shown.add(gameId);
    }
    queue.push({ id: crypto.getRandomValues(new BigUint64Array(2)).join('-'), kind, gameId });
    timer ??= setTimeout(flush, batchMs);
  }

  addEventListener('pagehide', flush);
  return { track, flush };
}

function isSeenKind(kind: string): kind is SeenKind {
  return kind === 'shown' || kind === 'opened' || kind === 'started';
}
