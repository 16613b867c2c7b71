/**
 * Makes the published test vectors: `node test/vectors/make.ts > test/vectors/draw.json`.
 * Whoever writes a verifier in another language checks it against them.
 */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson, type Canonical } from '../../shared/canonical.ts';
import {
  bytesToHex,
  hexToBytes,
  numberBelow,
  narrowed,
  numberText,
  placeText,
  tableText,
  weightTotal,
  type Deviation,
  type DrawPlace,
  type DrawTable,
  type Receipt,
  type SlotReason,
} from '../../shared/draw.ts';
import { commitmentOf, drawFrom, serverSeedOf, tableHashOf } from '../../server/core/draw.ts';
import { plainHashing } from '../../server/core/hashing.ts';

interface Case {
  readonly name: string;
  readonly place: DrawPlace;
  readonly clientSeed: string;
  readonly table: DrawTable;
  /** Why the prize drawn could not be given. */
  readonly reason?: (slot: number) => SlotReason;
  /** A draw narrowed to wins, with the reasons of those left out. */
  readonly pity?: { readonly losses: number; readonly without: readonly SlotReason[] };
}

const drawKey = Uint8Array.from({ length: 32 }, (_, at) => at);

/** ⌊2⁶⁴ ÷ 2049⌋ + 1: wider than a programme may be, so that rejected rounds can be found. */
const wide = 9_002_803_354_665_472;

const wheel: DrawTable = {
  slots: [
    { prize: 'ten-off', weight: 5 },
    { prize: 'nothing', weight: 60 },
    { prize: 'free-shipping', weight: 10 },
    { prize: 'nothing', weight: 24 },
    { prize: 'grand', weight: 1 },
  ],
  fallback: 1,
};
const kind: DrawTable = { ...wheel, pity: { after: 3, wins: [0, 2, 4] } };
const tiered: DrawTable = {
  ...wheel,
  slots: wheel.slots.map((one) =>
    one.prize === 'nothing' ? one : { ...one, tiers: ['gold', 'diamond'] },
  ),
};
const wideTable: DrawTable = {
  slots: [
    { prize: 'a', weight: 1 },
    { prize: 'b', weight: wide - 1 },
  ],
  fallback: 1,
};
const odd: DrawTable = {
  slots: [
    { prize: 'switched-off', weight: 0 },
    { prize: 'quote " and \\ and é and 😀', weight: 3 },
    { prize: 'nothing', weight: 4 },
    { prize: 'last', weight: 0 },
  ],
  fallback: 2,
};
const largest: DrawTable = {
  slots: Array.from({ length: 24 }, (_, at) => ({ prize: `p-${at}`, weight: 1_000_000_000 })),
  fallback: 23,
};
const place: DrawPlace = { site: 'demo', game: 'wheel', stream: 's_1', epoch: 0, index: 0 };
const widePlace = { site: 'vectors', game: 'wide', stream: 'shopper-1', epoch: 0, index: 0 };

function soldOut(slot: number): SlotReason {
  return { kind: 'sold_out', slot, left: 0 };
}

const cases: readonly Case[] = [
  { name: 'a first play', place, clientSeed: '0'.repeat(32), table: wheel },
  {
    name: 'the next index',
    place: { ...place, index: 1 },
    clientSeed: '0'.repeat(32),
    table: wheel,
  },
  {
    name: 'a later epoch',
    place: { ...place, epoch: 3 },
    clientSeed: 'f'.repeat(32),
    table: wheel,
  },
  {
    name: 'another stream, far on',
    place: { ...place, stream: 'c_Qm9i', index: 2_147_483_647 },
    clientSeed: 'fedcba9876543210fedcba9876543210',
    table: wheel,
  },
  { name: 'sold out', place, clientSeed: '1'.repeat(32), table: wheel, reason: soldOut },
  {
    name: 'the grand prize, sold out',
    place,
    clientSeed: '00000000000000000000000000000074',
    table: wheel,
    reason: soldOut,
  },
  { name: 'the grand prize', place, clientSeed: '00000000000000000000000000000074', table: wheel },
  {
    name: 'slots without weight, and text to escape',
    place,
    clientSeed: '2'.repeat(32),
    table: odd,
  },
  { name: 'the largest table', place, clientSeed: '3'.repeat(32), table: largest },
  {
    name: 'one round rejected',
    place: widePlace,
    clientSeed: '00000000000000000000000000001136',
    table: wideTable,
  },
  {
    name: 'two rounds rejected',
    place: widePlace,
    clientSeed: '0000000000000000000000000047d5d6',
    table: wideTable,
  },
  {
    name: 'paced: no more is released yet',
    place,
    clientSeed: '4'.repeat(32),
    table: wheel,
    reason: (slot) => ({ kind: 'paced', slot, given: 12, released: 12 }),
  },
  {
    name: 'over budget: it would cost more than the day may',
    place,
    clientSeed: '00000000000000000000000000000074',
    table: wheel,
    reason: (slot) => ({
      kind: 'over_budget',
      slot,
      scope: 'day',
      spent: 90_001,
      cost: 10_000,
      cap: 100_000,
    }),
  },
  {
    name: 'for another tier',
    place,
    clientSeed: '00000000000000000000000000000074',
    table: tiered,
    reason: (slot) => ({ kind: 'tier_only', slot, level: 'silver' }),
  },
  {
    name: 'for a tier, and whoever plays holds none',
    place,
    clientSeed: '0000000000000000000000000000000d',
    table: tiered,
    reason: (slot) => ({ kind: 'tier_only', slot, level: null }),
  },
  { name: 'a table with pity, not due', place, clientSeed: '5'.repeat(32), table: kind },
  {
    name: 'pity: drawn from the wins alone',
    place,
    clientSeed: '5'.repeat(32),
    table: kind,
    pity: { losses: 3, without: [] },
  },
  {
    name: 'pity, with one win sold out and one over budget',
    place,
    clientSeed: '6'.repeat(32),
    table: kind,
    pity: {
      losses: 7,
      without: [
        soldOut(0),
        {
          kind: 'over_budget',
          slot: 4,
          scope: 'shopper',
          spent: 0,
          cost: 500_000,
          cap: 100_000,
        },
      ],
    },
  },
];

