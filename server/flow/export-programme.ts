/** The programme in force, as the document that `apply` reads. */
import type { SiteId } from '../../shared/ids.ts';
import { ok, refuse, type Result } from '../../shared/refusals.ts';
import type { ProgrammeDocument } from '../../shared/schema/programme.ts';
import type { Deps } from './deps.ts';
import { currentProgramme } from './programmes.ts';

export async function exportProgramme(
  deps: Deps,
  siteId: SiteId,
): Promise<Result<ProgrammeDocument>> {
  const programme = await currentProgramme(deps, siteId);
  return programme ? ok(programme.document) : refuse('site_not_found');
}
