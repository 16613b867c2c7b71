/**
 * The seam: loads the facts, decides, writes the decision, in one transaction. The script is the
 * same for every command and for both engines.
 */
import { canonicalJson, type Canonical } from '../../shared/canonical.ts';
import type { SiteId } from '../../shared/ids.ts';
import { ok, refuse, type Result } from '../../shared/refusals.ts';
import { programmeDocument } from '../../shared/schema/programme.ts';
import type { Command } from '../core/command.ts';
import { ownerOf } from '../core/command-owner.ts';
import type { Decision } from '../core/decision.ts';
import { compileProgramme, type Programme } from '../core/programme.ts';
import type { Hashing } from '../core/hashing.ts';
import type { Stamp } from '../core/stamp.ts';
import { siteDayAt } from '../core/time.ts';
import {
  commandById,
  insertCommand,
  settledCommand,
  type SettledCommand,
} from '../store/sql/play.ts';
import { keptTableIds } from '../store/sql/draw-table.ts';
import type { Need, Plan } from '../store/sql/needs.ts';
import { intOf, textOf, textOrNull } from '../store/sql/row.ts';
import { currentProgramme, siteById, siteRow } from '../store/sql/site.ts';
import { writesFor } from '../store/sql/writes.ts';
import { LostRace, type Query, type Row, type Script } from '../store/store.ts';

/** One kind of command: the facts it needs, and what it makes of them. */
export interface Mechanic<C extends Command, Facts, Outcome> {
  plan(command: C): Plan<Facts>;
  /** Pure and synchronous: it may run again. */
  decide(facts: Facts, command: C, stamp: Stamp): Decision<Outcome>;
  /** How an outcome is stored, where that is not just its JSON. */
  record?(outcome: Outcome, programme: Programme): Recorded;
}

/** The JSON of an outcome, and what is stored of it. */
export interface Recorded {
  readonly text: string;
  readonly stored: string;
  /** The table that `stored` leaves out. */
  readonly tableId: string | null;
}

export function recordedWhole(outcome: unknown): Recorded {
  const text = JSON.stringify(outcome);
  return { text, stored: text, tableId: null };
}

/** Programmes that were compiled before, by site. */
export interface ProgrammeCache {
  get(siteId: SiteId): Programme | undefined;
  set(siteId: SiteId, programme: Programme): unknown;
}

export function* settleScript<C extends Command, Facts, Outcome>(
  mechanic: Mechanic<C, Facts, Outcome>,
  command: C,
  stamp: Stamp,
  programmes: ProgrammeCache,
): Script<Result<Outcome>> {
  const { siteId, commandId } = command;
  const plan = mechanic.plan(command);
  const found = plan.find ? firstOf(yield { kind: 'read', queries: [plan.find] }) : [];
  let programme = programmes.get(siteId) ?? (yield* loadProgramme(siteId, programmes));
  while (programme) {
    const need: Need<Facts> = plan.need(programme, stamp.now, found);
    const { shopperIds, orderIds, contactHash } = need;
    const [sites, commands, ...rows] = yield {
      kind: 'read',
      locks: { siteId, shopperIds, orderIds, contactHash },
      queries: [siteOf(programme), commandById(siteId, commandId), ...need.queries],
    };
    if (commands?.[0]) {
      return replay<Outcome>(command, settledCommand(commands[0]), stamp.hashing);
    }
    const site = sites?.[0] && siteRow(sites[0]);
    if (!site) break;
    if (site.stoppedReason !== null) return refuse('issuing_stopped');
    if (site.programmeVersion === programme.version) {
      const { epoch } = site;
      const queries = need.more?.(rows) ?? [];
      const all = queries.length === 0 ? rows : [...rows, ...(yield { kind: 'read', queries })];
      return yield* decideAndWrite(mechanic, command, stamp, { programme, epoch, need, rows: all });
    }
    programme = yield* loadProgramme(siteId, programmes);
  }
  return refuse('site_not_found');
}

const siteAsks = new WeakMap<Programme, Query>();

/** The very same query for all commands under a programme. */
function siteOf(programme: Programme): Query {
  const ask = siteAsks.get(programme) ?? siteById(programme.siteId);
  siteAsks.set(programme, ask);
  return ask;
}

interface Loaded<Facts> {
  readonly programme: Programme;
  readonly epoch: number;
  readonly need: Need<Facts>;
  readonly rows: readonly (readonly Row[])[];
}

