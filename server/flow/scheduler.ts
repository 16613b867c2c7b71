/**
 * The scheduler does what is due. Any number of processes may run it: one holds the lease and
 * works. What was missed is caught up in small slices, with plays in between.
 */
import { limits } from '../../shared/limits.ts';
import type { CommandId, SiteId } from '../../shared/ids.ts';
import type { Lease } from '../store/sql/lease.ts';
import { allSites, siteRow } from '../store/sql/site.ts';
import { stampOf, storeRefusal, type Deps } from './deps.ts';
import { dueWorks } from './due-registry.ts';
import type { DueUnit, DueWork } from './due-work.ts';
import { LeaseLost, takeLease, underLease, type LeaseTerms, type Shift } from './lease.ts';
import { currentProgramme } from './programmes.ts';

/** One pass over all sites. Answers how many units were done; 0 while another process does it. */
export async function doDueWork(
  deps: Deps,
  shift: Shift,
  works: readonly DueWork[] = dueWorks,
): Promise<number> {
  const { owner } = shift;
  const terms = { name: 'scheduler', owner, ttlMs: limits.schedulerLeaseMs };
  const lease = await takeLease(deps.store, terms);
  if (!lease) return 0;
  const [sites] = await deps.store.read([allSites()]);
  let done = 0;
  try {
    for (const { siteId, stoppedReason } of (sites ?? []).map(siteRow)) {
      if (stoppedReason !== null) continue;
      // Reads of SQLite are answered at once: a thousand sites would keep all requests waiting.
      await new Promise((resolve) => setImmediate(resolve));
      for (const work of works) {
        const doing = doWork({ deps, siteId, work, lease, terms, shift });
        done += (await orReported(shift, work, doing)) ?? 0;
      }
    }
  } catch (error) {
    // Whoever took over goes on from here.
    if (!(error instanceof LeaseLost)) throw error;
  }
  return done;
}

interface Turn {
  readonly deps: Deps;
  readonly siteId: SiteId;
  readonly work: DueWork;
  readonly lease: Lease;
  readonly terms: LeaseTerms;
  readonly shift: Shift;
}

/** Slice by slice until nothing new is due, or the pass has done its part of this work. */
async function doWork(turn: Turn): Promise<number> {
  const { deps, siteId, work, lease, terms, shift } = turn;
  const tried = new Set<string>();
  let done = 0;
  let skip = 0;
  let last: CommandId | undefined;
  while (tried.size < limits.schedulerPassUnitsMax && !shift.isStopping()) {
    const programme = await currentProgramme(deps, siteId);
    if (!programme) return done;
    const rowsMax = limits.schedulerSliceUnitsMax;
    const at = { siteId, programme, now: deps.clock(), rowsMax, skip };
    const query = work.query(at);
    const [rows] = query ? await deps.store.read([query]) : [];
    const units = work.units(rows ?? [], at);
    const fresh = units.filter(({ commandId }) => !tried.has(commandId));
    const first = units[0]?.commandId;
    // Work that is not found by pages comes again and again as long as it cannot be done.
    if (units.length === 0 || (fresh.length === 0 && first === last)) return done;
    last = first;
    // What was tried and is due still stands in front of what is new.
    skip += units.length - fresh.length;
    for (const { commandId } of fresh) tried.add(commandId);
    done += await doSlice(turn, fresh, at.now);
    const renewed = await takeLease(deps.store, terms);
    if (renewed?.token !== lease.token) throw new LeaseLost('the lease ran out');
  }
  return done;
}

/**
 * A few at a time, where the order is of no matter: they share commits with each other and with
 * plays, and hold few connections.
 */
async function doSlice(turn: Turn, units: readonly DueUnit[], dueAt: number): Promise<number> {
  const waiting = [...units];
  let done = 0;
  const lane = async (): Promise<void> => {
    for (let unit = waiting.shift(); unit; unit = waiting.shift()) {
      if (await doUnit(turn, unit, dueAt)) done += 1;
    }
  };
  const lanesMax = turn.work.inOrder ? 1 : limits.schedulerLanesMax;
  const lanes = Array.from({ length: lanesMax }, lane);
  const failed = (await Promise.allSettled(lanes)).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
  return done;
}

/**
 * Whether it was done. A refusal leaves it due, for a pass that may find it possible. What was
 * found due is so for its command, though the clock is set back: it would be settled undone.
 */
async function doUnit(
  { deps, work, lease, shift }: Turn,
  unit: DueUnit,
  dueAt: number,
): Promise<boolean> {
  const made = stampOf(deps);
  const stamp = { ...made, now: Math.max(made.now, dueAt) };
  const { store, programmes } = deps;
  const doing = store.run(() => underLease(lease, unit.script(stamp, programmes)));
  const settled = await orReported(shift, work, doing);
  return settled?.ok === true;
}

/** Null for a bug, which is told of: what comes after goes on. */
async function orReported<Value>(
  shift: Shift,
  work: DueWork,
  doing: Promise<Value>,
): Promise<Value | null> {
  try {
    return await doing;
  } catch (error) {
    if (error instanceof LeaseLost || storeRefusal(error)) throw error;
    shift.report(`due work failed: ${work.name}`, error);
    return null;
  }
}
