/** Recomputes the books from their entries. A broken invariant stops issuing on its site. */
import type { SiteId } from '../../shared/ids.ts';
import { auditChecks } from '../store/sql/audit.ts';
import { textOf } from '../store/sql/row.ts';
import { stopSite } from '../store/sql/site.ts';
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

/** Refuses every command of the site with `issuing_stopped`, until it is resumed with null. */
export function stopIssuing(deps: Deps, siteId: SiteId, reason: string | null): Promise<void> {
  return deps.store.run(() => stopScript(siteId, reason));
}

function* stopScript(siteId: SiteId, reason: string | null): Script<void> {
  yield { kind: 'write', writes: [stopSite(siteId, reason)] };
}