function* decideAndWrite<C extends Command, Facts, Outcome>(
  mechanic: Mechanic<C, Facts, Outcome>,
  command: C,
  stamp: Stamp,
  { programme, epoch, need, rows }: Loaded<Facts>,
): Script<Result<Outcome>> {
  const { siteId, commandId, kind } = command;
  const { now } = stamp;
  const claimed = new Map<string, (string | null)[]>();
  for (;;) {
    const facts = need.facts(rows, { programme, epoch, now, claimed });
    if (facts === null) throw new LostRace('the facts belong to somebody who is not locked');
    const decision = mechanic.decide(facts, command, stamp);
    if (decision.kind === 'refused') return { ok: false, refusal: decision.refusal };
    if (decision.kind === 'needs_code') {
      const { poolId } = decision;
      const [code] = firstOf(yield { kind: 'claim_code', claim: { siteId, poolId } });
      const before = claimed.get(poolId) ?? [];
      claimed.set(poolId, [...before, code ? textOf(code, 'code') : null]);
      continue;
    }
    const { day } = siteDayAt(now, programme.calendar);
    const recorded =
      mechanic.record?.(decision.outcome, programme) ?? recordedWhole(decision.outcome);
    const { stored: outcome, tableId } = recorded;
    const owner = ownerOf(command);
    const bodyHash = bodyHashOf(command, stamp.hashing);
    const record = { siteId, commandId, kind, owner, bodyHash, outcome, tableId, now };
    const writes = writesFor(decision.changes, { siteId, commandId, now, day });
    yield { kind: 'write', writes: [insertCommand(record), ...writes] };
    return ok(kept(decision.outcome, recorded.text));
  }
}

/** The texts of outcomes that were made to be stored: they need not be made again to be sent. */
const texts = new WeakMap<object, string>();

function kept<Outcome>(outcome: Outcome, text: string): Outcome {
  if (typeof outcome === 'object' && outcome !== null) texts.set(outcome, text);
  return outcome;
}

/** An answer that came as its JSON: sent on as it is, and parsed where somebody looks into it. */
export function unread<Outcome extends object>(
  text: string,
  parse: (text: string) => Outcome,
): Outcome {
  let parsed: Outcome | undefined;
  const read = (): Outcome => (parsed ??= parse(text));
  const outcome: Outcome = new Proxy(Object.create(Object.prototype), {
    // Promises ask for `then` of all that they are given.
    get: (_, key): unknown => (key === 'then' ? undefined : Reflect.get(read(), key)),
    has: (_, key) => Reflect.has(read(), key),
    ownKeys: () => Reflect.ownKeys(read()),
    getOwnPropertyDescriptor: (_, key) => Reflect.getOwnPropertyDescriptor(read(), key),
  });
  return kept(outcome, text);
}

/** JSON of an answer, which nobody changes. */
export function answerText(answer: unknown): string | undefined {
  const known = typeof answer === 'object' && answer !== null ? texts.get(answer) : undefined;
  return known ?? JSON.stringify(answer);
}

/** Reads, checks and compiles the current programme, and remembers it. */
export function* loadProgramme(
  siteId: SiteId,
  programmes: ProgrammeCache,
): Script<Programme | undefined> {
  const queries = [currentProgramme(siteId), keptTableIds(siteId)];
  const [[row] = [], tables = []] = yield { kind: 'read', queries };
  if (!row) return undefined;
  const document = programmeDocument.parse(JSON.parse(textOf(row, 'document')));
  const zone = { zoneBefore: textOrNull(row, 'zone_before'), zoneFrom: intOf(row, 'zone_from') };
  const kept = new Set(tables.map((table) => textOf(table, 'table_id')));
  const programme = compileProgramme(intOf(row, 'version'), document, zone, kept);
  programmes.set(siteId, programme);
  return programme;
}

/** The answer given before, for its owner alone; a conflict without content for anybody else. */
function replay<Outcome>(
  command: Command,
  settled: SettledCommand,
  hashing: Hashing,
): Result<Outcome> {
  const owner = ownerOf(command);
  const owned = owner === settled.owner || owner === settled.ownerMergedInto;
  const isSame = settled.bodyHash === bodyHashOf(command, hashing);
  if (!owned || !isSame) return refuse('command_conflict');
  const outcome: Outcome = JSON.parse(settled.outcome);
  return ok(outcome);
}

const sender = new Set(['siteId', 'commandId', 'shopperId', 'anonymousId']);

/** Who sends a command may change by a merge; what it asks for may not. */
function bodyHashOf(command: Command, { sha256Hex }: Hashing): string {
  const body: Record<string, Canonical> = {};
  for (const [key, value] of Object.entries(command)) if (!sender.has(key)) body[key] = value;
  return sha256Hex(canonicalJson(hashable(body)));
}

/** Fractions, which canonical JSON has not, as an object that no command has. */
function hashable(value: Canonical): Canonical {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) return { fraction: `${value}` };
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(hashable);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, hashable(each)]));
}

function firstOf(rows: readonly (readonly Row[])[]): readonly Row[] {
  return rows[0] ?? [];
}
