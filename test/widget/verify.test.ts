/** Checking receipts: an honest one holds, and each field altered once is found out. */
import type { Receipt } from '../../shared/draw.ts';
import { checkPlay, receiptToHash } from '../../widget/state/check.ts';
import { words } from '../../shared/words/verify/en.ts';
import { oddsRows } from '../../widget/verify/odds.ts';
import { readReceipt } from '../../widget/verify/read-receipt.ts';
import { proofSteps } from '../../widget/verify/steps.ts';
import { FakeServer, hashes } from './fake-server.ts';
import { clearPage, equal, ok, startPlays } from './helper.ts';

async function honest(): Promise<{
  receipt: Receipt;
  seen: { commitment: string; clientSeed: string };
}> {
  const server = new FakeServer();
  // So many places that another seed hardly ever leads to the same one.
  const slots = server.table.slots.map((slot) => ({ ...slot, weight: 1_000_000 }));
  server.table = { ...server.table, slots };
  try {
    const { plays } = await startPlays();
    const answer = await plays.play('wheel');
    ok(answer.kind === 'value', 'the play is settled');
    return { receipt: answer.value.reply.receipt, seen: answer.value.seen };
  } finally {
    server.stop();
    clearPage();
  }
}

const other = 'ab'.repeat(32);

const forgeries: [what: string, forge: (receipt: Receipt) => Receipt][] = [
  ['commitment', (receipt) => ({ ...receipt, commitment: other })],
  ['serverSeed', (receipt) => ({ ...receipt, serverSeed: other })],
  ['clientSeed', (receipt) => ({ ...receipt, clientSeed: 'cd'.repeat(16) })],
  ['index', (receipt) => ({ ...receipt, index: receipt.index + 1 })],
  ['number', (receipt) => ({ ...receipt, number: (receipt.number + 1) % 60 })],
  ['round', (receipt) => ({ ...receipt, round: receipt.round + 1 })],
  ['drawn', (receipt) => ({ ...receipt, drawn: (receipt.drawn + 1) % 6 })],
  ['slot', (receipt) => ({ ...receipt, slot: (receipt.slot + 1) % 6 })],
  ['fallback', (receipt) => ({ ...receipt, table: { ...receipt.table, fallback: 4 } })],
  [
    'weight',
    (receipt) => ({
      ...receipt,
      table: {
        ...receipt.table,
        slots: receipt.table.slots.map((slot, at) => (at === 0 ? { ...slot, weight: 11 } : slot)),
      },
    }),
  ],
  [
    'prize',
    (receipt) => ({
      ...receipt,
      table: {
        ...receipt.table,
        slots: receipt.table.slots.map((slot, at) => (at === 5 ? { ...slot, prize: 'x' } : slot)),
      },
    }),
  ],
  [
    'deviations',
    (receipt) => ({
      ...receipt,
      deviations: [{ kind: 'sold_out', slot: (receipt.drawn + 1) % 6, left: 0 }],
    }),
  ],
];

describe('a receipt', () => {
  it('is verified with the seal that was held, and only adds up without', async () => {
    const { receipt, seen } = await honest();
    equal((await checkPlay(receipt, seen)).kind, 'verified');
    equal((await checkPlay(receipt, undefined)).kind, 'consistent');
  });

  for (const [what, forge] of forgeries) {
    it(`is found out when its ${what} was altered`, async () => {
      const { receipt, seen } = await honest();
      equal((await checkPlay(forge(receipt), seen)).kind, 'forged');
      equal((await checkPlay(forge(receipt), undefined)).kind, 'forged');
    });
  }

  it('is found out when another draw stands in for the one whose seal was held', async () => {
    const { receipt, seen } = await honest();
    equal((await checkPlay(receipt, { ...seen, commitment: other })).kind, 'forged');
    equal((await checkPlay(receipt, { ...seen, clientSeed: '0'.repeat(32) })).kind, 'forged');
  });

  it('is called unchecked, never verified, where there is no SHA-256', async () => {
    const { receipt, seen } = await honest();
    const subtle = Object.getOwnPropertyDescriptor(Crypto.prototype, 'subtle');
    ok(subtle, 'there is SHA-256 to take away');
    Object.defineProperty(Crypto.prototype, 'subtle', { configurable: true, value: undefined });
    try {
      equal((await checkPlay(receipt, seen)).kind, 'unchecked');
    } finally {
      Object.defineProperty(Crypto.prototype, 'subtle', subtle);
    }
  });

  it('survives being a link, a quoted link and JSON', async () => {
    const { receipt } = await honest();
    const link = `https://shop.example/verify/#${receiptToHash(receipt)}`;
    equal(readReceipt(link), receipt);
    equal(readReceipt(`#${encodeURIComponent(JSON.stringify(receipt))}`), receipt);
    equal(readReceipt(` ${JSON.stringify(receipt, null, 2)}\n`), receipt);
    for (const junk of ['', '{', '{"version":1}', 'null', '#AAAA']) {
      equal(readReceipt(junk), undefined, junk);
    }
  });

  it('shows which numbers each prize owns, without a gap, and whose the drawn one is', async () => {
    const { receipt } = await honest();
    const rows = oddsRows(receipt);
    const owned = rows.flatMap(({ numbers }) => {
      const [start = 0, end = start] = numbers === '–' ? [0, -1] : numbers.split('–').map(Number);
      return Array.from({ length: end - start + 1 }, (_, at) => start + at);
    });
    const total = receipt.table.slots.reduce((sum, { weight }) => sum + weight, 0);
    equal(owned, [...Array.from({ length: total }).keys()]);
    equal(
      rows.map(({ isDrawn }) => isDrawn),
      rows.map((_, slot) => slot === receipt.drawn),
    );
    const narrow = { kind: 'pity', losses: 3, slots: [0, 2] } as const;
    equal(
      oddsRows({ ...receipt, number: 0, deviations: [narrow] }).map(
        ({ numbers }) => numbers !== '–',
      ),
      rows.map((_, slot) => slot === 0 || slot === 2),
    );
  });

  it('is proved with the bytes that were hashed', async () => {
    const { receipt, seen } = await honest();
    const steps = await proofSteps(receipt, hashes(), { words, locale: 'en' }, seen);
    equal(
      steps.map(({ name, ok: holds }) => [name, holds]),
      [
        ['seen', true],
        ['commitment', true],
        ['number', true],
        ['drawn', true],
        ['slot', true],
      ],
    );
    const sealed = new Map(steps[1]?.bytes).get(words.bytesComputed);
    equal(sealed, receipt.commitment);
  });
});
