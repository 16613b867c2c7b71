/** Two implementations, one protocol: they agree on every vector, every play and every forgery. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../shared/canonical.ts';
import { hexToBytes, numberBelow, type Receipt } from '../../shared/draw.ts';
import { receiptSchema } from '../../shared/schema/receipt.ts';
import { checkReceipt } from '../../shared/verify.ts';
import { depsFor, onBothEngines, type Opened, type TestDeps } from '../helper/engines.ts';
import { forgeriesOf } from '../helper/forgeries.ts';
import { hashes } from '../helper/hashes.ts';
import { apply, commitmentFor, granted, newId, playOnce } from '../helper/shopping.ts';
import { vectors } from './make.ts';
import { below, canonical, faultsOf, workedOut } from './second-verifier.mjs';

const published: ReturnType<typeof vectors> = JSON.parse(
  readFileSync(join(import.meta.dirname, 'draw.json'), 'utf8'),
);
const receipts = published.draws.map(({ name, receipt }) => [name, receipt] as const);

describe('the published vectors', () => {
  it('are those that the server makes', () => {
    expect(published).toEqual(JSON.parse(JSON.stringify(vectors())));
  });

  it('have draws of one, two and three rounds, with a reason and without', () => {
    expect(new Set(published.draws.map(({ rounds }) => rounds.length))).toEqual(new Set([1, 2, 3]));
    const reasons = receipts.map(([, { deviations }]) => deviations.length);
    expect(new Set(reasons)).toEqual(new Set([0, 1, 3]));
  });

  it.each(published.draws.map((draw) => [draw.name, draw] as const))(
    'are worked out the same by the second implementation: %s',
    (_name, draw) => {
      expect(workedOut(draw)).toEqual(draw);
    },
  );

  it.each(receipts)('hold receipts that both find sound: %s', async (_name, receipt) => {
    expect(faultsOf(receipt)).toEqual([]);
    expect(await firstFinds(receipt)).toBe('sound');
  });

  it('say how text and numbers are made, and both do it so', () => {
    for (const { value, text } of published.canonicalJson) {
      expect([canonicalJson(value), canonical(value)]).toEqual([text, text]);
    }
    for (const { bytes, total, number } of published.numberBelow) {
      const second = below(Buffer.from(bytes, 'hex'), BigInt(total));
      expect(numberBelow(hexToBytes(bytes), total)).toBe(number);
      expect(second === undefined ? null : Number(second)).toBe(number);
    }
  });
});

describe('a forgery is found by both', () => {
  const forged = receipts.flatMap(([name, receipt]) =>
    forgeriesOf(receipt).map(([what, changed]) => [name, what, changed] as const),
  );

  it.each(forged)('%s: %s', async (_name, _what, receipt) => {
    expect(faultsOf(receipt)).not.toEqual([]);
    expect(await firstFinds(receipt)).not.toBe('sound');
  });

  it('whoever remembers commitment and seed finds others in their place', async () => {
    const receipt = published.draws[0]!.receipt;
    const { commitment, clientSeed } = receipt;
    const seen = { commitment, clientSeed };
    expect(await firstFinds(receipt, seen)).toBe('sound');
    expect(await firstFinds(receipt, { ...seen, commitment: '0'.repeat(64) })).toBe('seen');
    expect(await firstFinds(receipt, { ...seen, clientSeed: '9'.repeat(32) })).toBe('seen');
  });
});

onBothEngines('real plays', (engine) => {
  let opened: Opened;
  let deps: TestDeps;

  beforeAll(async () => {
    opened = await engine.open();
    deps = depsFor(opened.store);
  });

  afterAll(() => opened.close());

  it('give a thousand receipts that both find sound, sold out ones too', async () => {
    await apply(deps, {
      prizes: [{ id: 'rare', kind: 'points', label: 'Rare', points: 1, stock: 20 }],
      game: {
        slots: ['rare', 'nothing', 'ten-points', 'ten-off'].map((prizeId) => ({
          prizeId,
          weight: 1,
        })),
      },
    });
    const shoppers = Array.from({ length: 50 }, (_, at) => `shopper-${at}`);
    let deviations = 0;
    for (let round = 0; round < 21; round += 1) {
      await Promise.all(
        shoppers.map(async (shopperId) => {
          const commitment = await commitmentFor(deps, shopperId);
          const clientSeed = newId();
          const { receipt } = await granted(playOnce(deps, { shopperId, commitment, clientSeed }));
          expect(faultsOf(receipt)).toEqual([]);
          expect(await firstFinds(receipt, { commitment, clientSeed })).toBe('sound');
          deviations += receipt.deviations.length;
        }),
      );
    }
    expect(deviations).toBeGreaterThan(100);
  }, 240_000);
});

/** The first check that fails, `no receipt`, or `sound`. */
async function firstFinds(
  receipt: Receipt,
  seen?: { commitment: string; clientSeed: string },
): Promise<string> {
  if (!receiptSchema.safeParse(receipt).success) return 'no receipt';
  const checks = await checkReceipt(receipt, hashes, seen);
  return checks.find(({ ok }) => !ok)?.name ?? 'sound';
}
