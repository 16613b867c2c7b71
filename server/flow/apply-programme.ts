/** Puts a programme document into force: checked whole, then stored as a new version. */
import { refuse, ok, type RefusalIssue, type Result } from '../../shared/refusals.ts';
import { issuesOf } from '../../shared/schema/issues.ts';
import { programmeDocument, type ProgrammeDocument } from '../../shared/schema/programme.ts';
import { dayAt } from '../core/time.ts';
import { diffDocuments, type DocumentChange } from '../core/programme-diff.ts';
import { intOf, textOf, textOrNull } from '../store/sql/row.ts';
import {
  changeStock,
  currentProgramme,
  insertProgramme,
  insertSite,
  moveProgramme,
  saveZone,
  stockOfSite,
} from '../store/sql/site.ts';
import type { Row, Script, Write } from '../store/store.ts';
import { orRefuse, type Deps } from './deps.ts';
import { loadProgramme } from './settle.ts';

export interface Applied {
  readonly siteId: string;
  /** The version in force; unchanged when the document says what is in force already. */
  readonly version: number;
  readonly changes: readonly DocumentChange[];
}

/** Refuses with `programme_invalid`, every mistake with its path. */
export async function applyProgramme(deps: Deps, input: unknown): Promise<Result<Applied>> {
  const parsed = programmeDocument.safeParse(input);
  if (!parsed.success) return refuse('programme_invalid', { issues: issuesOf(parsed.error) });
  const { data: document } = parsed;
  const now = deps.clock();
  const applied = await orRefuse(deps.store.run(() => applyScript(document, now)));
  // Remembered once it is committed: another document may get the version that this one lost.
  if (applied.ok) await deps.store.run(() => loadProgramme(document.site.id, deps.programmes));
  return applied;
}

function* applyScript(document: ProgrammeDocument, now: number): Script<Result<Applied>> {
  const { id: siteId } = document.site;
  yield { kind: 'lock_work', name: `programme ${siteId}` };
  const [programmes, stocks] = yield {
    kind: 'read',
    queries: [currentProgramme(siteId), stockOfSite(siteId)],
  };
  const row = programmes?.[0];
  const from = row ? intOf(row, 'version') : 0;
  const before = row ? programmeDocument.parse(JSON.parse(textOf(row, 'document'))) : null;
  const changes = diffDocuments(before ?? {}, document);
  if (changes.length === 0) return ok({ siteId, version: from, changes });
  const stock = stockChanges(document, stocks ?? []);
  if (stock.issues.length > 0) return refuse('programme_invalid', { issues: stock.issues });
  const version = from + 1;
  const writes: Write[] = [
    row ? moveProgramme(siteId, from, version) : insertSite(siteId, now),
    insertProgramme(siteId, version, JSON.stringify(document), now),
    ...zoneChange(row, before, document, now),
    ...stock.changes.flatMap((each) => changeStock({ ...each, siteId, version, now })),
  ];
  yield { kind: 'write', writes };
  return ok({ siteId, version, changes });
}

/** A new zone starts at its next midnight; until then the one in force goes on. */
function zoneChange(
  row: Row | undefined,
  before: ProgrammeDocument | null,
  { site }: ProgrammeDocument,
  now: number,
): Write[] {
  if (!row || !before || before.site.timeZone === site.timeZone) return [];
  const pending = now < intOf(row, 'zone_from') ? textOrNull(row, 'zone_before') : null;
  const inForce = pending ?? before.site.timeZone;
  if (inForce === site.timeZone) return [saveZone(site.id, null, 0)];
  return [saveZone(site.id, inForce, dayAt(now, site.timeZone).endsAt)];
}

interface StockPlan {
  readonly changes: { readonly prizeId: string; readonly change: number }[];
  readonly issues: RefusalIssue[];
}

/** The document says how many there are in all; what was given stays given. */
function stockChanges(document: ProgrammeDocument, rows: readonly Row[]): StockPlan {
  const known = new Map(
    rows.map((row) => [
      textOf(row, 'prize_id'),
      { left: intOf(row, 'units_left'), total: intOf(row, 'total') },
    ]),
  );
  const plan: StockPlan = { changes: [], issues: [] };
  for (const [at, { id: prizeId, stock }] of document.prizes.entries()) {
    if (stock === null) continue;
    const { left, total } = known.get(prizeId) ?? { left: 0, total: 0 };
    const given = total - left;
    if (stock < given) {
      const message = `${given} of "${prizeId}" have been given already; at least that many`;
      plan.issues.push({ path: `prizes[${at}].stock`, message });
    } else if (stock !== total || !known.has(prizeId)) {
      plan.changes.push({ prizeId, change: stock - total });
    }
  }
  return plan;
}
