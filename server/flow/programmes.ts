/** The programmes that are in force: remembered, and read anew when another process changed one. */
import type { SiteId } from '../../shared/ids.ts';
import type { Programme } from '../core/programme.ts';
import { loadProgramme } from './settle.ts';
import { allSites, siteById, siteRow } from '../store/sql/site.ts';
import type { Deps } from './deps.ts';

/** The programme in force now, undefined for a site that is not there. */
export async function currentProgramme(deps: Deps, siteId: SiteId): Promise<Programme | undefined> {
  const [sites] = await deps.store.read([siteById(siteId)]);
  const site = sites?.[0] && siteRow(sites[0]);
  if (!site) return undefined;
  const known = deps.programmes.get(siteId);
  if (known?.version === site.programmeVersion) return known;
  return deps.store.run(() => loadProgramme(siteId, deps.programmes));
}

/** Brings every remembered programme up to date: origins are asked for before a site is named. */
export async function refreshProgrammes(deps: Deps): Promise<void> {
  const [rows] = await deps.store.read([allSites()]);
  for (const { siteId, programmeVersion } of (rows ?? []).map(siteRow)) {
    if (deps.programmes.get(siteId)?.version === programmeVersion) continue;
    await deps.store.run(() => loadProgramme(siteId, deps.programmes));
  }
}
