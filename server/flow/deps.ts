/** What every use case is given: the store, the clock, chance, secrets, and what is remembered. */
import type { Refusal, Result } from '../../shared/refusals.ts';
import type { ShopperId, SiteId } from '../../shared/ids.ts';
import type { PlayReply, TrackInput, TrackReply } from '../../shared/schema/shopper-api.ts';
import type { Command, PlayCommand } from '../core/command.ts';
import type { Programme } from '../core/programme.ts';
import type { Hashing } from '../core/hashing.ts';
import type { Stamp } from '../core/stamp.ts';
import { settleScript, type Mechanic } from './settle.ts';
import { StoreBusy, StoreUnavailable, type Store } from '../store/store.ts';

export interface Deps {
  readonly store: Store;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  /** 32 hex digits from a cryptographic source, new at each call. */
  readonly entropy: () => string;
  /** The key of all draws; it lives outside the database and its backups. */
  readonly drawKey: Uint8Array;
  readonly hashing: Hashing;
  readonly programmes: Map<SiteId, Programme>;
  /** Another thread that answers for this one. */
  readonly crowd?: Crowd;
}

/** What comes in crowds. It may be done in another thread: inputs are plain data. */
export interface Crowd {
  play(command: PlayCommand): Promise<Result<PlayReply>>;
  track(shopperId: ShopperId, input: TrackInput): Promise<Result<TrackReply>>;
}

/** Clock, chance and the draw key enter a command here and nowhere else. */
export function stampOf({ clock, entropy, drawKey, hashing }: Deps): Stamp {
  return { now: clock(), entropy: entropy(), drawKey, hashing };
}

/** Settles one command, stamped once however often it must be decided. */
export function settle<C extends Command, Facts, Outcome>(
  deps: Deps,
  mechanic: Mechanic<C, Facts, Outcome>,
  command: C,
): Promise<Result<Outcome>> {
  const stamp = stampOf(deps);
  const { store, programmes } = deps;
  return orRefuse(store.run(() => settleScript(mechanic, command, stamp, programmes)));
}

/** A use case that is one command and nothing beside it. */
export function useCase<C extends Command, Facts, Outcome>(
  plan: Mechanic<C, Facts, Outcome>['plan'],
  decide: Mechanic<C, Facts, Outcome>['decide'],
): (deps: Deps, command: C) => Promise<Result<Outcome>> {
  return (deps, command) => settle(deps, { plan, decide }, command);
}

/** A store that cannot answer now is a refusal; anything else that rejects is a bug. */
export async function orRefuse<Value>(work: Promise<Result<Value>>): Promise<Result<Value>> {
  try {
    return await work;
  } catch (error) {
    const refusal = storeRefusal(error);
    if (refusal) return { ok: false, refusal };
    throw error;
  }
}

export function storeRefusal(error: unknown): Refusal | null {
  if (error instanceof StoreBusy) return { code: 'busy' };
  if (error instanceof StoreUnavailable) return { code: 'storage_unavailable' };
  return null;
}
