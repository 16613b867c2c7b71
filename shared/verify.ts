/** Checks a receipt against what the shopper held before the play. Runs wherever SHA-256 is. */
import {
  bytesToHex,
  hexToBytes,
  isFor,
  narrowed,
  numberBelow,
  numberText,
  placeText,
  slotAt,
  tableText,
  weightTotal,
  type Deviation,
  type DrawTable,
  type Receipt,
  type SlotReason,
} from './draw.ts';

/** The hash functions of the place that checks. */
export interface Hashes {
  sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
  hmacSha256(
    key: Uint8Array<ArrayBuffer>,
    message: Uint8Array<ArrayBuffer>,
  ): Promise<Uint8Array<ArrayBuffer>>;
  encode(text: string): Uint8Array<ArrayBuffer>;
}

/**
 * `commitment`: seed, table and place are those committed to · `number`: it follows from both seeds
 * · `drawn`: it falls on that slot · `slot`: the slot given is the one drawn, or the fallback with
 * a reason, and a draw narrowed by pity was due and left out no win without a reason · `seen`: the
 * commitment is the one held before the play (only where that is known).
 */
export type CheckName = 'seen' | 'commitment' | 'number' | 'drawn' | 'slot';

export interface Check {
  readonly name: CheckName;
  readonly ok: boolean;
}

export interface Seen {
  readonly commitment: string;
  readonly clientSeed: string;
}

/**
 * Every check with its result, in the order of the proof. Throws on a receipt that is no receipt.
 */
export async function checkReceipt(
  receipt: Receipt,
  hashes: Hashes,
  seen?: Seen,
): Promise<Check[]> {
  const seed = hexToBytes(receipt.serverSeed);
  const tableHash = await hashes.sha256(hashes.encode(tableText(receipt.table)));
  const place = hashes.encode(placeText(receipt));
  const sealed = Uint8Array.from([...seed, ...tableHash, ...place]);
  const commitment = bytesToHex(await hashes.sha256(sealed));
  const table = tableDrawn(receipt);
  const { number, round } = await drawNumber(receipt, weightTotal(table), seed, hashes);
  const drawn = slotAt(table, number);
  const checks: Check[] = [
    { name: 'commitment', ok: commitment === receipt.commitment },
    { name: 'number', ok: number === receipt.number && round === receipt.round },
    { name: 'drawn', ok: drawn === receipt.drawn },
    { name: 'slot', ok: receipt.slot === slotGiven(receipt) },
  ];
  if (!seen) return checks;
  const ok = seen.commitment === receipt.commitment && seen.clientSeed === receipt.clientSeed;
  return [{ name: 'seen', ok }, ...checks];
}

/** The weights that the number was drawn from. */
export function tableDrawn({ table, deviations }: Receipt): DrawTable {
  const pity = deviations.find(isPity);
  const drawn = pity ? narrowed(table, pity.slots) : table;
  return weightTotal(drawn) > 0 ? drawn : table;
}

async function drawNumber(
  receipt: Receipt,
  total: number,
  seed: Uint8Array<ArrayBuffer>,
  hashes: Hashes,
): Promise<{ number: number; round: number }> {
  for (let round = 0; ; round += 1) {
    const message = hashes.encode(numberText(receipt.clientSeed, receipt.index, round));
    const number = numberBelow(await hashes.hmacSha256(seed, message), total);
    if (number !== null) return { number, round };
  }
}

/** −1 when the deviations explain nothing. */
function slotGiven({ table, drawn, deviations }: Receipt): number {
  const [pity, more] = deviations.filter(isPity);
  const reasons = deviations.filter(isReason);
  const reasoned = new Set(reasons.map(({ slot }) => slot));
  if (more || reasoned.size < reasons.length) return -1;
  if (!reasons.every((one) => holds(one, table))) return -1;
  if (pity) return isDue(table, pity, reasoned) ? drawn : -1;
  if (reasons.length === 0) return drawn;
  return reasoned.size === 1 && reasoned.has(drawn) ? table.fallback : -1;
}

/** Each win with a weight was drawn from or has a reason, and nothing else does. */
function isDue({ slots, pity }: DrawTable, drawn: PityDeviation, reasoned: Set<number>): boolean {
  if (!pity || drawn.losses < pity.after) return false;
  const wins = pity.wins.filter((slot) => (slots[slot]?.weight ?? 0) > 0);
  const open = wins.filter((slot) => !reasoned.has(slot));
  const isOpen =
    drawn.slots.length === open.length && drawn.slots.every((slot, at) => slot === open[at]);
  return isOpen && open.length + reasoned.size === wins.length;
}

function holds(reason: SlotReason, { slots }: DrawTable): boolean {
  switch (reason.kind) {
    case 'sold_out':
      return reason.left === 0;
    case 'paced':
      return reason.given >= reason.released;
    case 'over_budget':
      return reason.spent + reason.cost > reason.cap;
    case 'tier_only': {
      const slot = slots[reason.slot];
      return slot !== undefined && !isFor(slot, reason.level);
    }
    default:
      return false;
  }
}

type PityDeviation = Deviation & { readonly kind: 'pity' };

function isPity(deviation: Deviation): deviation is PityDeviation {
  return deviation.kind === 'pity';
}

function isReason(deviation: Deviation): deviation is SlotReason {
  return deviation.kind !== 'pity';
}
