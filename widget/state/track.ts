/** What the browser saw: in batches, and on leave. Comes only with consent. */
import { eventsPerCallMax } from '../../shared/limits.ts';
import type { TrackInput } from '../../shared/schema/shopper-api.ts';
import type { Session } from './session.ts';

type SeenKind = TrackInput['events'][number]['kind'];

const batchMs = 2_000;

export function createTracker(session: Session) {
  const { api, keep, siteId } = session;
  const queue: TrackInput['events'] = [];
  const shown = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flush(): void {
    timer = undefined;
    while (queue.length > 0) {
      // Whoever agreed to be counted is one shopper, however many pages they see.
      if (session.token && !keep.get('token')) keep.set('token', session.token);
      api.track.mutate({ siteId, events: queue.splice(0, eventsPerCallMax) }).catch(() => {
        // Figures may miss a page that lost its line; a shopper must not notice.
      });
    }
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
  return track;
}

function isSeenKind(kind: string): kind is SeenKind {
  return kind === 'shown' || kind === 'opened' || kind === 'started';
}
