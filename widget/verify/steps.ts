/** The proof, step by step, with the exact bytes that are hashed. */
import {
  bytesToHex,
  hexToBytes,
  numberText,
  placeText,
  tableText,
  weightTotal,
  type Receipt,
} from '../../shared/draw.ts';
import {
  checkReceipt,
  tableDrawn,
  type CheckName,
  type Hashes,
  type Seen,
} from '../../shared/verify.ts';
import { fill } from '../../shared/words/phrase.ts';
import type { VerifyWords } from '../../shared/words/verify/en.ts';
import type { Spoken } from './words.ts';

export interface Step {
  readonly name: CheckName;
  readonly ok: boolean;
  readonly title: string;
  /** For anybody. */
  readonly why: string;
  /** For programmers, where there is more to say. */
  readonly how?: string;
  readonly bytes: readonly (readonly [label: string, text: string])[];
}

/** `words`: what each step is called, why it holds and how, in the language `locale`. */
export async function proofSteps(
  receipt: Receipt,
  hashes: Hashes,
  { words, locale }: Spoken,
  seen?: Seen,
): Promise<Step[]> {
  const checks = await checkReceipt(receipt, hashes, seen);
  const bytes = await hashedBytes(receipt, hashes, words, seen);
  // As text: these digits are compared with those below, which are the same everywhere.
  const numbers = {
    number: String(receipt.number),
    total: String(weightTotal(tableDrawn(receipt))),
  };
  return checks.map(({ name, ok }) => {
    const told = name === 'slot' ? slotTold(receipt) : name;
    const why = fill(words[`${told}Why`], numbers, { locale, write: String });
    return { name, ok, title: words[told], why, ...howOf(name, words), bytes: bytes[name] };
  });
}

function howOf(name: CheckName, words: VerifyWords): { how?: string } {
  return name === 'seen' || name === 'slot' ? {} : { how: words[`${name}How`] };
}

function slotTold({ deviations }: Receipt): 'pity' | 'slot' | 'soldOut' | 'notYet' {
  const kinds = new Set(deviations.map(({ kind }) => kind));
  if (kinds.has('pity')) return 'pity';
  if (kinds.size === 0) return 'slot';
  return kinds.has('sold_out') ? 'soldOut' : 'notYet';
}

async function hashedBytes(
  receipt: Receipt,
  hashes: Hashes,
  words: VerifyWords,
  seen: Seen | undefined,
): Promise<Record<CheckName, Step['bytes']>> {
  const table = tableText(receipt.table);
  const tableHash = bytesToHex(await hashes.sha256(hashes.encode(table)));
  const place = placeText(receipt);
  const sealedHex = receipt.serverSeed + tableHash + bytesToHex(hashes.encode(place));
  const sealed = await hashes.sha256(hexToBytes(sealedHex));
  const message = numberText(receipt.clientSeed, receipt.index, receipt.round);
  const signed = await hashes.hmacSha256(hexToBytes(receipt.serverSeed), hashes.encode(message));
  return {
    seen: [
      [words.bytesSealHeld, seen?.commitment ?? ''],
      [words.bytesSeal, receipt.commitment],
      [words.bytesSeedGiven, seen?.clientSeed ?? ''],
      [words.bytesSeed, receipt.clientSeed],
    ],
    commitment: [
      [words.bytesTable, table],
      [words.bytesTableHash, tableHash],
      [words.bytesPlace, place],
      [words.bytesSealed, sealedHex],
      [words.bytesComputed, bytesToHex(sealed)],
      [words.bytesSeal, receipt.commitment],
    ],
    number: [
      [words.bytesKey, receipt.serverSeed],
      [words.bytesMessage, message],
      ['HMAC-SHA256', bytesToHex(signed)],
      [words.bytesFirst, BigInt(`0x${bytesToHex(signed.slice(0, 8))}`).toString()],
      [words.bytesSum, String(weightTotal(tableDrawn(receipt)))],
      [words.bytesNumber, String(receipt.number)],
      [words.bytesRejected, String(receipt.round)],
    ],
    drawn: [
      [
        words.bytesWeights,
        tableDrawn(receipt)
          .slots.map(({ weight }) => weight)
          .join(' + '),
      ],
      [words.bytesDrawn, slotName(receipt, words, receipt.drawn)],
    ],
    slot: [
      [words.bytesGiven, slotName(receipt, words, receipt.slot)],
      [words.bytesStandIn, slotName(receipt, words, receipt.table.fallback)],
      [words.bytesDeviations, JSON.stringify(receipt.deviations)],
    ],
  };
}

function slotName({ table }: Receipt, { noSlot }: VerifyWords, slot: number): string {
  return `${slot} (${table.slots[slot]?.prize ?? noSlot})`;
}
