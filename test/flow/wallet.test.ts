/** The wallet of a shopper who has won more than it shows. */
import { expect, it } from 'vitest';
import { readWallet } from '../../server/flow/wallet.ts';
import { limits } from '../../shared/limits.ts';
import { depsForEach, onBothEngines, type TestDeps } from '../helper/engines.ts';
import { siteId } from '../helper/programme.ts';
import { grant, hold } from '../helper/shop-calls.ts';
import { apply, granted } from '../helper/shopping.ts';

onBothEngines('a wallet', (engine) => {
  const deps: TestDeps = depsForEach(engine, () =>
    apply(deps, {
      prizes: [{ id: 'tea', kind: 'voucher', label: 'Tea', poolId: 'shared', benefit }],
    }),
  );

  it('never loses what can be used behind what is over', async () => {
    const first = await won();
    for (let at = 0; at < limits.walletVouchersMax; at += 1) await won();
    const uses = `UPDATE voucher SET state = 'redeemed' WHERE voucher_id <> $1`;
    await deps.store.run(function* () {
      yield { kind: 'write', writes: [{ sql: uses, params: [first], rows: null }] };
    });
    const { vouchers } = await readWallet(deps, siteId, 'c_anna');
    expect(vouchers).toHaveLength(limits.walletVouchersMax);
    expect(vouchers.at(-1)).toMatchObject({ id: first, state: 'issued' });
    const times = vouchers.map(({ issuedAt }) => issuedAt);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    // Nor does the checkout.
    expect((await granted(hold(deps, { code: 'WELCOME', name: 'anna' }))).voucher.id).toBe(first);
  });

  async function won(): Promise<string> {
    deps.pass(1_000);
    const { voucher } = await granted(grant(deps, { name: 'anna', prizeId: 'tea' }));
    return voucher?.id ?? '';
  }
});

const benefit = { kind: 'amount', amount: 5_000 } as const;
