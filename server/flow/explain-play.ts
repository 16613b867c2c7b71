/** A play of the past, and the programme that it was settled under. */
import type { SiteId } from '../../shared/ids.ts';
import { ok, refuse, type Result } from '../../shared/refusals.ts';
import { programmeDocument } from '../../shared/schema/programme.ts';
import { shareIn, type Place } from '../core/expected-odds.ts';
import { playById } from '../store/sql/play.ts';
import { intOf, intOrNull, textOf } from '../store/sql/row.ts';
import { programmeVersion } from '../store/sql/site.ts';
import type { Deps } from './deps.ts';
import { currentProgramme } from './programmes.ts';

export interface ExplainedPlay {
  /** Epoch milliseconds. */
  readonly at: number;
  /** The site's, of today. */
  readonly timeZone: string;
  readonly stream: string;
  readonly campaignId: string;
  readonly gameId: string;
  readonly prizeId: string;
  readonly slot: number;
  /** Null for plays of before versions were kept. */
  readonly settledUnder: {
    readonly version: number;
    readonly appliedAt: number;
    /** The prize's share of the table's weights, 0 to 1; null when there was no such table. */
    readonly share: number | null;
  } | null;
}

export async function explainPlay(
  deps: Deps,
  siteId: SiteId,
  playId: string,
): Promise<Result<ExplainedPlay>> {
  const programme = await currentProgramme(deps, siteId);
  if (!programme) return refuse('site_not_found');
  const [[row] = []] = await deps.store.read([playById(siteId, playId)]);
  if (!row) return refuse('play_not_found', { detail: `no play "${playId}"` });
  const [campaignId, gameId] = [textOf(row, 'campaign_id'), textOf(row, 'game_id')];
  const place = { campaignId, gameId, prizeId: textOf(row, 'prize_id') };
  const version = intOrNull(row, 'programme_version');
  return ok({
    at: intOf(row, 'at'),
    timeZone: programme.site.timeZone,
    stream: textOf(row, 'stream'),
    ...place,
    slot: intOf(row, 'slot'),
    settledUnder: version === null ? null : await versionOf(deps, siteId, version, place),
  });
}

async function versionOf(
  deps: Deps,
  siteId: SiteId,
  version: number,
  place: Place,
): Promise<ExplainedPlay['settledUnder']> {
  const [[row] = []] = await deps.store.read([programmeVersion(siteId, version)]);
  if (!row) return null;
  const document = programmeDocument.parse(JSON.parse(textOf(row, 'document')));
  return { version, appliedAt: intOf(row, 'applied_at'), share: shareIn(document, place) };
}
