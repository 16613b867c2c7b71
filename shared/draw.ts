/**
 * The arithmetic of a draw: what is hashed, and how a hash becomes a slot. Server, widget, verify
 * page and command share it; the hash functions come in, since each place has its own.
 */
import { canonicalJson } from './canonical.ts';
import { range } from './range.ts';

/** A draw's table as configured: what the commitment binds. */
export interface DrawTable {
  /** In the order shown. `prize` is the prize's id, `weight` an integer ≥ 0; the sum is ≥ 1. */
  readonly slots: readonly DrawSlot[];
  /** The slot that stands in when the drawn one cannot be given. */
  readonly fallback: number;
  /** Where a series of losses ends in a win. */
  readonly pity?: Pity | undefined;
}

export interface Pity {
  /** Losses in a row, ≥ 1, after which the draw is narrowed to wins. */
  readonly after: number;
  /** The slots that count as wins, ascending. */
  readonly wins: readonly number[];
}

export interface DrawSlot {
  readonly prize: string;
  readonly weight: number;
  /** Whom it is for; not there for everybody. */
  readonly tiers?: readonly string[] | undefined;
}

/** Why a slot cannot be given now, with the counters seen in the same transaction. */
export type SlotReason =
  | { readonly kind: 'sold_out'; readonly slot: number; readonly left: 0 }
  /** Of its stock so many were given, and no more than `released` may be by now. */
  | {
      readonly kind: 'paced';
      readonly slot: number;
      readonly given: number;
      readonly released: number;
    }
  /** Its cost would go past the cap. Minor units. */
  | {
      readonly kind: 'over_budget';
      readonly slot: number;
      readonly scope: BudgetScope;
      readonly spent: number;
      readonly cost: number;
      readonly cap: number;
    }
  /** It is for other tiers than the one of whoever plays, if they hold any. */
  | { readonly kind: 'tier_only'; readonly slot: number; readonly level: string | null };

export type BudgetScope = 'day' | 'campaign' | 'shopper';

/**
 * Where a draw went other than the table alone says. A reason names the drawn slot, whose place the
 * fallback takes; beside `pity` it names a win that the draw could not be narrowed to.
 */
export type Deviation =
  | SlotReason
  /** So many losses in a row: the number was drawn from the weights of these slots alone. */
  | { readonly kind: 'pity'; readonly losses: number; readonly slots: readonly number[] };

/** Which draw: no two draws of a server share one. */
export interface DrawPlace {
  readonly site: string;
  readonly game: string;
  /** The shopper's stream of draws in this game. */
  readonly stream: string;
  readonly epoch: number;
  readonly index: number;
}

/** All that is needed to check a play. */
export interface Receipt extends DrawPlace {
  readonly version: 1;
  /** SHA-256(serverSeed ‖ SHA-256(table) ‖ place), 64 lower-case hex digits. */
  readonly commitment: string;
  readonly serverSeed: string;
  readonly clientSeed: string;
  readonly table: DrawTable;
  /** The number drawn, 0 ≤ number < sum of the weights drawn from. */
  readonly number: number;
  /** How many numbers were rejected before it. */
  readonly round: number;
  readonly drawn: number;
  readonly deviations: readonly Deviation[];
  /** The slot given. */
  readonly slot: number;
}

/** The text that says which draw it is: it makes the server seed, and is sealed with it. */
export function placeText({ site, game, stream, epoch, index }: DrawPlace): string {
  return canonicalJson([site, game, stream, epoch, index]);
}

/** The text whose SHA-256 stands for the table. */
export function tableText({ fallback, slots, pity }: DrawTable): string {
  return canonicalJson({
    fallback,
    slots: slots.map(({ prize, weight, tiers }) => ({
      prize,
      weight,
      ...(tiers && { tiers }),
    })),
    ...(pity && { pity: { after: pity.after, wins: pity.wins } }),
  });
}

/** The table with the weights of `slots` alone. */
export function narrowed(table: DrawTable, slots: readonly number[]): DrawTable {
  const kept = new Set(slots);
  return {
    ...table,
    slots: table.slots.map((one, slot) => (kept.has(slot) ? one : { ...one, weight: 0 })),
  };
}

/** Whether the slot's prize is for whoever holds this tier. */
export function isFor({ tiers }: DrawSlot, level: string | null): boolean {
  return tiers === undefined || (level !== null && tiers.includes(level));
}

/** The text that the server seed signs to make the number of one round. */
export function numberText(clientSeed: string, index: number, round: number): string {
  return `${clientSeed}:${index}:${round}`;
}

export function weightTotal(table: DrawTable): number {
  return table.slots.reduce((total, slot) => total + slot.weight, 0);
}

const twoTo64 = 1n << 64n;

/**
 * The first 8 bytes, big-endian, as a number below `total`; null when the value lies in the part of
 * the range that would favour low numbers, so that the next round must be tried.
 */
export function numberBelow(bytes: Uint8Array, total: number): number | null {
  const value = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0);
  const wide = BigInt(total);
  if (value >= twoTo64 - (twoTo64 % wide)) return null;
  return Number(value % wide);
}

/** The slot that `number` falls on, walking the weights in order. */
export function slotAt(table: DrawTable, number: number): number {
  let rest = number;
  // Not `entries`: Prototype.js has one of its own, which gives no indexes.
  const slot = table.slots.findIndex(({ weight }) => (rest -= weight) < 0);
  if (slot < 0) throw new Error(`no slot for number ${number}`);
  return slot;
}

const hexOfByte = range(256).map((byte) => byte.toString(16).padStart(2, '0'));

export function bytesToHex(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += hexOfByte[byte];
  return hex;
}

export function hexToBytes(hex: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(hex.length >> 1);
  for (let at = 0; at < bytes.length; at += 1) {
    bytes[at] = Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16);
  }
  return bytes;
}
