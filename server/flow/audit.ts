/** Recomputes the books from their entries. A broken invariant stops issuing on its site. */
import type { SiteId } from '../../shared/ids.ts';
import { auditChecks } from '../store/sql/audit.ts';
import { textOf } from '../store/sql/row.ts';
import { siteById, siteRow, stopSite } from '../store/sql/site.ts';
import type { Script } from '../store/store.ts';
import type { Deps } from './deps.ts';

export interface Breach {
  readonly siteId: SiteId;
  readonly invariant: string;
  readonly rule: string;
  /** The row that breaks it. */
  readonly what: string;
}

export async function audit(deps: Deps): Promise<Breach[]> {
  const answers = await deps.store.report(auditChecks.map(({ query }) => query));
  return auditChecks.flatMap(({ invariant, rule }, at) =>
    (answers[at] ?? []).map((row) => ({
      siteId: textOf(row, 'site_id'),
      invariant,
      rule,
      what: textOf(row, 'what'),
    })),
  );
}

/** Refuses every command of the site with `issuing_stopped`, until it is resumed. */
export async function stopIssuing(deps: Deps, siteId: SiteId, reason: string): Promise<void> {
  await deps.store.run(() => stopScript(siteId, reason));
}

/** Answers whether it was stopped. */
export function resumeIssuing(deps: Deps, siteId: SiteId): Promise<boolean> {
  return deps.store.run(() => stopScript(siteId, null));
}

/** Answers whether it was stopped before. */
function* stopScript(siteId: SiteId, reason: string | null): Script<boolean> {
  const [sites] = yield { kind: 'read', queries: [siteById(siteId)] };
  yield { kind: 'write', writes: [stopSite(siteId, reason)] };
  return sites?.[0] !== undefined && siteRow(sites[0]).stoppedReason !== null;
}
