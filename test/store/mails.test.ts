/** Mails on both engines, where the database fails or the process ends between them. */
import { expect, it } from 'vitest';
import { takeLease } from '../../server/flow/lease.ts';
import type { Shift } from '../../server/flow/lease.ts';
import { sendMails } from '../../server/flow/mail.ts';
import { StoreUnavailable, type Script, type Store } from '../../server/store/store.ts';
import { leave } from '../helper/contact-calls.ts';
import { depsForEach, onBothEngines, type TestDeps } from '../helper/engines.ts';
import { countOf } from '../helper/http.ts';
import { apply, granted } from '../helper/shopping.ts';

onBothEngines('a mail', (engine) => {
  const deps: TestDeps = depsForEach(engine, async () => {
    mails = [];
    await apply(deps);
    for (const name of ['anna', 'binh']) {
      await granted(leave(deps, { shopperId: name, email: `${name}@shop.example` }));
    }
  });
  let mails: string[];

  const shift: Shift = {
    owner: 'here',
    report: (_what, error) => {
      throw error;
    },
    isStopping: () => false,
  };
  const mailer = {
    async send({ to }: { readonly to: string }) {
      mails.push(to);
    },
  };

  it('is not sent again and again where it cannot be noted that it was', async () => {
    const failing: Store = {
      ...deps.store,
      run: (script) => deps.store.run(() => (mails.length > 0 ? onFullDisk(script()) : script())),
    };
    for (let pass = 0; pass < 5; pass += 1) {
      const sending = sendMails({ ...deps, store: failing }, mailer, shift);
      await expect(sending).rejects.toThrow(StoreUnavailable);
    }
    // The second is not tried: it could not be noted.
    expect(mails).toHaveLength(1);
    deps.pass(60_000);
    expect(await sendMails(deps, mailer, shift)).toBe(2);
  });

  it('is nobody else’s while the ones before it take long', async () => {
    const taken: unknown[] = [];
    const slow = {
      async send() {
        const sql = 'UPDATE lease SET expires_at = expires_at - 59000';
        await deps.store.run(function* (): Script<void> {
          yield { kind: 'write', writes: [{ sql, params: [], rows: 1 }] };
        });
        await mailer.send({ to: 'somebody' });
        if (mails.length === 1) return;
        // Longer than the lease lasted in all.
        taken.push(await takeLease(deps.store, { name: 'mail', owner: 'b', ttlMs: 60_000 }));
      },
    };
    expect(await sendMails(deps, slow, shift)).toBe(2);
    expect(taken).toEqual([null]);
  });

  it('waits for the next process when this one is asked to end', async () => {
    const ending = { ...shift, isStopping: () => mails.length === 1 };
    expect(await sendMails(deps, mailer, ending)).toBe(1);
    expect(await countOf(deps.store, "mail WHERE state = 'waiting'")).toBe(1);
    expect(await sendMails(deps, mailer, shift)).toBe(1);
  });
});

/** Reads, and writes nothing. */
function* onFullDisk<Value>(script: Script<Value>): Script<Value> {
  let next = script.next();
  while (!next.done) {
    if (next.value.kind === 'write') throw new StoreUnavailable('the disk is full');
    next = script.next(yield next.value);
  }
  return next.value;
}
