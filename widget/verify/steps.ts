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

export interface Step {
  readonly name: CheckName;
  readonly ok: boolean;
  readonly title: string;
  readonly why: string;
  readonly bytes: readonly (readonly [label: string, text: string])[];
}

export async function proofSteps(receipt: Receipt, hashes: Hashes, seen?: Seen): Promise<Step[]> {
  const checks = await checkReceipt(receipt, hashes, seen);
  const bytes = await hashedBytes(receipt, hashes, seen);
  return checks.map(({ name, ok }) => ({ name, ok, ...told(name, receipt), bytes: bytes[name] }));
}

function told(name: CheckName, receipt: Receipt): { title: string; why: string } {
  switch (name) {
    case 'seen':
      return {
        title: 'The seal is the one you held before the spin',
        why: 'Seal and client seed of the receipt equal those you wrote down.',
      };
    case 'commitment':
      return {
        title: 'The server’s seed and the odds are the sealed ones',
        why: 'SHA-256 over the server’s seed, followed by the SHA-256 of the table, is the seal.',
      };
    case 'number':
      return {
        title: 'The number follows from both seeds',
        why: [
          'The first 8 bytes of an HMAC-SHA256, as a whole number, modulo the sum of the weights.',
          'A value in the uneven rest of the range is rejected, and the next round is tried.',
        ].join(' '),
      };
    case 'drawn':
      return {
        title: 'The number falls on the slot that was drawn',
        why: [
          'Walk the table in order and take each weight off the number,',
          'until it is smaller than the weight in hand.',
        ].join(' '),
      };
    case 'slot':
      return toldOfSlot(receipt);
  }
}

function toldOfSlot({ deviations }: Receipt): { title: string; why: string } {
  const kinds = new Set(deviations.map(({ kind }) => kind));
  if (kinds.has('pity')) {
    return {
      title: 'After many losses, only wins were drawn from',
      why: [
        'The table promises it, and each win that was left out has its reason with counters.',
        'That those counters are true is not proved.',
      ].join(' '),
    };
  }
  if (kinds.size === 0) {
    return { title: 'What was drawn was given', why: 'The slot given is the slot drawn.' };
  }
  if (kinds.has('sold_out')) {
    return {
      title: 'The drawn prize had run out: its stand-in was given',
      why: [
        'The receipt names the drawn slot as sold out, and gives the table’s stand-in.',
        'That the stock was truly gone is not proved.',
      ].join(' '),
    };
  }
  return {
    title: 'The drawn prize could not be given yet: its stand-in was given',
    why: [
      'The receipt says how many are released, or what the budget holds, and what is used.',
      'That those counters are true is not proved.',
    ].join(' '),
  };
}

async function hashedBytes(
  receipt: Receipt,
  hashes: Hashes,
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
      ['Seal you held', seen?.commitment ?? ''],
      ['Seal in the receipt', receipt.commitment],
      ['Client seed you gave', seen?.clientSeed ?? ''],
      ['Client seed in the receipt', receipt.clientSeed],
    ],
    commitment: [
      ['Table, as UTF-8 text', table],
      ['Its SHA-256', tableHash],
      ['Place, as UTF-8 text: site, game, stream, epoch, index', place],
      ['Hashed bytes, in hexadecimal: server seed, the SHA-256, the place', sealedHex],
      ['Computed seal', bytesToHex(sealed)],
      ['Seal in the receipt', receipt.commitment],
    ],
    number: [
      ['Key, in hexadecimal', receipt.serverSeed],
      ['Message, as UTF-8 text: client seed, index, round', message],
      ['HMAC-SHA256', bytesToHex(signed)],
      ['First 8 bytes as a number', BigInt(`0x${bytesToHex(signed.slice(0, 8))}`).toString()],
      ['Sum of the weights drawn from', String(weightTotal(tableDrawn(receipt)))],
      ['Number in the receipt', `${receipt.number}, after ${receipt.round} rejected`],
    ],
    drawn: [
      [
        'Weights in order',
        tableDrawn(receipt)
          .slots.map(({ weight }) => weight)
          .join(' + '),
      ],
      ['Slot drawn, counted from 0', slotName(receipt, receipt.drawn)],
    ],
    slot: [
      ['Slot given, counted from 0', slotName(receipt, receipt.slot)],
      ['Stand-in slot of the table', slotName(receipt, receipt.table.fallback)],
      ['Deviations', JSON.stringify(receipt.deviations)],
    ],
  };
}

function slotName({ table }: Receipt, slot: number): string {
  return `${slot} (${table.slots[slot]?.prize ?? 'no such slot'})`;
}
