/** The versions that a site's programme had: when each came into force and what it changed. */
import type { SiteId } from '../../shared/ids.ts';
import { limits } from '../../shared/limits.ts';
import { ok, refuse, type Result } from '../../shared/refusals.ts';
import { diffDocuments, type DocumentChange } from '../core/programme-diff.ts';
import { intOf, intOrNull, textOf } from '../store/sql/row.ts';
import { programmeVersions } from '../store/sql/site.ts';
import type { Deps } from './deps.ts';

export interface ProgrammeVersion {
  readonly version: number;
  /** Epoch milliseconds. */
  readonly appliedAt: number;
  /** The earlier version that this one brought back; null for a document of its own. */
  readonly restoredFrom: number | null;
  /** Against the version before. */
  readonly changes: readonly DocumentChange[];
}

/** Newest first, the latest `limits.versionsShownMax`. */
export async function readVersions(
  deps: Deps,
  siteId: SiteId,
): Promise<Result<ProgrammeVersion[]>> {
  const shownMax = limits.versionsShownMax;
  const [rows = []] = await deps.store.report([programmeVersions(siteId, shownMax + 1)]);
  if (rows.length === 0) return refuse('site_not_found');
  const documents = rows.map((row): unknown => JSON.parse(textOf(row, 'document')));
  const versions = rows.map((row, at) => ({
    version: intOf(row, 'version'),
    appliedAt: intOf(row, 'applied_at'),
    restoredFrom: intOrNull(row, 'restored_from'),
    changes: diffDocuments(documents[at + 1] ?? {}, documents[at]),
  }));
  return ok(versions.slice(0, shownMax));
}
