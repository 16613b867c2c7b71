/** The projector: adds new events to the rollups, and moves its cursor in the same transaction. */
import { limits } from '../../shared/limits.ts';
import { eventKinds } from '../core/decision.ts';
import { foldEvents, type KeptEvent } from '../core/figures.ts';
import {
  addToDay,
  addToPrize,
  addToShopper,
  mergeShopper,
  moveProjector,
} from '../store/sql/figures.ts';
import { intOf, textOf, textOrNull, wordOf } from '../store/sql/row.ts';
import type { Row, Script } from '../store/store.ts';
import type { Deps } from './deps.ts';

/** One slice. Answers how many events it counted; 0 when the figures are up to date. */
export function projectFigures(deps: Deps): Promise<number> {
  return deps.store.run(projectScript);
}

function* projectScript(): Script<number> {
  yield { kind: 'lock_work', name: 'projector figures' };
  const [rows] = yield { kind: 'new_events', eventsMax: limits.projectorSliceEventsMax };
  const last = rows?.at(-1);
  if (!rows || !last) return 0;
  const { days, prizes, shoppers, merges } = foldEvents(rows.map(eventRow));
  yield {
    kind: 'write',
    writes: [
      ...days.map(addToDay),
      ...prizes.map(addToPrize),
      ...shoppers.map(addToShopper),
      ...merges.flatMap(({ siteId, from, to }) => mergeShopper(siteId, from, to)),
      moveProjector(intOf(last, 'xid'), intOf(last, 'seq')),
    ],
  };
  return rows.length;
}

function eventRow(row: Row): KeptEvent {
  return {
    siteId: textOf(row, 'site_id'),
    kind: wordOf(row, 'kind', eventKinds),
    shopperId: textOrNull(row, 'shopper_id'),
    campaignId: textOf(row, 'campaign_id'),
    gameId: textOf(row, 'game_id'),
    day: textOf(row, 'day'),
    payload: JSON.parse(textOf(row, 'payload')),
  };
}