const texts: readonly Canonical[] = [
  { b: 1, a: { d: [true, null], c: 'é' } },
  { '\u{1F600}': 1, '\uFB33': 2, Z: 3 },
  [0, -0, -1, 9_007_199_254_740_991],
  '\u0000\u001f"\\/\u007f\u2028',
  {},
];

const numbers: readonly (readonly [string, number])[] = [
  ['0000000000000000', 24_000_000_000],
  ['ffffffffffffffff', 1],
  ['ffffffffffffffff', 2],
  ['ffffffffffffffff', 3],
  // The last value that a total of 3 takes is 2⁶⁴ − 2.
  ['fffffffffffffffe', 3],
  ['fffffffffffffffd', 10],
  ['fffffffffffffff9', 10],
  ['fffffffffffffffa', 10],
  ['ffdfff7fffffffff', wide],
  ['0123456789abcdef', 1_000_000],
];

/** The whole document. */
export function vectors() {
  return {
    about: 'Test vectors of Fairground draws. Bytes are in hexadecimal, text is UTF-8.',
    canonicalJson: texts.map((value) => ({ value, text: canonicalJson(value) })),
    numberBelow: numbers.map(([bytes, total]) => {
      return { bytes, total, number: numberBelow(hexToBytes(bytes), total) };
    }),
    draws: cases.map(drawVector),
  };
}

function drawVector({ name, place, clientSeed, table, reason, pity }: Case) {
  const serverSeed = serverSeedOf(drawKey, place, plainHashing);
  const tableHash = tableHashOf(table);
  const missing = new Set(pity?.without.map(({ slot }) => slot));
  const open = (table.pity?.wins ?? []).filter((slot) => !missing.has(slot));
  const weighed = pity ? narrowed(table, open) : table;
  const shopper = { clientSeed, index: place.index };
  const { number, round, slot: drawn } = drawFrom(serverSeed, shopper, weighed, plainHashing);
  const deviations: Deviation[] = reason ? [reason(drawn)] : [];
  if (pity) deviations.push(...pity.without, { kind: 'pity', losses: pity.losses, slots: open });
  const receipt: Receipt = {
    version: 1,
    ...place,
    commitment: commitmentOf(serverSeed, tableHash, place, plainHashing),
    serverSeed: bytesToHex(serverSeed),
    clientSeed,
    table,
    number,
    round,
    drawn,
    deviations,
    slot: reason ? table.fallback : drawn,
  };
  return {
    name,
    drawKey: bytesToHex(drawKey),
    place: [place.site, place.game, place.stream, place.epoch, place.index],
    placeText: placeText(place),
    placeBytes: hexOf(placeText(place)),
    serverSeed: receipt.serverSeed,
    tableText: tableText(table),
    tableBytes: hexOf(tableText(table)),
    tableHash: bytesToHex(tableHash),
    commitmentBytes: receipt.serverSeed + bytesToHex(tableHash) + hexOf(placeText(place)),
    commitment: receipt.commitment,
    weightTotal: weightTotal(weighed),
    rounds: Array.from({ length: round + 1 }, (_, at) =>
      roundVector(serverSeed, receipt, weightTotal(weighed), at),
    ),
    receipt,
  };
}

function roundVector(
  serverSeed: Uint8Array,
  { clientSeed, index }: Receipt,
  total: number,
  round: number,
) {
  const message = numberText(clientSeed, index, round);
  const signature = hmac(sha256, serverSeed, utf8ToBytes(message));
  const number = numberBelow(signature, total);
  const first8 = bytesToHex(signature.subarray(0, 8));
  const value = BigInt(`0x${first8}`).toString();
  return {
    message,
    messageBytes: hexOf(message),
    hmac: bytesToHex(signature),
    first8,
    value,
    number,
  };
}

function hexOf(text: string): string {
  return bytesToHex(utf8ToBytes(text));
}

if (import.meta.main) process.stdout.write(`${JSON.stringify(vectors(), null, 2)}\n`);
