/** Every play of a campaign with its receipt, in order of time: what an authority may ask for. */
import type { CampaignId, PlayId, SiteId } from '../../shared/ids.ts';
import { limits } from '../../shared/limits.ts';
import type { PlayReply, PlayView } from '../../shared/schema/shopper-api.ts';
import { wholeOutcome } from '../store/sql/draw-table.ts';
import { playsOfCampaign } from '../store/sql/play.ts';
import { intOrNull, textOrNull } from '../store/sql/row.ts';
import type { Deps } from './deps.ts';

export interface RecordedDraw {
  readonly playId: PlayId;
  /** To the millisecond, UTC. */
  readonly at: string;
  readonly campaign: CampaignId;
  /** That it was settled under; null for plays of before versions were kept. */
  readonly programmeVersion: number | null;
  readonly prize: PlayView['prize'];
  readonly won: boolean;
  /** What the player stated before it: where they are, and the age reached; null for nothing. */
  readonly region: string | null;
  readonly ageConfirmed: number | null;
  /** With table, seeds, number, slot and deviations: the line proves itself. */
  readonly receipt: PlayView['receipt'];
}

/** Reads a page at a time. Plays settled meanwhile come last. */
export async function* drawingRecord(
  deps: Deps,
  siteId: SiteId,
  campaign: CampaignId,
): AsyncGenerator<RecordedDraw> {
  const rowsMax = limits.drawingRecordPagePlays;
  for (let after = ''; ;) {
    const page = { after, rowsMax };
    const [rows = []] = await deps.store.report([playsOfCampaign(siteId, campaign, page)]);
    for (const row of rows) {
      const reply: PlayReply = JSON.parse(wholeOutcome(row));
      const { playId, at, prize, won, receipt } = reply;
      const programmeVersion = intOrNull(row, 'programme_version');
      const time = new Date(at).toISOString();
      const region = textOrNull(row, 'region');
      const ageConfirmed = intOrNull(row, 'age_confirmed');
      const stated = { region, ageConfirmed };
      yield { playId, at: time, campaign, programmeVersion, prize, won, ...stated, receipt };
      after = playId;
    }
    if (rows.length < rowsMax) return;
  }
}
