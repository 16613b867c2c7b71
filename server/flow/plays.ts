/** A shopper's plays with their receipts, newest first. */
import type { ShopperId, SiteId } from '../../shared/ids.ts';
import { limits } from '../../shared/limits.ts';
import type { PlayReply, PlaysReply } from '../../shared/schema/shopper-api.ts';
import { wholeOutcome } from '../store/sql/draw-table.ts';
import { playsOf } from '../store/sql/play.ts';
import type { Deps } from './deps.ts';

export async function readPlays(
  deps: Deps,
  siteId: SiteId,
  shopperId: ShopperId,
  before: string | null,
): Promise<PlaysReply> {
  const page = { before, rowsMax: limits.playsPageMax };
  const [rows] = await deps.store.read([playsOf(siteId, shopperId, page)]);
  const plays = (rows ?? []).map((row) => {
    const reply: PlayReply = JSON.parse(wholeOutcome(row));
    const { playId, gameId, at, prize, won, receipt } = reply;
    return { playId, gameId, at, prize, won, receipt };
  });
  return { plays };
}
