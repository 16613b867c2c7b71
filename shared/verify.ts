/** Checks a receipt against what the shopper held before the play. Runs wherever SHA-256 is. */
import {
  bytesToHex,
  hexToBytes,
  numberBelow,
  numberText,
  placeText,
  slotAt,
  tableText,
  weightTotal,
  type Receipt,
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
 * a reason · `seen`: the commitment is the one held before the play (only where that is known).
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
  const { number, round } = await drawNumber(receipt, seed, hashes);
  const drawn = slotAt(receipt.table, number);
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

async function drawNumber(
  receipt: Receipt,
  seed: Uint8Array<ArrayBuffer>,
  hashes: Hashes,
): Promise<{ number: number; round: number }> {
  const total = weightTotal(receipt.table);
  for (let round = 0; ; round += 1) {
    const message = hashes.encode(numberText(receipt.clientSeed, receipt.index, round));
    const number = numberBelow(await hashes.hmacSha256(seed, message), total);
    if (number !== null) return { number, round };
  }
}

function slotGiven(receipt: Receipt): number {
  if (receipt.deviations.length === 0) return receipt.drawn;
  const explained = receipt.deviations.every(({ slot }) => slot === receipt.drawn);
  return explained ? receipt.table.fallback : -1;
}
