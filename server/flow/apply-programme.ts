/** Puts a programme document into force: checked whole, then stored as a new version. */
import type { SiteDay, SiteId } from '../../shared/ids.ts';
import { refuse, ok, type RefusalIssue, type Result } from '../../shared/refusals.ts';
import {
  checkProgramme,
  programmeDocument,
  type ProgrammeDocument,
} from '../../shared/schema/programme.ts';
import { compileProgramme, type Programme } from '../core/programme.ts';
import { dayAt, siteDayAt, type SiteCalendar } from '../core/time.ts';
import { diffDocuments, type DocumentChange } from '../core/programme-diff.ts';
import { openBudget } from '../store/sql/budget.ts';
import { keepDrawTable } from '../store/sql/draw-table.ts';
import { intOf, textOf, textOrNull } from '../store/sql/row.ts';
import {
  changeStock,
  currentProgramme,
  inCurrency,
  insertProgramme,
  insertSite,
  moveProgramme,
  saveZone,
  stockOfSite,
} from '../store/sql/site.ts';
import type { Row, Script, Write } from '../store/store.ts';
import { orRefuse, type Deps } from './deps.ts';
import { exportProgramme } from './export-programme.ts';
import { loadProgramme } from './settle.ts';

export interface Applied {
  readonly document: ProgrammeDocument;
  /** The version in force; unchanged when the document says what is in force already. */
  readonly version: number;
  readonly changes: readonly DocumentChange[];
}

interface Applying {
  readonly now: number;
  /** Only says what would change. */
  readonly isDry: boolean;
  readonly restoredFrom: number | null;
}

/** Refuses with `programme_invalid`, every mistake with its path. A dry run changes nothing. */
export async function applyProgramme(
  deps: Deps,
  input: unknown,
  { isDry = false, restoredFrom = null }: Partial<Applying> = {},
): Promise<Result<Applied>> {
  const checked = checkProgramme(input);
  if (!checked.ok) return refuse('programme_invalid', { issues: checked.issues });
  const { value: document } = checked;
  const applying = { now: deps.clock(), isDry, restoredFrom };
  const applied = await orRefuse(deps.store.run(() => applyScript(document, applying)));
  // Remembered once it is committed: another document may get the version that this one lost.
  if (applied.ok && !isDry) {
    await deps.store.run(() => loadProgramme(document.site.id, deps.programmes));
  }
  return applied;
}

/** Brings an earlier version back, as a new one: what was published stays as it was. */
export async function rollBackProgramme(
  deps: Deps,
  { siteId, version }: { readonly siteId: SiteId; readonly version: number },
  { isDry = false }: Partial<Applying> = {},
): Promise<Result<Applied>> {
  const wanted = await exportProgramme(deps, siteId, version);
  if (!wanted.ok) return wanted;
  return applyProgramme(deps, wanted.value, { isDry, restoredFrom: version });
}

function* applyScript(
  document: ProgrammeDocument,
  { now, isDry, restoredFrom }: Applying,
): Script<Result<Applied>> {
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
  if (changes.length === 0) return ok({ document, version: from, changes });
  const stock = stockChanges(document, stocks ?? []);
  const issues = [...(yield* currencyIssues(before, document, now)), ...stock.issues];
  if (issues.length > 0) return refuse('programme_invalid', { issues });
  if (isDry) return ok({ document, version: from, changes });
  const version = from + 1;
  const text = JSON.stringify(document);
  const calendar = calendarAfter(row, before, document, now);
  const { zoneBefore, zoneFrom } = calendar;
  const moves = before !== null && before.site.timeZone !== document.site.timeZone;
  const writes: Write[] = [
    row ? moveProgramme(siteId, from, version) : insertSite(siteId, now),
    insertProgramme({ siteId, version, document: text, restoredFrom, now }),
    ...(moves ? [saveZone(siteId, zoneBefore, zoneFrom)] : []),
    // In the order in which plays take them.
    ...stock.changes
      .toSorted((a, b) => (a.prizeId < b.prizeId ? -1 : 1))
      .flatMap((each) => changeStock({ ...each, siteId, version, now })),
    ...newBudgets(before, document, siteDayAt(now, calendar).day),
    ...tablesOf(compileProgramme(version, document)),
  ];
  yield { kind: 'write', writes };
  return ok({ document, version, changes });
}

const list = new Intl.ListFormat('en');

/** What was promised in a currency keeps its worth: nothing is ever converted. */
function* currencyIssues(
  before: ProgrammeDocument | null,
  { site }: ProgrammeDocument,
  now: number,
): Script<RefusalIssue[]> {
  if (before?.site.currency === site.currency) return [];
  if (!Intl.supportedValuesOf('currency').includes(site.currency)) {
    const message = `an ISO 4217 code such as VND; nobody pays in "${site.currency}"`;
    return [{ path: 'site.currency', message }];
  }
  if (!before) return [];
  const [rows = []] = yield { kind: 'read', queries: [inCurrency(site.id, now)] };
  if (rows.length === 0) return [];
  const { currency } = before.site;
  const has = list.format(rows.map((row) => textOf(row, 'what')));
  const message = `must stay "${currency}", as the site has ${has} in it; a new site may differ`;
  return [{ path: 'site.currency', message }];
}

function tablesOf({ siteId, games }: Programme): Write[] {
  return [...games.values()].map(({ tableKept }) => keepDrawTable(siteId, tableKept));
}

/** A new zone starts at its next midnight; until then the one in force goes on. */
function calendarAfter(
  row: Row | undefined,
  before: ProgrammeDocument | null,
  { site: { timeZone } }: ProgrammeDocument,
  now: number,
): SiteCalendar {
  if (!row || !before) return { timeZone, zoneBefore: null, zoneFrom: 0 };
  const [zoneBefore, zoneFrom] = [textOrNull(row, 'zone_before'), intOf(row, 'zone_from')];
  if (before.site.timeZone === timeZone) return { timeZone, zoneBefore, zoneFrom };
  const pending = now < zoneFrom ? zoneBefore : null;
  const inForce = pending ?? before.site.timeZone;
  if (inForce === timeZone) return { timeZone, zoneBefore: null, zoneFrom: 0 };
  return { timeZone, zoneBefore: inForce, zoneFrom: dayAt(now, timeZone).endsAt };
}

/** A campaign that gets a budget brings along what it has spent before. */
function newBudgets(
  before: ProgrammeDocument | null,
  { site, campaigns }: ProgrammeDocument,
  day: SiteDay,
): Write[] {
  const capped = campaigns.filter(({ budget }) => budget !== null);
  const known = (before?.campaigns ?? []).filter(({ budget }) => budget !== null);
  const opened = capped.filter(({ id }) => !known.some((one) => one.id === id));
  return opened.flatMap(({ id }) => openBudget(site.id, id, day));
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
