/**
 * A lease lets one process of several do some work. Whoever was taken over may still be running:
 * the fencing token, checked in the transaction of each write, keeps it from writing.
 */
import { leaseByName, leaseRow, saveLease, type Lease } from '../store/sql/lease.ts';
import { intOf } from '../store/sql/row.ts';
import type { Script, Store } from '../store/store.ts';

export interface LeaseTerms {
  readonly name: string;
  /** Different for each process. */
  readonly owner: string;
  readonly ttlMs: number;
}

/** Who does the work of a lease, and until when. */
export interface Shift {
  /** Names this process among all. */
  readonly owner: string;
  /** Told of what failed: the rest goes on. */
  report(what: string, error: unknown): void;
  /** Asked in between: a process that ends leaves the rest for later. */
  isStopping(): boolean;
}

/** The lease, taken, renewed, or still good for half its time; null while another owner has it. */
export function takeLease(store: Store, terms: LeaseTerms): Promise<Lease | null> {
  return store.run(() => leaseScript(terms));
}

function* leaseScript({ name, owner, ttlMs }: LeaseTerms): Script<Lease | null> {
  yield { kind: 'lock_work', name: lockOf(name) };
  const [clock] = yield { kind: 'clock' };
  if (!clock?.[0]) throw new Error('the database has no clock');
  const now = intOf(clock[0], 'now');
  const [rows] = yield { kind: 'read', queries: [leaseByName(name)] };
  const held = rows?.[0] ? leaseRow(rows[0]) : null;
  const ours = held?.owner === owner;
  // One that lasts longer than any was given is from before the clock was set back.
  const leftMs = held && held.expiresAt - now < 2 * ttlMs ? held.expiresAt - now : 0;
  if (!ours && leftMs > 0) return null;
  if (held && ours && leftMs > ttlMs / 2) return held;
  const token = ours ? held.token : (held?.token ?? 0) + 1;
  const lease = { name, owner, token, expiresAt: now + ttlMs };
  yield { kind: 'write', writes: [saveLease(lease)] };
  return lease;
}

/** Thrown by a script whose lease was taken over. It has written nothing. */
export class LeaseLost extends Error {}

/**
 * The same script, which writes only under the lease. The check comes after the script's own locks
 * and holds until the commit, so that no takeover can come between the two.
 */
export function* underLease<Value>(lease: Lease, script: Script<Value>): Script<Value> {
  let next = script.next();
  while (!next.done) {
    if (next.value.kind === 'write' || next.value.kind === 'claim_code') yield* check(lease);
    next = script.next(yield next.value);
  }
  return next.value;
}

function* check({ name, token }: Lease): Script<void> {
  yield { kind: 'lock_work', name: lockOf(name), shared: true };
  const [rows] = yield { kind: 'read', queries: [leaseByName(name)] };
  const held = rows?.[0] && leaseRow(rows[0]);
  if (held?.token !== token) throw new LeaseLost(`the lease ${name} went to another process`);
}

function lockOf(name: string): string {
  return `lease ${name}`;
}
