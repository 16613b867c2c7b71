/** A version of the programme, by default the one in force, as the document that `apply` reads. */
import type { SiteId } from '../../shared/ids.ts';
import { ok, refuse, type Result } from '../../shared/refusals.ts';
import { textOf } from '../store/sql/row.ts';
import { programmeVersion } from '../store/sql/site.ts';
import type { Deps } from './deps.ts';
import { currentProgramme } from './programmes.ts';

export async function exportProgramme(
  deps: Deps,
  siteId: SiteId,
  version?: number,
): Promise<Result<unknown>> {
  const programme = await currentProgramme(deps, siteId);
  if (!programme) return refuse('site_not_found');
  if (version === undefined) return ok(programme.document);
  const [[row] = []] = await deps.store.read([programmeVersion(siteId, version)]);
  if (row) return ok(JSON.parse(textOf(row, 'document')));
  const detail = `no version ${version}: "${siteId}" has the versions 1 to ${programme.version}`;
  return refuse('not_found', { detail });
}
