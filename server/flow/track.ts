/** What the browser saw, on consent: kept as events that earn nothing, each counted once. */
import type { ShopperId } from '../../shared/ids.ts';
import { ok, refuse, type Result } from '../../shared/refusals.ts';
import type { TrackInput, TrackReply } from '../../shared/schema/shopper-api.ts';
import type { Event } from '../core/decision.ts';
import type { Programme } from '../core/programme.ts';
import { siteDayAt } from '../core/time.ts';
import { insertGlanceOnce } from '../store/sql/event.ts';
import { shopperById, shopperRow } from '../store/sql/shopper.ts';
import type { Script } from '../store/store.ts';
import { orRefuse, type Deps } from './deps.ts';
import { currentProgramme } from './programmes.ts';

const kinds = { shown: 'game.shown', opened: 'game.opened', started: 'game.started' } as const;

export async function track(
  deps: Deps,
  shopperId: ShopperId,
  input: TrackInput,
): Promise<Result<TrackReply>> {
  if (deps.crowd) return orRefuse(deps.crowd.track(shopperId, input));
  const programme = await currentProgramme(deps, input.siteId);
  if (!programme) return refuse('site_not_found');
  const now = deps.clock();
  return orRefuse(deps.store.run(() => trackScript(programme, shopperId, input.events, now)));
}

function* trackScript(
  programme: Programme,
  shopperId: ShopperId,
  seen: TrackInput['events'],
  now: number,
): Script<Result<TrackReply>> {
  const { siteId, calendar, games } = programme;
  const [rows] = yield { kind: 'read', queries: [shopperById(siteId, shopperId)] };
  const owner = rows?.[0] ? (shopperRow(rows[0]).mergedInto ?? shopperId) : shopperId;
  const moment = { now, day: siteDayAt(now, calendar).day };
  const writes = seen.flatMap(({ id, kind, gameId }) => {
    const playable = games.get(gameId);
    if (!playable) return [];
    const event: Event = {
      // The browser chose the id: it is unique among its own shopper's only.
      id: `${shopperId}.${id}`,
      kind: kinds[kind],
      shopperId: owner,
      campaignId: playable.campaign.id,
      gameId,
      payload: {},
    };
    return [insertGlanceOnce(siteId, event, moment)];
  });
  if (writes.length > 0) yield { kind: 'write', writes };
  return ok({ accepted: writes.length });
}
